package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.PaddedTokens;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a network's softmax is taken of: {@code h W + b}, h being what the last layer is given.
 *
 * <p>DL4J answers with the softmax alone, from which the logits cannot be had back: it is the same
 * for {@code z} and for {@code z + 1}.
 */
final class Logits {
    private Logits() {}

    /** The logits [N, C] of features [N, F]. */
    static INDArray of(MultiLayerNetwork network, INDArray features) {
        int last = network.getnLayers() - 1;
        var hidden =
                last == 0
                        ? features
                        : network.feedForwardToLayer(last - 1, features, false).get(last); // [N, H]
        return of(hidden, network.getOutputLayer());
    }

    /** The logits [B, C] of token ids. */
    static INDArray of(ComputationGraph graph, PaddedTokens tokens) {
        var output = graph.getConfiguration().getNetworkOutputs().get(0);
        var before = graph.getConfiguration().getVertexInputs().get(output);
        INDArray[] features = {tokens.ids()};
        INDArray[] masks = {tokens.mask()};
        var hidden = graph.output(before, false, features, masks)[0]; // [B, D]
        return of(hidden, graph.getOutputLayer(0));
    }

    /** The logits of no example at all, [0, C]. */
    static INDArray none(int classes) {
        return Nd4j.create(DataType.FLOAT, 0, classes);
    }

    private static INDArray of(INDArray hidden, Layer output) {
        return hidden.mmul(output.getParam("W")).addiRowVector(output.getParam("b"));
    }
}
