package io.github.dl4jprimer.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss of logits: it contains the squashing function, so that extreme scores stay finite.
 *
 * <p>The layer may carry the same function as its activation, so that the network's output is
 * probabilities; the loss then looks past it. With the identity the output is logits.
 */
public interface LogitLoss extends MeanLoss {

    /** The activation that the loss contains. */
    Class<? extends IActivation> squashing();

    /**
     * Returns the logits as they are.
     *
     * @throws IllegalArgumentException if the layer has another activation
     */
    @Override
    default INDArray output(INDArray preOutput, IActivation activation) {
        if (!squashing().isInstance(activation) && !(activation instanceof ActivationIdentity)) {
            throw new IllegalArgumentException(
                    "activation must be %s or identity for %s, got %s. Set it on the output layer."
                            .formatted(
                                    squashing().getSimpleName().replace("Activation", ""),
                                    getClass().getSimpleName(),
                                    activation));
        }
        return preOutput;
    }

    @Override
    default INDArray backward(INDArray preOutput, INDArray gradient, IActivation activation) {
        return gradient;
    }
}
