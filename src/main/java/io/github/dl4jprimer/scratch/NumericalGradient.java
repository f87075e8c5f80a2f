package io.github.dl4jprimer.scratch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.iter.NdIndexIterator;
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
        var entries = new NdIndexIterator(parameter.shape());
        while (entries.hasNext()) {
            long[] entry = entries.next();
            double value = parameter.getDouble(entry);
            parameter.putScalar(entry, value + EPSILON);
            double above = loss.getAsDouble();
            parameter.putScalar(entry, value - EPSILON);
            double below = loss.getAsDouble();
            parameter.putScalar(entry, value);
            gradient.putScalar(entry, (above - below) / (2 * EPSILON));
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
        var worst = new ArrayList<Worst>();
        parameters.forEach(
                (name, parameter) ->
                        worst.add(worst(name, gradients.get(name), of(loss, parameter))));
        return List.copyOf(worst);
    }

    private static Worst worst(String block, INDArray analytic, INDArray numerical) {
        String remedy = "A gradient has the shape of its parameter.";
        Arguments.shape("gradient of " + block, analytic, remedy, numerical.shape());
        Worst worst = null;
        var entries = new NdIndexIterator(analytic.shape());
        while (entries.hasNext()) {
            long[] entry = entries.next();
            double a = analytic.getDouble(entry);
            double n = numerical.getDouble(entry);
            double error = Math.abs(a - n) / Math.max(Math.abs(a) + Math.abs(n), NOISE);
            // Double.compare finds NaN larger than any number, so that it is not overlooked.
            if (worst == null || Double.compare(error, worst.relativeError) > 0) {
                worst = new Worst(block, Arrays.toString(entry), a, n, error);
            }
        }
        return worst;
    }
}
