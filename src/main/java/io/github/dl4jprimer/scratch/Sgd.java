package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradient descent: straight down the slope, the steeper the farther.
 *
 * <pre>p ← p - η g</pre>
 *
 * @param learningRate η, above zero
 */
public record Sgd(double learningRate) implements UpdateRule {

    /** Checks the learning rate. */
    public Sgd {
        Arguments.positive("learningRate", learningRate, "Try 0.1.");
    }

    @Override
    public INDArray step(INDArray parameter, INDArray gradient) {
        return parameter.sub(gradient.mul(learningRate));
    }
}
