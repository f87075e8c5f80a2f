package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.Batches;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Problems small enough to be learned in a fraction of a second. */
final class TinyProblems {
    private TinyProblems() {}

    /** Three classes in the plane, around (0, 2), (2, 0) and (-2, -2). */
    static DataSet threeClouds(int examples, long seed) {
        double[][] centres = {{0, 2}, {2, 0}, {-2, -2}};
        var random = new Random(seed);
        var features = new double[examples][2];
        var labels = new double[examples][3];
        for (int i = 0; i < examples; i++) {
            int c = i % 3;
            features[i][0] = centres[c][0] + 0.4 * random.nextGaussian();
            features[i][1] = centres[c][1] + 0.4 * random.nextGaussian();
            labels[i][c] = 1;
        }
        return new DataSet(
                Nd4j.createFromArray(features).castTo(DataType.FLOAT),
                Nd4j.createFromArray(labels).castTo(DataType.FLOAT));
    }

    static Batches training() {
        return Batches.shuffled(threeClouds(60, 1), 16, 5);
    }

    static Batches validation() {
        return Batches.inOrder(threeClouds(30, 2), 16);
    }

    /** 2-8-3 with dropout, whatever the updater. */
    static MultiLayerConfiguration stack(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .updater(updater)
                .activation(Activation.TANH)
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(8).build())
                .layer(
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .dropOut(0.8)
                                .nIn(8)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build();
    }

    /** The same network as a graph. */
    static ComputationGraphConfiguration graph(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .updater(updater)
                .activation(Activation.TANH)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden_1", new DenseLayer.Builder().nIn(2).nOut(8).build(), "in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .dropOut(0.8)
                                .nIn(8)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "hidden_1")
                .setOutputs("out")
                .build();
    }

    /** The clouds, for {@code epochs} epochs. */
    static Experiment clouds(IUpdater updater, int epochs) {
        return Experiment.classification("clouds", stack(updater), training(), validation())
                .withEpochs(epochs)
                .withSeed(3);
    }
}
