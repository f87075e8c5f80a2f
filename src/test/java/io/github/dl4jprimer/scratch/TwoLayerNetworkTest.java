package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static io.github.dl4jprimer.scratch.Close.row;
import static io.github.dl4jprimer.scratch.Close.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.TwoLayerNetwork.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class TwoLayerNetworkTest {
    private static final INDArray XOR =
            matrix(
                    new double[] {0, 0},
                    new double[] {0, 1},
                    new double[] {1, 0},
                    new double[] {1, 1});
    private static final INDArray XOR_LABELS = oneHot(2, 0, 1, 1, 0);

    @Test
    void forwardPassIsWhatPencilAndPaperGive() {
        var parameters =
                new Parameters(
                        matrix(new double[] {1, -1}, new double[] {2, 0}),
                        vector(0, 1),
                        matrix(new double[] {1, 0}, new double[] {0, 3}),
                        vector(0.5, -0.5));
        var network = new TwoLayerNetwork(parameters, ActivationFunction.RELU);
        var cache = network.forward(row(1, 2));
        assertClose(row(5, 0), cache.z1());
        assertClose(row(5, 0), cache.a());
        assertClose(row(5.5, -0.5), cache.z2());
    }

    @ParameterizedTest
    @EnumSource
    void everyGradientAgreesWithTheNumericalOne(ActivationFunction activation) {
        var network = TwoLayerNetwork.random(3, 5, 4, activation, 1);
        INDArray x = normal(2, 6, 3);
        INDArray targets = oneHot(4, 0, 1, 2, 3, 0, 1);
        var gradients = network.backward(network.forward(x), targets);
        NumericalGradient.check(
                        () -> network.loss(x, targets),
                        network.parameters().blocks(),
                        gradients.parameters().blocks())
                .forEach(worst -> assertTrue(worst.relativeError() < 1e-6, worst::toString));
        assertClose(
                NumericalGradient.of(() -> network.loss(x, targets), x), gradients.x(), 1e-9, 0);
    }

    @Test
    void exclusiveOrIsLearned() {
        var start = TwoLayerNetwork.random(2, 8, 2, ActivationFunction.TANH, 3);
        var trained = start.train(XOR, XOR_LABELS, 0.5, 4, 300, 1);
        assertEquals(1, trained.accuracy(XOR, XOR_LABELS));
        assertTrue(trained.loss(XOR, XOR_LABELS) < 0.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneSmallStepLowersTheLoss(long seed) {
        var network = TwoLayerNetwork.random(4, 6, 3, ActivationFunction.GELU, seed);
        INDArray x = normal(seed + 10, 5, 4);
        INDArray targets = oneHot(3, 2, 1, 0, 1, 2);
        var next = network.step(network.backward(network.forward(x), targets), 0.01);
        assertTrue(next.loss(x, targets) < network.loss(x, targets));
    }

    @Test
    void aStepReturnsAnotherNetworkAndLeavesThisOne() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1);
        INDArray before = network.parameters().w1().dup();
        var next = network.step(network.backward(network.forward(XOR), XOR_LABELS), 0.1);
        assertEquals(before, network.parameters().w1());
        assertNotEquals(before, next.parameters().w1());
    }

    @Test
    void sameSeedSameNetworkAndAnotherSeedAnother() {
        var start = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1);
        assertEquals(start, TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1));
        assertNotEquals(start, TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 2));
        assertEquals(
                start.train(XOR, XOR_LABELS, 0.1, 3, 5, 9),
                start.train(XOR, XOR_LABELS, 0.1, 3, 5, 9));
    }

    @Test
    void anEpochOfOneBatchIsOneStep() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.TANH, 1);
        var step = network.step(network.backward(network.forward(XOR), XOR_LABELS), 0.1);
        var epoch = network.trainEpoch(XOR, XOR_LABELS, 0.1, 4, 1);
        assertClose(step.parameters().w1(), epoch.parameters().w1());
        assertClose(step.parameters().b2(), epoch.parameters().b2());
    }

    @Test
    void aLastBatchThatIsNotFullIsUsedToo() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.TANH, 1);
        INDArray oneExample = XOR.getRows(2);
        var step =
                network.step(
                        network.backward(network.forward(oneExample), XOR_LABELS.getRows(2)), 0.1);
        var epoch = network.trainEpoch(oneExample, XOR_LABELS.getRows(2), 0.1, 32, 1);
        assertClose(step.parameters().w2(), epoch.parameters().w2());
    }

    @Test
    void probabilitiesOfEachExampleSumToOne() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.SIGMOID, 1);
        assertClose(vector(1, 1, 1, 1), network.probabilities(XOR).sum(1));
    }

    @Test
    void blocksAreNamedInTheOrderOfTheLayers() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1);
        var names = List.copyOf(network.parameters().blocks().keySet());
        assertEquals(List.of("W1", "b1", "W2", "b2"), names);
    }

    @Test
    void layersThatDoNotFitTogetherAreRejected() {
        assertRejected(
                "w2 must be of shape [3, 2], got shape [4, 2]. Give one row a hidden neuron.",
                () ->
                        new Parameters(
                                normal(1, 2, 3), vector(0, 0, 0), normal(1, 4, 2), vector(0, 0)));
    }

    @Test
    void inputsWithAnotherNumberOfColumnsAreRejected() {
        assertRejected(
                "x must be a matrix [N, 2], got shape [1, 3]. Give one column a row of weights.",
                () ->
                        TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1)
                                .forward(row(1, 2, 3)));
    }

    @Test
    void inputsOfAnotherDataTypeAreRejected() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1);
        assertRejected(
                "x must be of type DOUBLE, got FLOAT. Convert them with castTo(DataType.DOUBLE).",
                () -> network.forward(row(1, 2).castTo(DataType.FLOAT)));
    }

    @Test
    void moreTargetsThanExamplesAreRejected() {
        var network = TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1);
        assertRejected(
                "targets must be of shape [1, 2], got shape [4, 2]. Give one row an example.",
                () -> network.trainEpoch(row(1, 2), XOR_LABELS, 0.1, 1, 1));
    }

    @Test
    void batchSizeOfZeroIsRejected() {
        assertRejected(
                "batchSize must be at least 1, got 0. Try 32.",
                () ->
                        TwoLayerNetwork.random(2, 3, 2, ActivationFunction.RELU, 1)
                                .trainEpoch(XOR, XOR_LABELS, 0.1, 0, 1));
    }
}
