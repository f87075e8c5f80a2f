package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Layer normalisation: each example is standardised over its own features.
 *
 * <pre>y = γ ⊙ x̂ + β,   x̂ = {@link Standardized} of each row</pre>
 *
 * <p>An example's result does not depend on the rest of the batch, so training and predicting are
 * the same computation, and a batch of one will do.
 *
 * @param gain γ, learned, [D]
 * @param bias β, learned, [D]
 * @param epsilon added to the variance, above zero
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton: Layer normalization</a>
 */
public record LayerNorm(INDArray gain, INDArray bias, double epsilon) {

    /** The output y, [N, D], and what the backward pass needs. */
    public record Cache(Standardized standardized, INDArray output) {}

    /** ∂L/∂ of the input [N, D], the gain [D] and the bias [D]. */
    public record Gradients(INDArray input, INDArray gain, INDArray bias) {}

    /** Checks that gain and bias are vectors of one length. */
    public LayerNorm {
        Arguments.shape("gain", gain, "Give one number a feature.", gain.length());
        Arguments.shape("bias", bias, "Give one number a feature.", gain.shape());
        Arguments.positive("epsilon", epsilon, "Try 1e-5.");
    }

    /** Returns the normalisation with γ = 1, β = 0 and ε = 10⁻⁵, in double precision. */
    public static LayerNorm of(int features) {
        Arguments.count("features", features, "Count the columns of the inputs.");
        return new LayerNorm(
                Nd4j.ones(DataType.DOUBLE, features), Nd4j.zeros(DataType.DOUBLE, features), 1e-5);
    }

    /** Normalises inputs [N, D]. */
    public Cache forward(INDArray x) {
        Arguments.matrix("x", x, gain.length(), "Give one column a feature.");
        var standardized = Standardized.of(x, 1, epsilon);
        return new Cache(standardized, standardized.normalized().mul(gain).add(bias));
    }

    /** Returns the gradients, from ∂L/∂y, [N, D]. */
    public Gradients backward(Cache cache, INDArray gradient) {
        INDArray normalized = cache.standardized.normalized();
        INDArray dInput = cache.standardized.backward(gradient.mul(gain)); // [N, D]
        INDArray dGain = gradient.mul(normalized).sum(0); // [D]
        INDArray dBias = gradient.sum(0); // [D]
        return new Gradients(dInput, dGain, dBias);
    }
}
