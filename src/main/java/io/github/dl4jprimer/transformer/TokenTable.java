package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The embedding of a graph as its decoder sees it.
 *
 * @param embedding the layer that owns the table
 * @param learns whether the table has a gradient: not if it is frozen
 */
record TokenTable(TokenEmbeddingLayer embedding, boolean learns) {

    /**
     * Finds the embedding of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static TokenTable of(ComputationGraph graph, String name) {
        Layer layer = graph.getVertex(name) == null ? null : graph.getVertex(name).getLayer();
        boolean frozen = layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop;
        Layer inside = layer;
        if (layer instanceof FrozenLayer wrapper) {
            inside = wrapper.getInsideLayer();
        } else if (layer instanceof FrozenLayerWithBackprop wrapper) {
            inside = wrapper.getInsideLayer();
        }
        Require.require(
                inside instanceof TokenEmbeddingLayer,
                "embedding " + name,
                "a TokenEmbedding of this graph",
                inside == null ? "nothing" : inside.getClass().getSimpleName(),
                "Name the layer whose table decodes");
        return new TokenTable((TokenEmbeddingLayer) inside, !frozen);
    }

    /** Returns Wtoken, [V, D]. */
    INDArray weights() {
        return embedding.getParam("Wtoken");
    }

    /** Returns where the decoder's part of the gradient goes, [V, D], or null if it is frozen. */
    INDArray gradient() {
        return learns ? embedding.gradientOfDecoder() : null;
    }
}
