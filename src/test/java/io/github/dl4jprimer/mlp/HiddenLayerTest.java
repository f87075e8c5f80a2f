package io.github.dl4jprimer.mlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.runtime.NativeRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Held to DL4J's own dense layer, in double precision. */
class HiddenLayerTest {
    private static final LayerWorkspaceMgr HEAP = LayerWorkspaceMgr.noWorkspaces();
    private static final double TOLERANCE = 1e-12;

    @BeforeAll
    static void prepare() {
        NativeRuntime.prepare();
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "TANH", "SIGMOID", "IDENTITY", "GELU", "LEAKYRELU", "SOFTPLUS"})
    void trainsAsDl4jsLayerDoes(Activation activation) {
        assertSameTraining(HiddenLayer.Builder::new, DenseLayer.Builder::new, activation, null);
    }

    /** Each changes the layer's inputs in place where DL4J allows it to. */
    @Test
    void trainsAsDl4jsLayerDoesWithNoiseOnItsInputs() {
        assertSameTraining(
                HiddenLayer.Builder::new,
                DenseLayer.Builder::new,
                Activation.TANH,
                new GaussianNoise(0.3));
        assertSameTraining(
                () -> new HiddenLayer.Builder().dropOut(0.5).weightNoise(new DropConnect(0.7)),
                () -> new DenseLayer.Builder().dropOut(0.5).weightNoise(new DropConnect(0.7)),
                Activation.TANH,
                null);
    }

    private static void assertSameTraining(
            Supplier<FeedForwardLayer.Builder<?>> ours,
            Supplier<FeedForwardLayer.Builder<?>> theirs,
            Activation activation,
            IDropout noise) {
        var expected = trained(theirs, activation, noise);
        var actual = trained(ours, activation, noise);
        assertEquals(expected.score(), actual.score(), TOLERANCE);
        assertEquals(0, expected.params().distance2(actual.params()), TOLERANCE);
    }

    private static MultiLayerNetwork trained(
            Supplier<FeedForwardLayer.Builder<?>> hidden, Activation activation, IDropout noise) {
        return trained(configuration(hidden, activation, noise));
    }

    private static MultiLayerNetwork trained(MultiLayerConfiguration configuration) {
        var network = new MultiLayerNetwork(configuration);
        network.init();
        Nd4j.getRandom().setSeed(5);
        for (int step = 0; step < 5; step++) {
            network.fit(batch(step));
            network.output(batch(step).getFeatures()); // a test in between leaves nothing behind
        }
        return network;
    }

    private static MultiLayerConfiguration configuration(
            Supplier<FeedForwardLayer.Builder<?>> hidden, Activation activation, IDropout noise) {
        var layers =
                new NeuralNetConfiguration.Builder()
                        .dataType(DataType.DOUBLE)
                        .seed(3)
                        .updater(new Adam(0.01))
                        .weightInit(WeightInit.XAVIER)
                        .activation(activation)
                        .l2(1e-3)
                        .list();
        for (int i = 0; i < 3; i++) {
            var layer = hidden.get();
            layer.nIn(i == 0 ? 4 : 6).nOut(6);
            if (noise != null) {
                layer.dropOut(noise.clone());
            }
            layers.layer(layer.build());
        }
        var output = new OutputLayer.Builder(LossFunction.MCXENT);
        return layers.layer(output.nIn(6).nOut(3).activation(Activation.SOFTMAX).build()).build();
    }

    private static DataSet batch(int step) {
        var features = Nd4j.linspace(DataType.DOUBLE, -1 - step, 0.1, 32).reshape(8, 4);
        return new DataSet(features, Nd4j.eye(3).repeat(0, 3).get(rows(8)).castTo(DataType.DOUBLE));
    }

    private static INDArrayIndex rows(int count) {
        return NDArrayIndex.interval(0, count);
    }

    /** Other weights after the forward pass must not change f'(Z): Z is not worked out again. */
    @Test
    void keepsTheSumsOfTheForwardPass() {
        var expected = biasGradient(true, layer -> {});
        assertEquals(expected, biasGradient(true, layer -> layer.getParam("W").muli(2)));
    }

    @Test
    void worksTheSumsOutWhereNoForwardPassOfTrainingWasBefore() {
        var expected = biasGradient(true, layer -> {});
        assertEquals(expected, biasGradient(false, layer -> {}));
        assertNotEquals(expected, biasGradient(false, layer -> layer.getParam("W").muli(2)));
        assertNotEquals(
                expected,
                biasGradient(
                        true,
                        layer -> {
                            layer.getParam("W").muli(2);
                            layer.setInput(input().dup(), HEAP); // sums of other inputs are not its
                        }));
    }

    private interface Between {
        void change(Layer layer);
    }

    private static INDArray biasGradient(boolean training, Between between) {
        var network =
                new MultiLayerNetwork(
                        configuration(HiddenLayer.Builder::new, Activation.TANH, null));
        network.init();
        network.initGradientsView();
        var layer = network.getLayer(0);
        layer.setInput(input(), HEAP);
        layer.activate(training, HEAP);
        between.change(layer);
        var gradient = layer.backpropGradient(Nd4j.ones(DataType.DOUBLE, 2, 6), HEAP).getFirst();
        return gradient.getGradientFor("b").dup();
    }

    private static INDArray input() {
        return Nd4j.createFromArray(new double[][] {{1, -2, 0.5, 3}, {0.1, 0.7, -1, 2}});
    }

    /** What the layers before would need, and nobody before the first layer does. */
    @Test
    void leavesOutTheGradientOfItsInputsIfTold() {
        var configuration = configuration(HiddenLayer.Builder::new, Activation.TANH, null);
        var network = new MultiLayerNetwork(configuration);
        network.init();
        network.initGradientsView();
        assertEquals(List.of(2L, 4L), shapeOfInputGradient(network));
        var first = (HiddenLayer) configuration.getConf(0).getLayer();
        first.setInputGradient(false);
        network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration.toJson()));
        network.init();
        network.initGradientsView();
        assertEquals(List.of(), shapeOfInputGradient(network));
        var trained = trained(configuration);
        var expected = trained(HiddenLayer.Builder::new, Activation.TANH, null);
        assertEquals(expected.params(), trained.params());
    }

    private static List<Long> shapeOfInputGradient(MultiLayerNetwork network) {
        var layer = network.getLayer(0);
        layer.setInput(input(), HEAP);
        layer.activate(true, HEAP);
        var made = layer.backpropGradient(Nd4j.ones(DataType.DOUBLE, 2, 6), HEAP).getSecond();
        return made == null ? List.of() : Arrays.stream(made.shape()).boxed().toList();
    }

    @Test
    void refusesInputsOfAnotherWidth() {
        var network =
                new MultiLayerNetwork(
                        configuration(HiddenLayer.Builder::new, Activation.TANH, null));
        network.init();
        var wide = Nd4j.ones(DataType.DOUBLE, 2, 5);
        var refusal = assertThrows(DL4JInvalidInputException.class, () -> network.output(wide));
        assertTrue(
                refusal.getMessage().startsWith("input must be [N, 4], got [2, 5]"),
                refusal.getMessage());
    }

    @Test
    void survivesJson() {
        var configuration = configuration(HiddenLayer.Builder::new, Activation.RELU, null);
        var read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertEquals(configuration, read);
        assertInstanceOf(HiddenLayer.class, read.getConf(0).getLayer());
        var theirs = configuration(DenseLayer.Builder::new, Activation.RELU, null);
        assertNotEquals(theirs, read);
        assertNotEquals(read, theirs);
        ((HiddenLayer) configuration.getConf(0).getLayer()).setInputGradient(false);
        assertNotEquals(configuration, read);
        assertEquals(configuration, MultiLayerConfiguration.fromJson(configuration.toJson()));
    }
}
