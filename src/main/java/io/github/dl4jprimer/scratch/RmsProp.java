package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A step length for each parameter, from the recent size of its gradient: {@link AdaGrad} that
 * forgets.
 *
 * <pre>
 * v ← α v + (1 - α) g²
 * p ← p - η g / (√v + ε)
 * </pre>
 *
 * <p>ε is outside the root, as in PyTorch. Steep and flat directions move at about the same speed
 * η.
 *
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Hinton:
 *     lecture 6e</a>
 */
public final class RmsProp implements UpdateRule {
    private final double learningRate;
    private final double decay;
    private final double epsilon;
    private INDArray meanOfSquares;

    /** Makes the rule with PyTorch's α = 0.99 and ε = 10⁻⁸. */
    public RmsProp(double learningRate) {
        this(learningRate, 0.99, 1e-8);
    }

    /**
     * Makes the rule with nothing averaged yet.
     *
     * @param learningRate η, above zero
     * @param decay α, the share of the average that is kept, in [0, 1)
     * @param epsilon ε, above zero; it keeps the division finite
     */
    public RmsProp(double learningRate, double decay, double epsilon) {
        this.learningRate = Arguments.positive("learningRate", learningRate, "Try 0.001.");
        this.decay = Arguments.fraction("decay", decay, "Try 0.99.");
        this.epsilon = Arguments.positive("epsilon", epsilon, "Try 1e-8.");
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        if (meanOfSquares == null) {
            meanOfSquares = Nd4j.zerosLike(gradient);
        }
        meanOfSquares = meanOfSquares.mul(decay).add(gradient.mul(gradient).mul(1 - decay));
        INDArray size = Transforms.sqrt(meanOfSquares).add(epsilon);
        return parameter.sub(gradient.div(size).mul(learningRate));
    }
}
