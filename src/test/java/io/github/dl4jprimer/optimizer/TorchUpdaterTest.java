package io.github.dl4jprimer.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class TorchUpdaterTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Optimizers.class)
    void everyOptimizerSurvivesJson(Optimizers optimizer) {
        var config = configuration(optimizer.at(0.25), optimizer.weightDecay());
        var read = MultiLayerConfiguration.fromJson(config.toJson());
        assertEquals(optimizer.at(0.25), updater(read));
        assertEquals(config.toJson(), read.toJson());
    }

    @ParameterizedTest
    @EnumSource(Optimizers.class)
    void everyOptimizerWithAScheduleSurvivesJson(Optimizers optimizer) {
        var updater = optimizer.following(new WarmupLinear(0.5, 2, 10));
        var read = MultiLayerConfiguration.fromJson(configuration(updater, 0).toJson());
        assertEquals(updater, updater(read));
        assertEquals(0.25, updater(read).getLearningRate(1, 0), 1e-15);
    }

    @ParameterizedTest
    @EnumSource(Optimizers.class)
    void resumedTrainingIsBitIdentical(Optimizers optimizer) throws IOException {
        var straight = network(optimizer.following(new WarmupCosine(0.05, 3, 20)));
        var stopped = network(optimizer.following(new WarmupCosine(0.05, 3, 20)));
        train(straight, 12);
        train(stopped, 5);
        var file = folder.resolve("model.zip").toFile();
        ModelSerializer.writeModel(stopped, file, true);
        var resumed = ModelSerializer.restoreMultiLayerNetwork(file, true);
        train(resumed, 7);
        assertEquals(straight.params(), resumed.params());
    }

    @ParameterizedTest
    @EnumSource(Optimizers.class)
    void everyOptimizerLearnsATinyProblem(Optimizers optimizer) {
        var network = network(optimizer.at(0.05));
        double before = train(network, 1);
        assertTrue(train(network, 60) < 0.7 * before, optimizer.key());
    }

    @Test
    void equalSettingsShareOneBlockOfTheNetwork() {
        var network = network(TorchAdam.of(0.1));
        train(network, 1);
        assertEquals(1, network.getUpdater().getStateViewArray().rank());
        assertEquals(2 * network.numParams(), network.getUpdater().getStateViewArray().length());
        assertEquals(TorchAdam.of(0.1), TorchAdam.of(0.1));
        assertEquals(TorchAdam.of(0.1).hashCode(), TorchAdam.of(0.1).hashCode());
        assertNotEquals(TorchAdam.of(0.1), TorchAdam.of(0.1).withBetas(0.9, 0.99));
        assertNotEquals(TorchAdam.of(0.1), TorchAmsGrad.of(0.1));
        assertNotEquals(TorchAdam.of(0.1), TorchAdam.of(0.2));
        assertNotEquals(TorchAdam.of(0.1), Optimizers.ADAM.following(new WarmupLinear(1, 0, 5)));
    }

    @Test
    void aCloneIsEqualButHasItsOwnLearningRate() {
        var momentum = Momentum.of(0.1).withMomentum(0.5);
        var clone = momentum.clone();
        clone.setLrAndSchedule(0.2, null);
        assertEquals(0.1, momentum.learningRate());
        assertEquals(0.2, clone.getLearningRate(0, 0));
        assertEquals(0.5, clone.momentum());
        assertTrue(momentum.hasLearningRate());
    }

    @Test
    void namedStateIsUsedAsItIs() {
        var state = Nd4j.createFromArray(1.0, 2.0);
        var updater = Momentum.of(0.1).instantiate(Map.of("M", state), false);
        INDArray gradient = Nd4j.createFromArray(1.0, 1.0);
        updater.applyUpdater(gradient, 0, 0);
        assertSame(state, updater.getState().get("M"));
        assertEquals(Nd4j.createFromArray(1.9, 2.8), state);
        assertEquals(Nd4j.createFromArray(0.19, 0.28), gradient);
        updater.setState(Map.of("M", state), true);
        assertEquals(0, state.sumNumber().doubleValue());
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT", "HALF"})
    void momentumTakesOneStepWhateverTheShapeAndType(DataType type) {
        double tolerance = type == DataType.FLOAT16 ? 2e-3 : 1e-6;
        for (var shape : new long[][] {{4}, {1, 4}, {2, 2}}) {
            var state = Nd4j.createFromArray(1.0, 2.0, -3.0, 0.0).castTo(type).reshape(shape);
            var gradient = Nd4j.createFromArray(1.0, 1.0, 1.0, -2.0).castTo(type).reshape(shape);
            Momentum.of(0.1).instantiate(Map.of("M", state), false).applyUpdater(gradient, 0, 0);
            var m = new double[] {1.9, 2.8, -1.7, -2};
            assertArrayEquals(m, state.ravel().toDoubleVector(), tolerance);
            var step = new double[] {0.19, 0.28, -0.17, -0.2};
            assertArrayEquals(step, gradient.ravel().toDoubleVector(), tolerance);
        }
    }

    @Test
    void aStateOfOtherNamesIsRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TorchAdam.of(0.1).instantiate(Map.of("G", Nd4j.create(2)), false));
        assertEquals(
                "state must be named [M, V], got [G]. Restore it with the updater that saved it.",
                error.getMessage());
    }

    @Test
    void atRateZeroAdamMovesNothingButRemembersTheGradient() {
        var updater = Optimizers.ADAM.following(new WarmupLinear(0.1, 2, 4));
        var state = Nd4j.create(4);
        var gradient = Nd4j.createFromArray(3f, -3f);
        updater.instantiate(state, true).applyUpdater(gradient, 0, 0);
        assertEquals(Nd4j.createFromArray(0f, 0f), gradient);
        assertEquals(0.3f, state.getFloat(0), 1e-6);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertMessage(
                "learningRate must be above 0.0, got -1.0. 0.01 is a usual start.",
                () -> Momentum.of(-1));
        assertMessage(
                "learningRate must be above 0.0, got NaN. 0.01 is a usual start.",
                () -> TorchAdaGrad.of(Double.NaN));
        assertMessage(
                "momentum must be at least 0.0 and below 1.0, got 1.0. 0.9 is usual.",
                () -> Momentum.of(1).withMomentum(1));
        assertMessage(
                "beta2 must be at least 0.0 and below 1.0, got 1.5. 0.999 is usual.",
                () -> TorchAdam.of(1).withBetas(0.9, 1.5));
        assertMessage(
                "alpha must be at least 0.0 and below 1.0, got -0.1. 0.99 is usual.",
                () -> TorchRmsProp.of(1).withAlpha(-0.1));
        assertMessage(
                "epsilon must be above 0.0, got 0.0. 1e-8 is usual.",
                () -> new TorchAmsGrad(1, null, 0.9, 0.999, 0));
    }

    @Test
    void decayOnTheLayerShrinksWeightsAndLeavesBiases() {
        var decayed = network(configuration(TorchAdam.of(0.1), 0.5));
        var plain = network(configuration(TorchAdam.of(0.1), 0));
        decayed.getParam("0_b").assign(1);
        plain.getParam("0_b").assign(1);
        var before = plain.getParam("0_W").dup();
        train(decayed, 1);
        train(plain, 1);
        assertEquals(plain.getParam("0_b"), decayed.getParam("0_b"));
        var shrunk = plain.getParam("0_W").sub(before.mul(0.1 * 0.5));
        assertTrue(shrunk.equalsWithEps(decayed.getParam("0_W"), 1e-6));
        assertFalse(plain.getParam("0_W").equalsWithEps(decayed.getParam("0_W"), 1e-3));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }

    private static IUpdater updater(MultiLayerConfiguration config) {
        return ((BaseLayer) config.getConf(0).getLayer()).getIUpdater();
    }

    private static MultiLayerNetwork network(IUpdater updater) {
        return network(configuration(updater, 0));
    }

    private static MultiLayerNetwork network(MultiLayerConfiguration config) {
        var network = new MultiLayerNetwork(config);
        network.init();
        return network;
    }

    private static MultiLayerConfiguration configuration(IUpdater updater, double weightDecay) {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(updater)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(
                        new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(8)
                                .activation(Activation.TANH)
                                .weightDecay(weightDecay)
                                .build())
                .layer(
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(8)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .weightDecay(weightDecay)
                                .build())
                .build();
    }

    private static double train(MultiLayerNetwork network, int steps) {
        var x = Nd4j.createFromArray(new float[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}});
        var y = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}});
        for (int i = 0; i < steps; i++) {
            network.fit(x, y);
        }
        return network.score();
    }
}
