package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link Adam} with weight decay beside the gradient instead of in it.
 *
 * <pre>
 * p ← p (1 - η λ)
 * p ← p - η m̂ / (√v̂ + ε)      as in Adam, with the plain gradient
 * </pre>
 *
 * <p>{@link UpdateRule#withL2 L2 in the gradient} would be divided by √v̂ like everything else, so
 * that parameters with large gradients would hardly shrink; here all shrink alike.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter: Decoupled weight decay
 *     regularization</a>
 */
public final class AdamW implements UpdateRule {
    private final double learningRate;
    private final double weightDecay;
    private final Adam adam;

    /** Makes the rule with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. */
    public AdamW(double learningRate, double weightDecay) {
        this(learningRate, 0.9, 0.999, 1e-8, weightDecay);
    }

    /**
     * Makes the rule with nothing averaged yet.
     *
     * @param learningRate η, above zero
     * @param beta1 share of the mean gradient that is kept, in [0, 1)
     * @param beta2 share of the mean squared gradient that is kept, in [0, 1)
     * @param epsilon ε, above zero; it keeps the division finite
     * @param weightDecay λ, zero or above
     */
    public AdamW(
            double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
        this.learningRate = learningRate;
        this.weightDecay = Arguments.notNegative("weightDecay", weightDecay, "Try 0.01.");
        this.adam = new Adam(learningRate, beta1, beta2, epsilon);
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        INDArray decayed = parameter.mul(1 - learningRate * weightDecay);
        return adam.step(decayed, gradient);
    }
}
