package io.github.dl4jprimer.transformer;

import java.util.Random;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Small classifiers of token sequences for the tests: embedding, two blocks, norm, pooling,
 * softmax.
 *
 * @param type of the network
 * @param updater of all layers
 * @param embedding settings of the first layer
 * @param encoder settings of both blocks
 * @param pooling of the positions
 */
record Classifiers(
        DataType type,
        IUpdater updater,
        EmbeddingSettings embedding,
        EncoderSettings encoder,
        SequencePooling pooling) {
    static final int VOCABULARY = 11;
    static final int CLASSES = 3;

    static Classifiers of(DataType type) {
        return new Classifiers(
                type,
                new NoOp(),
                EmbeddingSettings.of(VOCABULARY, 6, 8),
                EncoderSettings.of(6, 2, 10),
                SequencePooling.mean());
    }

    Classifiers with(IUpdater other) {
        return new Classifiers(type, other, embedding, encoder, pooling);
    }

    Classifiers with(EmbeddingSettings other) {
        return new Classifiers(type, updater, other, encoder, pooling);
    }

    Classifiers with(EncoderSettings other) {
        return new Classifiers(type, updater, embedding, other, pooling);
    }

    Classifiers with(SequencePooling other) {
        return new Classifiers(type, updater, embedding, encoder, other);
    }

    /** As a graph with the layers embedding, block0, block1, norm, pooling, output. */
    ComputationGraph graph() {
        var graph =
                new ComputationGraph(
                        builder()
                                .graphBuilder()
                                .addInputs("ids")
                                .addLayer("embedding", TokenEmbedding.of(embedding), "ids")
                                .addLayer("block0", EncoderBlock.of(encoder), "embedding")
                                .addLayer("block1", EncoderBlock.of(encoder), "block0")
                                .addLayer("norm", norm(), "block1")
                                .addLayer("pooling", pooling, "norm")
                                .addLayer("output", output(), "pooling")
                                .setOutputs("output")
                                .build());
        graph.init();
        return graph;
    }

    /** The same as a stack. */
    MultiLayerNetwork stack() {
        var network = new MultiLayerNetwork(configuration());
        network.init();
        return network;
    }

    MultiLayerConfiguration configuration() {
        return builder()
                .list()
                .layer(TokenEmbedding.of(embedding))
                .layer(EncoderBlock.of(encoder))
                .layer(EncoderBlock.of(encoder))
                .layer(norm())
                .layer(pooling)
                .layer(output())
                .build();
    }

    /** Runs what makes networks with the readable face only. */
    static <T> T readable(Supplier<T> made) {
        System.setProperty(Face.PROPERTY, "readable");
        try {
            return made.get();
        } finally {
            System.clearProperty(Face.PROPERTY);
        }
    }

    /** Gives every parameter a value far from where it starts. */
    static void scatter(INDArray parameters, long seed) {
        var random = new Random(seed);
        double[] values = random.doubles(parameters.length(), -0.8, 0.8).toArray();
        parameters.assign(
                Nd4j.createFromArray(values).castTo(parameters.dataType()).reshape(1, -1));
    }

    /** A batch of random ids [B, T] and classes; masked, the i-th example lacks its last i ids. */
    DataSet batch(int examples, int length, boolean masked, long seed) {
        var random = new Random(seed);
        int[] ids = random.ints((long) examples * length, 0, VOCABULARY).toArray();
        INDArray x = Nd4j.createFromArray(ids).reshape(examples, length).castTo(type);
        INDArray y = Nd4j.zeros(type, examples, CLASSES);
        INDArray mask = Nd4j.ones(type, examples, length);
        for (int i = 0; i < examples; i++) {
            y.putScalar(i, random.nextInt(CLASSES), 1);
            for (int t = Math.max(1, length - i); t < length; t++) {
                mask.putScalar(i, t, 0);
            }
        }
        return new DataSet(x, y, masked ? mask : null, null);
    }

    private NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().seed(5).dataType(type).updater(updater);
    }

    private LayerNorm norm() {
        return LayerNorm.of(encoder.embeddingSize());
    }

    private OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(encoder.embeddingSize())
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
