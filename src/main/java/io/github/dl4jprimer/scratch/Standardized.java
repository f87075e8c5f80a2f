package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Mean zero and variance one along an axis: what batch and layer normalisation share.
 *
 * <pre>
 * x̂ = (x - μ) / σ,   σ = √(variance + ε)
 * ∂L/∂x = (d - mean(d) - x̂ mean(d ⊙ x̂)) / σ   with d = ∂L/∂x̂
 * </pre>
 *
 * <p>The two means in the gradient are there because every x moves μ and σ as well. The variance
 * divides by the number of values, not by one less.
 *
 * @param axis 0 standardises each column (over the batch), 1 each row (over the features)
 * @param normalized x̂, [N, D]
 * @param mean μ, [1, D] for axis 0 and [N, 1] for axis 1
 * @param deviation σ, of the mean's shape
 */
public record Standardized(int axis, INDArray normalized, INDArray mean, INDArray deviation) {

    /**
     * Standardises a matrix.
     *
     * @param x values, [N, D]
     * @param axis 0 or 1
     * @param epsilon ε, above zero; it keeps constant values from dividing by zero
     */
    public static Standardized of(INDArray x, int axis, double epsilon) {
        Arguments.matrix("x", x, -1, "Reshape one example to [1, D].");
        Arguments.positive("epsilon", epsilon, "Try 1e-5.");
        INDArray mean = x.mean(true, axis);
        INDArray centred = x.sub(mean);
        INDArray variance = centred.mul(centred).mean(true, axis);
        INDArray deviation = Transforms.sqrt(variance.add(epsilon));
        return new Standardized(axis, centred.div(deviation), mean, deviation);
    }

    /** Returns ∂L/∂x, [N, D], from ∂L/∂x̂, [N, D]. */
    public INDArray backward(INDArray gradient) {
        INDArray alongMean = gradient.mean(true, axis);
        INDArray alongScale = normalized.mul(gradient.mul(normalized).mean(true, axis));
        return gradient.sub(alongMean).sub(alongScale).div(deviation);
    }
}
