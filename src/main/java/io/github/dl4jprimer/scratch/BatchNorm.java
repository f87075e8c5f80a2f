package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalisation: each feature is standardised over the examples of the batch.
 *
 * <pre>y = γ ⊙ x̂ + β,   x̂ = {@link Standardized} of each column</pre>
 *
 * <p>While training, an example's result depends on its neighbours in the batch. To predict,
 * running averages seen in training take the batch's place, so there is something to remember
 * besides γ and β, and small batches give it poor averages.
 *
 * @param gain γ, learned, [D]
 * @param bias β, learned, [D]
 * @param runningMean average of the batches' means, [D]
 * @param runningVariance average of the batches' variances, [D]
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy: Batch normalization</a>
 */
public record BatchNorm(
        INDArray gain, INDArray bias, INDArray runningMean, INDArray runningVariance) {
    /** Added to the variance, as in PyTorch. */
    public static final double EPSILON = 1e-5;

    /** Share of a new batch in the running averages, as in PyTorch. */
    public static final double MOMENTUM = 0.1;

    /** The output y, [N, D], and what the backward pass needs. */
    public record Cache(Standardized standardized, INDArray output) {}

    /** ∂L/∂ of the input [N, D], the gain [D] and the bias [D]. */
    public record Gradients(INDArray input, INDArray gain, INDArray bias) {}

    /** Checks that all four are vectors of one length. */
    public BatchNorm {
        Arguments.shape("gain", gain, "Give one number a feature.", gain.length());
        Arguments.shape("bias", bias, "Give one number a feature.", gain.shape());
        Arguments.shape("runningMean", runningMean, "Give one a feature.", gain.shape());
        Arguments.shape("runningVariance", runningVariance, "Give one a feature.", gain.shape());
    }

    /** Returns the normalisation with γ = 1, β = 0, in double precision. */
    public static BatchNorm of(int features) {
        Arguments.count("features", features, "Count the columns of the inputs.");
        INDArray zeros = Nd4j.zeros(DataType.DOUBLE, features);
        INDArray ones = Nd4j.ones(DataType.DOUBLE, features);
        return new BatchNorm(ones, zeros, zeros, ones);
    }

    /** Normalises a training batch [N, D] of at least two examples with its own statistics. */
    public Cache forward(INDArray x) {
        Arguments.matrix("x", x, gain.length(), "Give one column a feature.");
        Arguments.atLeast("examples in x", 2, (int) x.size(0), "One example has no spread.");
        var standardized = Standardized.of(x, 0, EPSILON);
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

    /** Returns this normalisation with a training batch [N, D] taken into its running averages. */
    public BatchNorm observe(INDArray x) {
        INDArray mean = x.mean(0);
        INDArray variance = x.var(0); // divides by N - 1, as PyTorch does here
        return new BatchNorm(
                gain,
                bias,
                runningMean.mul(1 - MOMENTUM).add(mean.mul(MOMENTUM)),
                runningVariance.mul(1 - MOMENTUM).add(variance.mul(MOMENTUM)));
    }

    /** Normalises inputs [N, D] with the running averages, as when predicting. */
    public INDArray predict(INDArray x) {
        Arguments.matrix("x", x, gain.length(), "Give one column a feature.");
        INDArray deviation = Transforms.sqrt(runningVariance.add(EPSILON));
        return x.sub(runningMean).div(deviation).mul(gain).add(bias);
    }
}
