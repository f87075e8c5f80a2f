package io.github.dl4jprimer.mlp;

import static io.github.dl4jprimer.mlp.MultilayerPerceptronTest.baseLayer;
import static io.github.dl4jprimer.mlp.MultilayerPerceptronTest.init;
import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

class RegularizationTest {

    @Test
    void penaltiesAreSetOnEveryLayerAndNeverOnBiases() {
        var configuration = configuration(Regularization.none().withL1(0.1).withL2(0.2));
        for (int layer = 0; layer < 3; layer++) {
            var penalties = baseLayer(configuration, layer).getRegularization();
            assertEquals(List.of(new L1Regularization(0.1), new L2Regularization(0.2)), penalties);
            assertEquals(List.of(), baseLayer(configuration, layer).getRegularizationBias());
        }
    }

    @Test
    void weightDecayTakesTheLearningRateIntoAccount() {
        var configuration = configuration(Regularization.none().withWeightDecay(0.01));
        assertEquals(
                List.of(new WeightDecay(0.01, true)),
                baseLayer(configuration, 2).getRegularization());
    }

    @Test
    void withoutASlopeAStepOnlyDecaysTheWeightsAndOnlyOnce() {
        // Inputs of zero leave the first layer's weights without a gradient.
        var network = trainedOnZeros(Regularization.none().withWeightDecay(0.5));
        INDArray start = init(perceptron(Regularization.none())).getParam("0_W");
        assertClose(start.mul(1 - 0.1 * 0.5), network.getParam("0_W"), 1e-7, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3})
    void l2UnderSgdShrinksByTheSameFactor(double l2) {
        var network = trainedOnZeros(Regularization.none().withL2(l2));
        INDArray start = init(perceptron(Regularization.none())).getParam("0_W");
        assertClose(start.mul(1 - 0.1 * l2), network.getParam("0_W"), 1e-7, 0);
    }

    @Test
    void dropoutRateBecomesTheRetainProbabilityOfTheLayerAbove() {
        var configuration = configuration(Regularization.none().withDropoutRate(0.2));
        assertNull(baseLayer(configuration, 0).getIDropout(), "inputs are not dropped");
        assertEquals(new Dropout(0.8), baseLayer(configuration, 1).getIDropout());
        assertEquals(new Dropout(0.8), baseLayer(configuration, 2).getIDropout());
    }

    @Test
    void dropoutKeepsTheMeanAndIsOffWhenPredicting() {
        INDArray x = normal(1, 1, 4).castTo(DataType.FLOAT);
        var regressor =
                MultilayerPerceptron.regressor(4, List.of(50), 1, 1)
                        .withRegularization(Regularization.none().withDropoutRate(0.5));
        var network = init(regressor);
        double predicted = network.output(x).getDouble(0);
        assertEquals(predicted, network.output(x).getDouble(0));
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum += network.output(x, true).getDouble(0);
        }
        assertEquals(predicted, sum / 2000, 0.05);
    }

    @Test
    void numbersOutOfRangeAreRejected() {
        assertRejected(
                "dropoutRate must be at least 0 and below 1, got 1.0. It is the share of neurons",
                () -> Regularization.none().withDropoutRate(1));
        assertRejected(
                "l1 must be zero or above, got -1.0. Use 0 to turn it off.",
                () -> Regularization.none().withL1(-1));
        assertRejected(
                "l2 must be zero or above, got NaN. Use 0 to turn it off.",
                () -> Regularization.none().withL2(Double.NaN));
        assertRejected(
                "weightDecay must be zero or above, got -0.1. Use 0 to turn it off.",
                () -> Regularization.none().withWeightDecay(-0.1));
    }

    @Test
    void l2AndWeightDecayTogetherAreRejected() {
        assertRejected(
                "l2 must be 0 beside weightDecay, got 0.1. Use one of the two",
                () -> Regularization.none().withL2(0.1).withWeightDecay(0.1));
    }

    private static MultiLayerNetwork trainedOnZeros(Regularization regularization) {
        var network = init(perceptron(regularization));
        network.fit(
                new DataSet(
                        Nd4j.zeros(2, 4), Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}})));
        return network;
    }

    private static MultilayerPerceptron perceptron(Regularization regularization) {
        return MultilayerPerceptron.classifier(4, List.of(6, 5), 2, 1)
                .withUpdater(new Sgd(0.1))
                .withRegularization(regularization);
    }

    private static MultiLayerConfiguration configuration(Regularization regularization) {
        return perceptron(regularization).configuration();
    }
}
