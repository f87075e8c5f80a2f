package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A heavy ball that looks ahead: it adds the velocity once more, as if the gradient had been taken
 * where the ball is about to be, and so brakes earlier than {@link Momentum}.
 *
 * <pre>
 * v ← μ v + g
 * p ← p - η (g + μ v)
 * </pre>
 *
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al.: On the
 *     importance of initialization and momentum in deep learning</a>
 */
public final class Nesterov implements UpdateRule {
    private final double learningRate;
    private final double momentum;
    private INDArray velocity;

    /**
     * Makes a ball at rest.
     *
     * @param learningRate η, above zero
     * @param momentum μ, the share of the velocity that is kept, in [0, 1)
     */
    public Nesterov(double learningRate, double momentum) {
        this.learningRate = Arguments.positive("learningRate", learningRate, "Try 0.01.");
        this.momentum = Arguments.fraction("momentum", momentum, "Try 0.9.");
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        if (velocity == null) {
            velocity = Nd4j.zerosLike(gradient);
        }
        velocity = velocity.mul(momentum).add(gradient);
        INDArray lookAhead = velocity.mul(momentum).add(gradient);
        return parameter.sub(lookAhead.mul(learningRate));
    }
}
