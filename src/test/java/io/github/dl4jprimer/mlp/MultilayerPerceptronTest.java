package io.github.dl4jprimer.mlp;

import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class MultilayerPerceptronTest {

    @Test
    void layersAreOfTheSizesAskedFor() {
        var network = init(MultilayerPerceptron.classifier(4, List.of(16, 8), 3, 1));
        assertEquals(3, network.getnLayers());
        assertEquals(4 * 16 + 16 + 16 * 8 + 8 + 8 * 3 + 3, network.numParams());
        assertEquals(List.of(5L, 3L), shape(network.output(Nd4j.zeros(5, 4))));
    }

    @Test
    void withoutHiddenLayersItIsSoftmaxRegression() {
        var network = init(MultilayerPerceptron.classifier(4, List.of(), 3, 1));
        assertEquals(4 * 3 + 3, network.numParams());
    }

    @Test
    void nothingIsLeftToTheDefaultsOfDl4j() {
        var configuration = MultilayerPerceptron.classifier(4, List.of(16), 3, 42).configuration();
        var dense = assertInstanceOf(HiddenLayer.class, layer(configuration, 0));
        assertEquals(new ActivationReLU(), dense.getActivationFn());
        assertEquals(new Adam(1e-3), dense.getIUpdater());
        assertEquals(42, configuration.getConf(0).getSeed());
        assertTrue(dense.getRegularization().isEmpty());
    }

    @Test
    void eachAnswerHasItsActivationAndLoss() {
        var classifier = outputLayer(MultilayerPerceptron.classifier(2, List.of(3), 4, 1));
        assertEquals(new ActivationSoftmax(), classifier.getActivationFn());
        assertEquals(new LossMCXENT(), classifier.getLossFn());
        var regressor = outputLayer(MultilayerPerceptron.regressor(2, List.of(3), 1, 1));
        assertEquals(new ActivationIdentity(), regressor.getActivationFn());
        assertEquals(new LossMSE(), regressor.getLossFn());
        var binary = outputLayer(MultilayerPerceptron.binary(2, List.of(3), 1));
        assertEquals(new ActivationSigmoid(), binary.getActivationFn());
        assertEquals(new LossBinaryXENT(), binary.getLossFn());
    }

    @Test
    void batchNormalisationStandsBetweenTheSumAndTheBend() {
        var perceptron =
                MultilayerPerceptron.classifier(4, List.of(16, 8), 3, 1)
                        .withHidden(Hidden.tanh().withBatchNorm(true));
        var configuration = perceptron.configuration();
        var kinds = configuration.getConfs().stream().map(c -> c.getLayer().getClass()).toList();
        assertEquals(
                List.of(
                        HiddenLayer.class,
                        BatchNormalization.class,
                        ActivationLayer.class,
                        HiddenLayer.class,
                        BatchNormalization.class,
                        ActivationLayer.class,
                        OutputLayer.class),
                kinds);
        var dense = (HiddenLayer) layer(configuration, 0);
        assertEquals(new ActivationIdentity(), dense.getActivationFn());
        assertEquals(List.of(5L, 3L), shape(init(perceptron).output(normal(1, 5, 4))));
    }

    @Test
    void sameSeedSameWeightsAndAnotherSeedOthers() {
        var one = init(MultilayerPerceptron.classifier(4, List.of(16), 3, 1)).params();
        assertEquals(one, init(MultilayerPerceptron.classifier(4, List.of(16), 3, 1)).params());
        double distance =
                one.distance2(init(MultilayerPerceptron.classifier(4, List.of(16), 3, 2)).params());
        assertTrue(distance > 1);
    }

    @Test
    void weightsBeginAsHeSays() {
        INDArray weights =
                init(MultilayerPerceptron.classifier(200, List.of(300), 3, 1)).getParam("0_W");
        double he = Math.sqrt(2.0 / 200);
        assertEquals(he, weights.stdNumber().doubleValue(), 0.02 * he);
    }

    @Test
    void theConfigurationSurvivesJson() {
        var configuration =
                MultilayerPerceptron.classifier(4, List.of(16), 3, 1)
                        .withRegularization(Regularization.none().withL1(0.1).withDropoutRate(0.2))
                        .configuration();
        assertEquals(configuration, MultiLayerConfiguration.fromJson(configuration.toJson()));
    }

    @Test
    void exclusiveOrIsLearned() {
        INDArray x = Nd4j.createFromArray(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        INDArray y = oneHot(2, 0, 1, 1, 0).castTo(DataType.FLOAT);
        var network =
                init(
                        MultilayerPerceptron.classifier(2, List.of(8), 2, 3)
                                .withHidden(Hidden.tanh())
                                .withUpdater(new Sgd(0.5)));
        for (int step = 0; step < 400; step++) {
            network.fit(new DataSet(x, y));
        }
        assertEquals(y.argMax(1), network.output(x).argMax(1));
    }

    @Test
    void aNetworkWithoutInputsIsRejected() {
        assertRejected(
                "layerSizes must be inputs, hidden neurons and outputs, each at least 1, got"
                        + " [0, 8, 3]. Count the columns",
                () -> MultilayerPerceptron.classifier(0, List.of(8), 3, 1));
    }

    private static OutputLayer outputLayer(MultilayerPerceptron perceptron) {
        var configuration = perceptron.configuration();
        return (OutputLayer) layer(configuration, configuration.getConfs().size() - 1);
    }

    static Layer layer(MultiLayerConfiguration configuration, int index) {
        return configuration.getConf(index).getLayer();
    }

    static BaseLayer baseLayer(MultiLayerConfiguration configuration, int index) {
        return (BaseLayer) layer(configuration, index);
    }

    static MultiLayerNetwork init(MultilayerPerceptron perceptron) {
        var network = new MultiLayerNetwork(perceptron.configuration());
        network.init();
        return network;
    }

    private static List<Long> shape(INDArray array) {
        return Arrays.stream(array.shape()).boxed().toList();
    }
}
