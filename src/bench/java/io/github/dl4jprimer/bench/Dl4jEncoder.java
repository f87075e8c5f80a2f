package io.github.dl4jprimer.bench;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A Transformer classifier of DL4J's own layers, as its examples would build one.
 *
 * <p>DL4J has no layer norm for sequences and no positions, so its blocks go without: attention,
 * shortcut, two products with GELU between, shortcut.
 *
 * @param vocabulary V
 * @param width D
 * @param heads H
 * @param blocks L
 * @param length T
 * @param classes C
 */
public record Dl4jEncoder(
        int vocabulary, int width, int heads, int blocks, int length, int classes) {

    /**
     * Returns the configuration.
     *
     * @param updater of all layers
     * @param decay weight decay of all layers, 0 for none
     */
    public ComputationGraphConfiguration configuration(IUpdater updater, double decay) {
        var embedding =
                new EmbeddingSequenceLayer.Builder()
                        .nIn(vocabulary)
                        .nOut(width)
                        .inputLength(length)
                        .outputDataFormat(RNNFormat.NCW);
        var builder =
                new NeuralNetConfiguration.Builder()
                        .seed(1)
                        .updater(updater)
                        .weightInit(WeightInit.XAVIER)
                        .graphBuilder()
                        .addInputs("ids")
                        .setOutputs("output")
                        .addLayer("embedding", decayed(embedding, decay).build(), "ids");
        var sum = new ElementWiseVertex(ElementWiseVertex.Op.Add);
        String last = "embedding";
        for (int i = 0; i < blocks; i++) {
            builder.addLayer("attention" + i, attention(), last)
                    .addVertex("h" + i, sum, last, "attention" + i)
                    .addLayer("inner" + i, inner(decay), "h" + i)
                    .addLayer("outer" + i, outer(decay), "inner" + i)
                    .addVertex("block" + i, sum, "h" + i, "outer" + i);
            last = "block" + i;
        }
        return builder.addLayer("pooling", new GlobalPoolingLayer(PoolingType.AVG), last)
                .addLayer("output", output(decay), "pooling")
                .build();
    }

    /** SameDiff layers have no weight decay of their own to set. */
    private SelfAttentionLayer attention() {
        return new SelfAttentionLayer.Builder()
                .nIn(width)
                .nOut(width)
                .nHeads(heads)
                .headSize(width / heads)
                .projectInput(true)
                .build();
    }

    private Convolution1DLayer inner(double decay) {
        return pointwise(width, 4 * width, Activation.GELU, decay);
    }

    private Convolution1DLayer outer(double decay) {
        return pointwise(4 * width, width, Activation.IDENTITY, decay);
    }

    /** A product at each position: a convolution one position wide. */
    private static Convolution1DLayer pointwise(
            int in, int out, Activation activation, double decay) {
        var layer =
                new Convolution1DLayer.Builder()
                        .kernelSize(1)
                        .nIn(in)
                        .nOut(out)
                        .rnnDataFormat(RNNFormat.NCW)
                        .activation(activation);
        return decayed(layer, decay).build();
    }

    private OutputLayer output(double decay) {
        var layer =
                new OutputLayer.Builder().nIn(width).nOut(classes).activation(Activation.SOFTMAX);
        return decayed(layer, decay).build();
    }

    private static <T extends BaseLayer.Builder<?>> T decayed(T layer, double decay) {
        layer.weightDecay(decay, true);
        return layer;
    }
}
