package io.github.dl4jprimer.mlp;

import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/**
 * What all hidden layers have in common; the activation and the size of the first weights belong
 * together.
 *
 * @param activation bend of the hidden neurons; DL4J's {@code GELU} is an approximation
 * @param weightInit size of the random weights at the start
 * @param batchNorm whether each layer's sums are normalised over the batch before the bend
 */
public record Hidden(Activation activation, WeightInit weightInit, boolean batchNorm) {

    /** Returns rectifiers with He's start, √(2 / fanIn). */
    public static Hidden relu() {
        return new Hidden(Activation.RELU, WeightInit.RELU, false);
    }

    /** Returns tanh neurons with Xavier's start, √(2 / (fanIn + fanOut)). */
    public static Hidden tanh() {
        return new Hidden(Activation.TANH, WeightInit.XAVIER, false);
    }

    /** Returns sigmoid neurons with Xavier's start. */
    public static Hidden sigmoid() {
        return new Hidden(Activation.SIGMOID, WeightInit.XAVIER, false);
    }

    /** Returns a copy with another start. */
    public Hidden withWeightInit(WeightInit weightInit) {
        return new Hidden(activation, weightInit, batchNorm);
    }

    /** Returns a copy with or without batch normalisation. */
    public Hidden withBatchNorm(boolean batchNorm) {
        return new Hidden(activation, weightInit, batchNorm);
    }
}
