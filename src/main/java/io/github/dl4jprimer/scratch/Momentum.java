package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A heavy ball: it keeps rolling the way it was going, so it crosses flat ground and damps the
 * zigzag across a ravine.
 *
 * <pre>
 * v ← μ v + g
 * p ← p - η v
 * </pre>
 *
 * <p>On a steady slope v grows to g / (1 - μ): at μ = 0.9 the steps are ten times those of {@link
 * Sgd}.
 *
 * @see <a href="https://doi.org/10.1016/0041-5553(64)90137-5">Polyak: Some methods of speeding up
 *     the convergence of iteration methods</a>
 */
public final class Momentum implements UpdateRule {
    private final double learningRate;
    private final double momentum;
    private INDArray velocity;

    /**
     * Makes a ball at rest.
     *
     * @param learningRate η, above zero
     * @param momentum μ, the share of the velocity that is kept, in [0, 1)
     */
    public Momentum(double learningRate, double momentum) {
        this.learningRate = Arguments.positive("learningRate", learningRate, "Try 0.01.");
        this.momentum = Arguments.fraction("momentum", momentum, "Try 0.9.");
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        if (velocity == null) {
            velocity = Nd4j.zerosLike(gradient);
        }
        velocity = velocity.mul(momentum).add(gradient);
        return parameter.sub(velocity.mul(learningRate));
    }
}
