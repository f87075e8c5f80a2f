package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.report.Numbers;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array on one line of a table: {@code [[1, 2, 3], [4, 5, 6]]}. */
final class ArrayText {
    private static final int DIGITS = 4;

    private ArrayText() {}

    /** Returns the values of an array of rank 0 to 2; whole numbers without a point. */
    static String values(INDArray array) {
        return switch (array.rank()) {
            case 0 -> number(array.getDouble(0));
            case 1 -> vector(array);
            case 2 ->
                    LongStream.range(0, array.size(0))
                            .mapToObj(row -> vector(array.getRow(row)))
                            .collect(Collectors.joining(", ", "[", "]"));
            default ->
                    throw new IllegalArgumentException(
                            "array must be of rank 0 to 2, got rank %d. Reshape it."
                                    .formatted(array.rank()));
        };
    }

    /** Returns the shape, {@code [2, 3]}. */
    static String shape(INDArray array) {
        return Arrays.toString(array.shape());
    }

    private static String vector(INDArray array) {
        return LongStream.range(0, array.length())
                .mapToObj(index -> number(array.getDouble(index)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Returns a number; a whole one without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Numbers.significant(value, DIGITS);
    }
}
