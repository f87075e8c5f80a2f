package io.github.dl4jprimer.exercise;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values as verdicts show them: {@code [[0.09003, 0.2447], [1, 0]]}. */
final class Shown {
    private static final int MOST_ENTRIES = 16;
    private static final double WHOLE = 1e9;

    private Shown() {}

    /** Returns a value on one line; of an array with many entries, the shape and the first few. */
    static String of(Object value) {
        if (value instanceof INDArray array && array.isEmpty()) {
            return "[]" + Arrays.toString(array.shape());
        }
        if (value instanceof INDArray array) {
            return array.length() <= MOST_ENTRIES ? array(array.dup('c')) : beginning(array);
        }
        if (value instanceof double[] numbers) {
            return Arrays.stream(numbers)
                    .mapToObj(Shown::number)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    private static String array(INDArray array) {
        if (array.rank() == 0) {
            return number(array.getDouble(0));
        }
        return LongStream.range(0, array.size(0))
                .mapToObj(
                        index ->
                                array.rank() == 1
                                        ? number(array.getDouble(index))
                                        : array(array.slice(index)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String beginning(INDArray array) {
        var flat = array.dup('c').reshape(array.length());
        return LongStream.range(0, MOST_ENTRIES / 2)
                        .mapToObj(index -> number(flat.getDouble(index)))
                        .collect(Collectors.joining(", ", "[", ", …]"))
                + Arrays.toString(array.shape());
    }

    /** Returns a number of five significant digits at most; a whole one without a point. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        var magnitude = Math.abs(value);
        if (magnitude >= 1e-4 && magnitude < WHOLE) {
            int decimals = Math.max(0, 4 - (int) Math.floor(Math.log10(magnitude)));
            var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
        }
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.4e", value)
                : String.valueOf(value);
    }
}
