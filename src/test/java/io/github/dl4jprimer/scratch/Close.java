package io.github.dl4jprimer.scratch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Assertions on arrays and on the text of rejections. */
public final class Close {
    private Close() {}

    /** Requires the same shape, and |expected - actual| within absolute + relative |expected|. */
    public static void assertClose(
            INDArray expected, INDArray actual, double absolute, double relative) {
        assertArrayEquals(expected.shape(), actual.shape(), "shape");
        INDArray wanted = expected.dup('c'); // a flat index follows the order in memory
        INDArray got = actual.dup('c');
        for (long i = 0; i < expected.length(); i++) {
            double tolerance = absolute + relative * Math.abs(wanted.getDouble(i));
            assertEquals(wanted.getDouble(i), got.getDouble(i), tolerance, "entry " + i);
        }
    }

    /** Requires the same shape, and all entries within 1e-12. */
    public static void assertClose(INDArray expected, INDArray actual) {
        assertClose(expected, actual, 1e-12, 0);
    }

    /** Requires an IllegalArgumentException that starts with the given text. */
    public static void assertRejected(String start, Executable executable) {
        String message = assertThrows(IllegalArgumentException.class, executable).getMessage();
        assertTrue(message.startsWith(start), message);
    }

    /** Returns a matrix in double precision from its rows. */
    public static INDArray matrix(double[]... rows) {
        return Nd4j.createFromArray(rows);
    }

    /** Returns a vector [D] in double precision. */
    public static INDArray vector(double... values) {
        return Nd4j.createFromArray(values);
    }

    /** Returns a row [1, D] in double precision. */
    public static INDArray row(double... values) {
        return Nd4j.createFromArray(new double[][] {values});
    }

    /** Returns a matrix of normal numbers in double precision from a seed. */
    public static INDArray normal(long seed, int rows, int columns) {
        return Initialization.TOO_LARGE.weights(rows, columns, new Random(seed));
    }

    /** Returns one-hot rows in double precision. */
    public static INDArray oneHot(int classes, int... labels) {
        INDArray rows = Nd4j.zeros(DataType.DOUBLE, labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            rows.putScalar(i, labels[i], 1);
        }
        return rows;
    }
}
