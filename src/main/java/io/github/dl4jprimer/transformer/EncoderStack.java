package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;

/**
 * What all Transformers here begin with: embedding, blocks, and a last norm where the blocks
 * normalise first and so leave their sum as it is.
 */
record EncoderStack(
        EmbeddingSettings embedding,
        EncoderSettings encoder,
        int numLayers,
        TrainingSettings training) {
    static final String INPUT = "ids";

    static void check(EmbeddingSettings embedding, EncoderSettings encoder, int numLayers) {
        Require.require(
                encoder.embeddingSize() == embedding.embeddingSize(),
                "encoder's embeddingSize",
                "the embedding's " + embedding.embeddingSize(),
                encoder.embeddingSize(),
                "Change both");
        Require.positive("numLayers", numLayers, "2 is a small model's");
    }

    /** Returns the name of a block, counted from 0. */
    static String block(int index) {
        return "block" + index;
    }

    /** Returns the name of the layer whose output, [B, T, D], the model goes on with. */
    String top() {
        return encoder.preNorm() ? "norm" : block(numLayers - 1);
    }

    /** Adds the layers on top of the input {@link #INPUT}. */
    GraphBuilder on(GraphBuilder graph) {
        graph.addLayer(
                "embedding", training.applyTo(TokenEmbedding.builder(embedding), 0).build(), INPUT);
        for (int i = 0; i < numLayers; i++) {
            graph.addLayer(
                    block(i),
                    training.applyTo(EncoderBlock.builder(encoder), 0).build(),
                    i == 0 ? "embedding" : block(i - 1));
        }
        if (encoder.preNorm()) {
            graph.addLayer("norm", LayerNorm.of(encoder.embeddingSize()), block(numLayers - 1));
        }
        return graph;
    }

    /** Returns the graph whose output, named "output", decodes by the embedding's table. */
    ComputationGraphConfiguration decodedBy(DecoderSettings decoder) {
        // The loss is a mean over tokens already: DL4J must not divide by the batch size again.
        var graph = on(training.builder().miniBatch(false).graphBuilder().addInputs(INPUT));
        return graph.addVertex("tie", TiedTable.to("embedding"), top())
                .addLayer("output", training.decayed(TokenOutput.of(decoder)), "tie")
                .setOutputs("output")
                .build();
    }
}
