package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares arrays number by number. */
final class Close {
    private Close() {}

    /** |expected - actual| at most absolute + relative * |expected|, in the same shape. */
    static void assertClose(
            INDArray expected, INDArray actual, double absolute, double relative, String what) {
        assertArrayEquals(expected.shape(), actual.shape(), what);
        double[] wanted = flat(expected);
        double[] found = flat(actual);
        for (int i = 0; i < wanted.length; i++) {
            double allowed = absolute + relative * Math.abs(wanted[i]);
            int at = i;
            assertTrue(
                    Math.abs(wanted[i] - found[i]) <= allowed,
                    () -> "%s[%d]: %s, expected %s".formatted(what, at, found[at], wanted[at]));
        }
    }

    static double[] flat(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
