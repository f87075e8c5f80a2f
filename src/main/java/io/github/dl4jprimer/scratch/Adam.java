package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link Momentum} for the direction and {@link RmsProp} for the step length, both corrected for
 * having started at zero.
 *
 * <pre>
 * m ← β₁ m + (1 - β₁) g        m̂ = m / (1 - β₁ᵗ)
 * v ← β₂ v + (1 - β₂) g²       v̂ = v / (1 - β₂ᵗ)
 * p ← p - η m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>The first step is η in every direction, whatever the gradient's size.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba: Adam</a>
 */
public final class Adam implements UpdateRule {
    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private INDArray mean;
    private INDArray meanOfSquares;
    private int t;

    /** Makes the rule with the paper's β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8);
    }

    /**
     * Makes the rule with nothing averaged yet.
     *
     * @param learningRate η, above zero
     * @param beta1 share of the mean gradient that is kept, in [0, 1)
     * @param beta2 share of the mean squared gradient that is kept, in [0, 1)
     * @param epsilon ε, above zero; it keeps the division finite
     */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this.learningRate = Arguments.positive("learningRate", learningRate, "Try 0.001.");
        this.beta1 = Arguments.fraction("beta1", beta1, "Try 0.9.");
        this.beta2 = Arguments.fraction("beta2", beta2, "Try 0.999.");
        this.epsilon = Arguments.positive("epsilon", epsilon, "Try 1e-8.");
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        if (t == 0) {
            mean = Nd4j.zerosLike(gradient);
            meanOfSquares = Nd4j.zerosLike(gradient);
        }
        t++;
        mean = mean.mul(beta1).add(gradient.mul(1 - beta1));
        meanOfSquares = meanOfSquares.mul(beta2).add(gradient.mul(gradient).mul(1 - beta2));
        INDArray direction = mean.div(1 - Math.pow(beta1, t));
        INDArray size = Transforms.sqrt(meanOfSquares.div(1 - Math.pow(beta2, t))).add(epsilon);
        return parameter.sub(direction.div(size).mul(learningRate));
    }
}
