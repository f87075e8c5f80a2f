package io.github.dl4jprimer.scratch;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks arguments and says in one line what was expected, what came, and how to mend it. */
final class Arguments {
    private Arguments() {}

    /** Requires a finite number above zero. */
    static double positive(String name, double value, String remedy) {
        return require(value > 0 && Double.isFinite(value), name, "above zero", value, remedy);
    }

    /** Requires a number in [0, 1). */
    static double fraction(String name, double value, String remedy) {
        return require(value >= 0 && value < 1, name, "at least 0 and below 1", value, remedy);
    }

    /** Requires a finite number that is not negative. */
    static double notNegative(String name, double value, String remedy) {
        boolean fits = value >= 0 && Double.isFinite(value);
        return require(fits, name, "zero or above", value, remedy);
    }

    /** Requires a whole number of at least one. */
    static int count(String name, int value, String remedy) {
        return atLeast(name, 1, value, remedy);
    }

    /** Requires a whole number of at least the given least one. */
    static int atLeast(String name, int least, int value, String remedy) {
        return require(value >= least, name, "at least " + least, value, remedy);
    }

    /** Requires an array of exactly the given shape. */
    static void shape(String name, INDArray array, String remedy, long... shape) {
        boolean fits = Arrays.equals(array.shape(), shape);
        require(fits, name, "of shape " + Arrays.toString(shape), described(array), remedy);
    }

    /** Requires an array of rank two; {@code columns} below zero allows any number of columns. */
    static void matrix(String name, INDArray array, long columns, String remedy) {
        String expected = "[N, " + (columns < 0 ? "D" : columns) + "]";
        boolean fits = array.rank() == 2 && (columns < 0 || array.size(1) == columns);
        require(fits, name, "a matrix " + expected, described(array), remedy);
    }

    /** Requires a matrix with a column for each row of the weights, and of their data type. */
    static void inputs(String name, INDArray inputs, INDArray weights) {
        matrix(name, inputs, weights.size(0), "Give one column a row of weights.");
        DataType type = weights.dataType();
        String remedy = "Convert them with castTo(DataType." + type + ").";
        require(inputs.dataType() == type, name, "of type " + type, inputs.dataType(), remedy);
    }

    private static String described(INDArray array) {
        return "shape " + Arrays.toString(array.shape());
    }

    private static <T> T require(boolean fits, String name, String expected, T got, String remedy) {
        if (!fits) {
            throw new IllegalArgumentException(
                    name + " must be " + expected + ", got " + got + ". " + remedy);
        }
        return got;
    }
}
