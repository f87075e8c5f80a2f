package io.github.dl4jprimer.gradientcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.Close;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class CheckableCopyTest {
    private static final DataSet BATCH =
            new DataSet(
                    Close.normal(4, 6, 3).castTo(DataType.FLOAT),
                    Close.oneHot(2, 0, 1, 1, 0, 1, 1).castTo(DataType.FLOAT));

    @Test
    void aTrainingNetworkWithDropoutAndNoiseBecomesCheckable() {
        var network = network(4, new Adam(0.1), 0.5, 9);
        assertThrows(
                IllegalArgumentException.class,
                () -> GradientChecker.ofAllEntries().check(network, BATCH));
        var copy = CheckableCopy.of(network);
        var report = copy.check(GradientChecker.ofAllEntries(), BATCH, 6);
        assertTrue(report.passed(), report::table);
        assertEquals(4, report.parameters().size());
        assertEquals(network.params().castTo(DataType.DOUBLE), copy.network().params());
    }

    @Test
    void theNetworkItselfStaysAsItIs() {
        var network = network(4, new Adam(0.1), 0.5, 9);
        var json = network.getLayerWiseConfigurations().toJson();
        var parameters = network.params().dup();
        var copy = CheckableCopy.of(network);
        copy.forgetDerivative();
        copy.check(GradientChecker.ofAllEntries(), BATCH, 6);
        assertEquals(json, network.getLayerWiseConfigurations().toJson());
        assertEquals(parameters, network.params());
    }

    @Test
    void graphsAreCopiedToo() {
        var graph = graph();
        var copy = CheckableCopy.of(graph);
        assertTrue(copy.check(GradientChecker.ofAllEntries(), BATCH, 6).passed());
        assertEquals("hidden DenseLayer 3→4 tanh, out OutputLayer 4→2 softmax", copy.summary());
        assertTrue(copy.forgetDerivative());
        var report = copy.check(GradientChecker.ofAllEntries(), BATCH, 6);
        assertTrue(report.parameter("hidden_W").relativeError() > 0.01, report::table);
        assertTrue(report.parameter("out_W").relativeError() < 1e-5, report::table);
    }

    @Test
    void onlyTheFirstRowsAreTaken() {
        var copy = CheckableCopy.of(network(4, new Sgd(0.1), 0, 9));
        var checker = GradientChecker.ofAllEntries();
        var three = (DataSet) BATCH.getRange(0, 3);
        var whole = copy.check(checker, BATCH, 1000).parameter("1_b").analytic();
        assertEquals(
                copy.check(checker, three, 1000).parameter("1_b").analytic(),
                copy.check(checker, BATCH, 3).parameter("1_b").analytic());
        assertNotEquals(whole, copy.check(checker, BATCH, 3).parameter("1_b").analytic());
    }

    @Test
    void theMaskOfTheLabelsComesAlong() {
        var copy = CheckableCopy.of(network(4, new Sgd(0.1), 0, 9));
        INDArray mask = Nd4j.createFromArray(new float[][] {{1}, {0}, {0}, {1}, {1}, {1}});
        var masked = new DataSet(BATCH.getFeatures(), BATCH.getLabels(), null, mask);
        var checker = GradientChecker.ofAllEntries();
        assertTrue(copy.check(checker, masked, 4).passed());
        assertNotEquals(
                copy.check(checker, BATCH, 4).parameter("1_b").analytic(),
                copy.check(checker, masked, 4).parameter("1_b").analytic());
    }

    @Test
    void aForgottenDerivativeIsFoundBelowTheMistakeOnly() {
        var copy = CheckableCopy.of(network(4, new Sgd(0.1), 0.5, 9));
        assertTrue(copy.forgetDerivative());
        var report = copy.check(GradientChecker.ofAllEntries(), BATCH, 6);
        assertTrue(report.parameter("0_W").relativeError() > 0.01, report::table);
        assertTrue(report.parameter("0_b").relativeError() > 0.01, report::table);
        assertTrue(report.parameter("1_W").relativeError() < 1e-5, report::table);
    }

    @Test
    void behindBatchNormalisationTheBendIsTheActivationLayers() {
        var network =
                new MultiLayerNetwork(
                        builder(new Sgd(0.1), 0, 9)
                                .list()
                                .layer(dense(4, Activation.IDENTITY))
                                .layer(new BatchNormalization.Builder().nIn(4).nOut(4).build())
                                .layer(new ActivationLayer(Activation.TANH))
                                .layer(output(4))
                                .build());
        network.init();
        var copy = CheckableCopy.of(network);
        assertEquals(
                "0 DenseLayer 3→4 identity, 1 BatchNormalization 4→4, 2 ActivationLayer tanh, 3"
                        + " OutputLayer 4→2 softmax",
                copy.summary());
        assertTrue(copy.forgetDerivative());
        var report = copy.check(GradientChecker.ofAllEntries(), BATCH, 6);
        assertTrue(report.parameter("1_gamma").relativeError() > 0.01, report::table);
        assertTrue(report.parameter("3_W").relativeError() < 1e-5, report::table);
    }

    @Test
    void withoutHiddenLayersThereIsNoDerivativeToForget() {
        var network = new MultiLayerNetwork(builder(new Sgd(1), 0, 9).list(output(3)).build());
        network.init();
        var copy = CheckableCopy.of(network);
        assertFalse(copy.forgetDerivative());
        assertTrue(copy.check(GradientChecker.ofAllEntries(), BATCH, 6).passed());
    }

    @Test
    void seedUpdaterAndPenaltiesDoNotMakeAnotherConfiguration() {
        var one = CheckableCopy.of(network(4, new Adam(0.1), 0.5, 9)).configuration();
        assertEquals(one, CheckableCopy.of(network(4, new Sgd(3), 0, 10)).configuration());
        assertNotEquals(one, CheckableCopy.of(network(5, new Adam(0.1), 0.5, 9)).configuration());
    }

    @Test
    void aSingleLayerIsNoNetwork() {
        var layer = network(4, new Sgd(1), 0, 9).getLayer(0);
        var error = assertThrows(IllegalArgumentException.class, () -> CheckableCopy.of(layer));
        assertEquals(
                "network must be a MultiLayerNetwork or a ComputationGraph, got"
                        + " org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer. Pass one of"
                        + " them.",
                error.getMessage());
    }

    private static MultiLayerNetwork network(
            int hidden, IUpdater updater, double noise, long seed) {
        var network =
                new MultiLayerNetwork(
                        builder(updater, noise, seed)
                                .list(dense(hidden, Activation.TANH), output(hidden))
                                .build());
        network.init();
        return network;
    }

    private static ComputationGraph graph() {
        var graph =
                new ComputationGraph(
                        builder(new Adam(0.1), 0.5, 9)
                                .graphBuilder()
                                .addInputs("x")
                                .addLayer("hidden", dense(4, Activation.TANH), "x")
                                .addLayer("out", output(4), "hidden")
                                .setOutputs("out")
                                .build());
        graph.init();
        return graph;
    }

    /** All kinds of randomness and regularisation at once, or none at 0. */
    private static NeuralNetConfiguration.Builder builder(
            IUpdater updater, double noise, long seed) {
        var builder = new NeuralNetConfiguration.Builder().seed(seed).updater(updater);
        return noise == 0
                ? builder
                : builder.l2(noise)
                        .l1(noise)
                        .dropOut(1 - noise)
                        .weightNoise(new DropConnect(1 - noise))
                        .biasUpdater(updater);
    }

    private static DenseLayer dense(int size, Activation activation) {
        return new DenseLayer.Builder().nIn(3).nOut(size).activation(activation).build();
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
