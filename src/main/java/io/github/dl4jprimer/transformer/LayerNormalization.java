package io.github.dl4jprimer.transformer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Layer normalisation in plain ND4J operations: each row is brought to mean 0 and variance 1, then
 * stretched and shifted as learned.
 *
 * <pre>
 * x̂ = (x - mean) / sqrt(variance + ε)      over each row, variance with 1/D
 * y  = gain ⊙ x̂ + bias
 *
 * ∂L/∂x = (g - mean(g) - x̂ mean(g ⊙ x̂)) / sqrt(variance + ε),   g = gain ⊙ ∂L/∂y
 * </pre>
 *
 * <p>The variance is taken of the centred row: the shortcut mean(x²) - mean² loses all digits where
 * the mean is large. A row of equal numbers gives y = bias.
 *
 * @param gain [D]
 * @param bias [D]
 * @param epsilon ε, above 0
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton: Layer normalization</a>
 */
record LayerNormalization(INDArray gain, INDArray bias, double epsilon) {

    /**
     * What the forward pass leaves for the backward pass.
     *
     * @param normalized x̂, [N, D]
     * @param inverseDeviation 1 / sqrt(variance + ε), [N, 1]
     * @param output y, [N, D]
     */
    record Result(INDArray normalized, INDArray inverseDeviation, INDArray output) {}

    /** ∂L/∂ of the input [N, D], the gain [D] and the bias [D]. */
    record Gradients(INDArray input, INDArray gain, INDArray bias) {}

    /** Normalises the rows of x, [N, D]. */
    Result forward(INDArray x) {
        INDArray centred = x.sub(x.mean(true, 1)); // [N, D]
        INDArray variance = centred.mul(centred).mean(true, 1); // [N, 1]
        INDArray inverse = Transforms.sqrt(variance.addi(epsilon), false).rdivi(1); // [N, 1]
        INDArray normalized = centred.mul(inverse);
        INDArray output = normalized.mulRowVector(gain).addiRowVector(bias);
        return new Result(normalized, inverse, output);
    }

    /** Returns the gradients from ∂L/∂y, [N, D]. */
    Gradients backward(Result result, INDArray gradient) {
        INDArray normalized = result.normalized();
        INDArray scaled = gradient.mulRowVector(gain); // g, [N, D]
        INDArray along = scaled.mul(normalized).mean(true, 1); // [N, 1]
        INDArray input =
                scaled.sub(scaled.mean(true, 1))
                        .subi(normalized.mul(along))
                        .mul(result.inverseDeviation());
        return new Gradients(input, gradient.mul(normalized).sum(0), gradient.sum(0));
    }
}
