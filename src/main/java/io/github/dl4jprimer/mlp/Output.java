package io.github.dl4jprimer.mlp;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * What the last layer answers and how the answer is judged; the two belong together.
 *
 * @param activation bend of the output neurons
 * @param loss judge of the activated outputs [N, C] against targets [N, C]
 */
public record Output(Activation activation, ILossFunction loss) {

    /** One of C classes: softmax and cross-entropy; targets are one-hot. */
    public static Output classifier() {
        return new Output(Activation.SOFTMAX, new LossMCXENT());
    }

    /** Yes or no, for each output apart: sigmoid and binary cross-entropy; targets are 0 or 1. */
    public static Output binary() {
        return new Output(Activation.SIGMOID, new LossBinaryXENT());
    }

    /** A number for each output: no bend and the squared error, averaged over outputs and batch. */
    public static Output regressor() {
        return new Output(Activation.IDENTITY, new LossMSE());
    }
}
