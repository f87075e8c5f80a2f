package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.gradientcheck.GradientChecker;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Every loss inside a DL4J network: gradient, score, JSON, and that it can be lowered.
 *
 * <p>Arrays can be closed, and JUnit closes what it can: hence {@code autoCloseArguments = false}.
 */
class LossesInNetworksTest {
    private static final INDArray FEATURES = Nd4j.randn(DataType.DOUBLE, 6, 3);
    private static final INDArray CLASSES =
            Nd4j.createFromArray(
                    new double[][] {
                        {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0},
                        {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}
                    });
    private static final INDArray SOFT =
            Nd4j.createFromArray(
                    new double[][] {
                        {0.7, 0.1, 0.1, 0.1}, {0, 0.5, 0.5, 0}, {0.2, 0.2, 0.2, 0.4},
                        {1, 0, 0, 0}, {0.25, 0.25, 0.25, 0.25}, {0.9, 0, 0.1, 0}
                    });
    private static final INDArray NUMBERS =
            Nd4j.createFromArray(new double[][] {{0}, {3}, {1}, {2}, {-1}, {0}});
    private static final INDArray SIMILAR =
            Nd4j.createFromArray(new double[][] {{1}, {1}, {0}, {0}, {1}, {1}});

    static Stream<Arguments> losses() {
        var weights = List.of(1.0, 0.5, 2.0, 3.0);
        return Stream.of(
                Arguments.of(CrossEntropy.plain(), Activation.SOFTMAX, CLASSES),
                Arguments.of(CrossEntropy.plain(), Activation.IDENTITY, SOFT),
                Arguments.of(CrossEntropy.plain(), Activation.SOFTMAX, NUMBERS),
                Arguments.of(
                        CrossEntropy.plain().withClassWeights(weights).withLabelSmoothing(0.1),
                        Activation.SOFTMAX,
                        CLASSES),
                Arguments.of(BinaryCrossEntropy.plain(), Activation.SIGMOID, CLASSES),
                Arguments.of(new BinaryCrossEntropy(weights), Activation.IDENTITY, SOFT),
                Arguments.of(new KlDivergence(), Activation.SOFTMAX, SOFT),
                Arguments.of(new SymmetricKl(), Activation.SOFTMAX, NUMBERS),
                Arguments.of(new Huber(0.5), Activation.IDENTITY, CLASSES),
                Arguments.of(new Huber(0.5), Activation.TANH, CLASSES),
                Arguments.of(new LossMSE(), Activation.IDENTITY, SOFT),
                Arguments.of(new LossMAE(), Activation.IDENTITY, SOFT),
                Arguments.of(new Contrastive(3), Activation.IDENTITY, SIMILAR),
                Arguments.of(new Contrastive(1), Activation.TANH, SIMILAR),
                Arguments.of(TripletMargin.of(1), Activation.IDENTITY, NUMBERS),
                Arguments.of(InfoNce.simCse(0.5), Activation.IDENTITY, NUMBERS),
                Arguments.of(
                        new InfoNce(0.5, InfoNce.Form.SYMMETRIC), Activation.IDENTITY, NUMBERS),
                Arguments.of(new InfoNce(0.5, InfoNce.Form.NT_XENT), Activation.TANH, NUMBERS),
                Arguments.of(new SupervisedContrastive(0.5), Activation.IDENTITY, CLASSES));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("losses")
    void itsGradientIsTheSlopeOfTheScore(
            ILossFunction loss, Activation activation, INDArray labels) {
        var network = network(configuration(loss, activation, DataType.DOUBLE, 0.1));
        var report = GradientChecker.ofAllEntries().check(network, new DataSet(FEATURES, labels));
        assertTrue(report.passed(), report::table);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("losses")
    void itSurvivesJson(ILossFunction loss, Activation activation, INDArray labels) {
        var json = configuration(loss, activation, DataType.DOUBLE, 0).toJson();
        var read = MultiLayerConfiguration.fromJson(json);
        assertEquals(loss, ((OutputLayer) read.getConf(1).getLayer()).getLossFn());
        var batch = new DataSet(FEATURES, labels);
        var network = network(MultiLayerConfiguration.fromJson(json));
        assertEquals(network(read).score(batch), network.score(batch));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("losses")
    void theScoreIsTheMeanOverTheExamplesAndTrainingLowersIt(
            ILossFunction loss, Activation activation, INDArray labels) {
        var network = network(configuration(loss, activation, DataType.FLOAT, 0));
        var batch = new DataSet(FEATURES.castTo(DataType.FLOAT), labels.castTo(DataType.FLOAT));
        double before = network.score(batch);
        if (loss instanceof MeanLoss) {
            var rows = network.scoreExamples(batch, false);
            assertEquals(before, rows.meanNumber().doubleValue(), 1e-5);
        }
        for (int i = 0; i < 30; i++) {
            network.fit(batch);
        }
        assertTrue(network.score(batch) < before, before + " to " + network.score(batch));
    }

    private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
        var network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static MultiLayerConfiguration configuration(
            ILossFunction loss, Activation activation, DataType type, double l2) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(new Sgd(0.05))
                .weightInit(WeightInit.XAVIER)
                .l2(l2)
                .list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(5).activation(Activation.TANH).build())
                .layer(new OutputLayer.Builder(loss).nIn(5).nOut(4).activation(activation).build())
                .build();
    }
}
