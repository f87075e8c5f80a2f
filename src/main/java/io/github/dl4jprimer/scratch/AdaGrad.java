package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A step length for each parameter: the more it has been pushed so far, the shorter its steps.
 *
 * <pre>
 * v ← v + g²
 * p ← p - η g / (√v + ε)
 * </pre>
 *
 * <p>v only grows, so the steps only shrink, and a long run stops learning; {@link RmsProp} mends
 * that.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer: Adaptive
 *     subgradient methods</a>
 */
public final class AdaGrad implements UpdateRule {
    private final double learningRate;
    private final double epsilon;
    private INDArray sumOfSquares;

    /** Makes the rule with PyTorch's ε = 10⁻¹⁰. */
    public AdaGrad(double learningRate) {
        this(learningRate, 1e-10);
    }

    /**
     * Makes the rule with nothing summed up yet.
     *
     * @param learningRate η, above zero
     * @param epsilon ε, above zero; it keeps the division finite
     */
    public AdaGrad(double learningRate, double epsilon) {
        this.learningRate = Arguments.positive("learningRate", learningRate, "Try 0.01.");
        this.epsilon = Arguments.positive("epsilon", epsilon, "Try 1e-10.");
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        if (sumOfSquares == null) {
            sumOfSquares = Nd4j.zerosLike(gradient);
        }
        sumOfSquares = sumOfSquares.add(gradient.mul(gradient));
        INDArray size = Transforms.sqrt(sumOfSquares).add(epsilon);
        return parameter.sub(gradient.div(size).mul(learningRate));
    }
}
