package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class GradientProbeTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20_000})
    void sumsTheSquaresOfAView(int length) {
        for (var type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            var array = Nd4j.ones(type, length + 5).muli(3);
            var view = array.get(NDArrayIndex.interval(2, 2 + length));
            array.putScalar(0, 1e6);
            array.putScalar(length + 4, 1e6);
            assertEquals(9.0 * length, GradientProbe.sumOfSquares(view), 1e-4 * length);
        }
    }

    @Test
    void theSumOfMillionsOfSquaresKeepsSixDigits() {
        var array = Nd4j.linspace(DataType.FLOAT, -0.5, 1e-6, 1_000_001);
        double expected = 0;
        for (int i = -500_000; i <= 500_000; i++) {
            expected += (i * 1e-6) * (i * 1e-6);
        }
        assertEquals(expected, GradientProbe.sumOfSquares(array), 1e-6 * expected);
    }

    @Test
    void theNormIsThatOfTheMeanGradientOverAllParameters() {
        var network = network(new Sgd(1), false);
        var before = network.model().params().dup();
        var probe = fitOnce(network, INFINITE);
        // Under SGD with rate 1 the change of the parameters is the mean gradient.
        var gradient = before.sub(network.model().params());
        assertEquals(gradient.norm2Number().doubleValue(), gradientNorm(probe), 1e-5);
        assertTrue(gradientNorm(probe) > 0.01);
    }

    @Test
    void clippingScalesAllParametersAlike() {
        var free = network(new Sgd(1), false);
        var clipped = network(new Sgd(1), false);
        var start = free.model().params().dup();
        double norm = gradientNorm(fitOnce(free, INFINITE));
        assertEquals(norm, gradientNorm(fitOnce(clipped, norm / 2)), 1e-6);
        var step = start.sub(free.model().params());
        var clippedStep = start.sub(clipped.model().params());
        assertTrue(clippedStep.equalsWithEps(step.mul(norm / 2 / (norm + 1e-6)), 1e-6));
    }

    @Test
    void aGradientBelowTheLimitIsLeftAlone() {
        var free = network(new Sgd(1), false);
        var clipped = network(new Sgd(1), false);
        double norm = gradientNorm(fitOnce(free, INFINITE));
        fitOnce(clipped, norm * 1.01);
        assertEquals(free.model().params(), clipped.model().params());
    }

    @Test
    void theRunningMeansOfBatchNormalisationAreNeitherCountedNorClipped() {
        var free = network(new Sgd(1), true);
        var clipped = network(new Sgd(1), true);
        var start = free.parameters();
        var before = new ArrayList<INDArray>();
        start.values().forEach(parameter -> before.add(parameter.dup()));
        double norm = gradientNorm(fitOnce(free, INFINITE));
        fitOnce(clipped, norm / 10);
        double squares = 0;
        int i = 0;
        for (var entry : free.parameters().entrySet()) {
            var change = before.get(i++).sub(entry.getValue());
            if (entry.getKey().matches("1\\.(mean|var|log10stdev)")) {
                assertTrue(change.norm2Number().doubleValue() > 0);
                assertEquals(entry.getValue(), clipped.parameters().get(entry.getKey()));
            } else {
                squares += Math.pow(change.norm2Number().doubleValue(), 2);
            }
        }
        assertEquals(Math.sqrt(squares), norm, 1e-4);
    }

    @Test
    void aNetworkWithoutLearningRateHasNone() {
        var probe = fitOnce(network(new NoOp(), false), INFINITE);
        assertTrue(Double.isNaN(probe.metrics(1, 1, 0, 0).learningRate()));
    }

    @Test
    void anUnmeasuredStepHasNoNorm() {
        var network = network(new Sgd(1), false);
        var probe = new GradientProbe(network, INFINITE);
        network.add(List.of(probe));
        probe.startBatch(false);
        network.fit(TinyProblems.threeClouds(12, 1));
        assertTrue(Double.isNaN(gradientNorm(probe)));
        assertEquals(1, probe.updates());
    }

    private static GradientProbe fitOnce(Network network, double clipNorm) {
        var probe = new GradientProbe(network, clipNorm);
        network.add(List.of(probe));
        probe.startBatch(true);
        network.fit(TinyProblems.threeClouds(12, 1));
        return probe;
    }

    private static double gradientNorm(GradientProbe probe) {
        return probe.metrics(1, 1, 0, 0).gradientNorm();
    }

    private static Network network(IUpdater updater, boolean normalised) {
        var layers =
                new NeuralNetConfiguration.Builder()
                        .seed(5)
                        .updater(updater)
                        .activation(Activation.TANH)
                        .list()
                        .layer(new DenseLayer.Builder().nIn(2).nOut(4).build());
        if (normalised) {
            layers.layer(new BatchNormalization.Builder().nIn(4).nOut(4).build());
        }
        var model =
                new MultiLayerNetwork(
                        layers.layer(
                                        new OutputLayer.Builder(LossFunction.MCXENT)
                                                .nIn(4)
                                                .nOut(3)
                                                .activation(Activation.SOFTMAX)
                                                .build())
                                .build());
        model.init();
        return Network.of(model);
    }
}
