package io.github.dl4jprimer.scratch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The slope found by trying: wiggle one number, look at the loss, put the number back.
 *
 * <pre>∂L/∂p ≈ (L(p + ε) - L(p - ε)) / 2ε</pre>
 *
 * <p>It needs no calculus and two losses a number, so it is far too slow to train with and just
 * right to catch a mistake in a gradient worked out by hand. Use double precision: in single
 * precision the difference of two losses is mostly rounding.
 *
 * @see <a href="https://cs231n.github.io/neural-networks-3/#gradcheck">CS231n: gradient checks</a>
 */
public final class NumericalGradient {
    /** A wiggle small against the curvature and large against rounding in double precision. */
    public static final double EPSILON = 1e-5;

    /** Slopes below this are compared by difference, since both are then rounding. */
    private static final double NOISE = 1e-6;

    private NumericalGradient() {}

    /**
     * The entry of a parameter block where the two gradients differ most.
     *
     * @param block name of the block, such as {@code W1}
     * @param index position in the block, such as {@code [2, 3]}
     * @param analytic the slope worked out by hand there
     * @param numerical the slope found by trying there
     * @param relativeError |analytic - numerical| / max(|analytic| + |numerical|, 10⁻⁶); right
     *     gradients stay below 10⁻⁶, a wrong formula gives 10⁻² and more
     */
    public record Worst(
            String block, String index, double analytic, double numerical, double relativeError) {}

    /**
     * Returns the numerical gradient.
     *
     * @param loss computes the loss from the current values of {@code parameter}
     * @param parameter array in double precision, changed and restored entry by entry
     * @return the slopes, of the parameter's shape
     */
    public static INDArray of(DoubleSupplier loss, INDArray parameter) {
        INDArray gradient = parameter.ulike();
        for (long i = 0; i < parameter.length(); i++) {
            double value = parameter.getDouble(i);
            parameter.putScalar(i, value + EPSILON);
            double above = loss.getAsDouble();
            parameter.putScalar(i, value - EPSILON);
            double below = loss.getAsDouble();
            parameter.putScalar(i, value);
            gradient.putScalar(i, (above - below) / (2 * EPSILON));
        }
        return gradient;
    }

    /**
     * Compares gradients worked out by hand with the numerical ones.
     *
     * @param loss computes the loss from the current values of the parameters
     * @param parameters arrays by name, in double precision
     * @param gradients one gradient for each name, of the same shape
     * @return the worst entry of each block, in the order of {@code parameters}
     */
    public static List<Worst> check(
            DoubleSupplier loss,
            Map<String, INDArray> parameters,
            Map<String, INDArray> gradients) {
        return parameters.entrySet().stream()
                .map(
                        block ->
                                worst(
                                        block.getKey(),
                                        gradients.get(block.getKey()),
                                        of(loss, block.getValue())))
                .toList();
    }

    private static Worst worst(String block, INDArray analytic, INDArray numerical) {
        Arguments.shape(
                "gradient of " + block,
                analytic,
                "A gradient has the shape of its parameter.",
                numerical.shape());
        long worst = 0;
        for (long i = 1; i < analytic.length(); i++) {
            if (relativeError(analytic, numerical, i) > relativeError(analytic, numerical, worst)) {
                worst = i;
            }
        }
        return new Worst(
                block,
                index(analytic, worst),
                analytic.getDouble(worst),
                numerical.getDouble(worst),
                relativeError(analytic, numerical, worst));
    }

    private static double relativeError(INDArray analytic, INDArray numerical, long i) {
        double a = analytic.getDouble(i);
        double n = numerical.getDouble(i);
        return Math.abs(a - n) / Math.max(Math.abs(a) + Math.abs(n), NOISE);
    }

    private static String index(INDArray array, long flat) {
        long[] index = new long[array.rank()];
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = flat % array.size(axis);
            flat /= array.size(axis);
        }
        return Arrays.toString(index);
    }
}
