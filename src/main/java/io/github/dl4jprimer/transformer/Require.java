package io.github.dl4jprimer.transformer;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks of arguments, with the error text of the whole project. */
final class Require {
    private Require() {}

    /** Requires a whole number above zero. */
    static void positive(String name, long value, String advice) {
        require(value > 0, name, "at least 1", value, advice);
    }

    /** Requires a finite number above zero. */
    static void positive(String name, double value, String advice) {
        require(value > 0 && Double.isFinite(value), name, "above 0", value, advice);
    }

    /** Requires a probability to drop. */
    static void rate(String name, double value) {
        String advice = "It is the share to drop; 0.1 is usual";
        require(value >= 0 && value < 1, name, "at least 0 and below 1", value, advice);
    }

    /** Requires one of DL4J's settings to be left out, because this layer would not follow it. */
    static void unset(String name, Object value, String advice) {
        String got = value == null ? "" : value.getClass().getSimpleName();
        require(value == null, name, "unset on this layer", got, advice);
    }

    /** Requires an input [B, T, width]. */
    static void sequences(String name, INDArray array, long width) {
        boolean fits = array.rank() == 3 && array.size(2) == width;
        String advice = "Keep batch, time, features in this order (RNNFormat.NWC)";
        require(fits, name, "[B, T, " + width + "]", shape(array), advice);
    }

    /** Requires a key-padding mask [B, T] or none. */
    static void mask(INDArray mask, long batch, long length) {
        boolean fits = mask == null || Arrays.equals(mask.shape(), new long[] {batch, length});
        String expected = "[%d, %d]".formatted(batch, length);
        require(
                fits,
                "mask",
                expected,
                mask == null ? "" : shape(mask),
                "Give one number a position: 1 for a token, 0 for padding");
    }

    /** Throws unless {@code fits}. */
    static void require(boolean fits, String name, String expected, Object got, String advice) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "%s must be %s, got %s. %s.".formatted(name, expected, got, advice));
        }
    }

    /** The shape as an error shows it. */
    static String shape(INDArray array) {
        return Arrays.toString(array.shape());
    }
}
