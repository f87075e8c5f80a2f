package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link Adam} that never forgets its steepest slope, so that its steps cannot grow again after a
 * rare large gradient has faded from the average.
 *
 * <pre>
 * m ← β₁ m + (1 - β₁) g
 * v ← β₂ v + (1 - β₂) g²       w ← max(w, v)
 * p ← p - η (m / (1 - β₁ᵗ)) / (√(w / (1 - β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>The maximum is over v before its correction, as in PyTorch.
 *
 * @see <a href="https://arxiv.org/abs/1904.09237">Reddi, Kale and Kumar: On the convergence of Adam
 *     and beyond</a>
 */
public final class AmsGrad implements UpdateRule {
    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private INDArray mean;
    private INDArray meanOfSquares;
    private INDArray largest;
    private int t;

    /** Makes the rule with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. */
    public AmsGrad(double learningRate) {
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
    public AmsGrad(double learningRate, double beta1, double beta2, double epsilon) {
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
            largest = Nd4j.zerosLike(gradient);
        }
        t++;
        mean = mean.mul(beta1).add(gradient.mul(1 - beta1));
        meanOfSquares = meanOfSquares.mul(beta2).add(gradient.mul(gradient).mul(1 - beta2));
        largest = Transforms.max(largest, meanOfSquares);
        INDArray direction = mean.div(1 - Math.pow(beta1, t));
        INDArray size = Transforms.sqrt(largest.div(1 - Math.pow(beta2, t))).add(epsilon);
        return parameter.sub(direction.div(size).mul(learningRate));
    }
}
