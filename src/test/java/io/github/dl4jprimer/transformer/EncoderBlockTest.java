package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class EncoderBlockTest {
    private static final EncoderSettings SETTINGS = EncoderSettings.of(6, 2, 10);

    @Test
    void parametersAreNamedAndShapedAndStartAsBertStarts() {
        var block = network(EncoderBlock.of(EncoderSettings.of(64, 2, 100))).getLayer(0);
        assertEquals(
                "[Wqkv, bqkv, Wo, bo, W1, b1, W2, b2, gain1, bias1, gain2, bias2]",
                block.paramTable().keySet().toString());
        assertEquals(List.of(64L, 192L), shape(block.getParam("Wqkv")));
        assertEquals(List.of(192L), shape(block.getParam("bqkv")));
        assertEquals(List.of(100L, 64L), shape(block.getParam("W2")));
        assertEquals(Nd4j.ones(DataType.FLOAT, 64), block.getParam("gain2"));
        assertEquals(Nd4j.zeros(DataType.FLOAT, 100), block.getParam("b1"));
        assertEquals(0.02, block.getParam("W1").stdNumber().doubleValue(), 0.001);
        assertEquals(0, block.getParam("W1").meanNumber().doubleValue(), 0.001);
    }

    @Test
    void settingsSurviveJson() {
        var settings =
                SETTINGS.withPreNorm(true)
                        .withCausal(true)
                        .withActivation(FeedForwardActivation.GELU_TANH)
                        .withEpsilon(1e-12)
                        .withAttentionDropoutRate(0.25)
                        .withHiddenDropoutRate(0.5);
        var configuration = Classifiers.of(DataType.FLOAT).with(settings).configuration();
        var read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertEquals(configuration, read);
        assertEquals(configuration.toJson(), read.toJson());
        assertEquals(settings, ((EncoderBlock) read.getConf(1).getLayer()).settings());
        assertEquals(configuration, MultiLayerConfiguration.fromYaml(configuration.toYaml()));
    }

    @Test
    void blocksAreEqualIfAllTheirSettingsAre() {
        var block = EncoderBlock.of(SETTINGS);
        assertEquals(block, EncoderBlock.of(SETTINGS));
        assertEquals(block.hashCode(), EncoderBlock.of(SETTINGS).hashCode());
        assertEquals(block, block.clone());
        assertNotEquals(block, EncoderBlock.of(SETTINGS.withCausal(true)));
        assertNotEquals(block, EncoderBlock.builder(SETTINGS).weightDecay(0.1).build());
        assertNotEquals(LayerNorm.of(6), LayerNorm.of(6, 1e-6));
        assertNotEquals(SequencePooling.mean(), SequencePooling.first());
        assertNotEquals(LayerNorm.of(6), block);
    }

    @Test
    void weightDecayShrinksTheMatricesOnly() {
        var network = network(EncoderBlock.builder(SETTINGS).weightDecay(0.5).build());
        network.params().assign(1);
        network.fit(Nd4j.zeros(2, 3, 6), labelsWithoutGradient());
        var block = network.getLayer(0);
        for (String name : block.paramTable().keySet()) {
            double expected = name.startsWith("W") ? 0.95 : 1; // rate 0.1 times decay 0.5
            assertEquals(expected, block.getParam(name).meanNumber().doubleValue(), 1e-6, name);
        }
    }

    @Test
    void aStackOfBlocksKnowsItsInputTypes() {
        var configuration =
                new NeuralNetConfiguration.Builder()
                        .list()
                        .layer(TokenEmbedding.of(EmbeddingSettings.of(9, 6, 4)))
                        .layer(EncoderBlock.of(SETTINGS))
                        .layer(SequencePooling.mean())
                        .setInputType(InputType.recurrent(1, 4))
                        .build();
        assertEquals(9, ((TokenEmbedding) configuration.getConf(0).getLayer()).getNIn());
        var types = configuration.getLayerActivationTypes(InputType.recurrent(1, 4));
        assertEquals(InputType.recurrent(6, 4, RNNFormat.NWC), types.get(1));
        assertEquals(InputType.feedForward(6), types.get(2));
        assertTrue(configuration.getInputPreProcessors().isEmpty());
        assertFalse(configuration.getMemoryReport(InputType.recurrent(1, 4)).toString().isEmpty());
    }

    @Test
    void attentionWeightsAreSharesOfWhatMayBeSeen() {
        var network = network(EncoderBlock.of(SETTINGS.withCausal(true).withPreNorm(true)));
        Classifiers.scatter(network.params(), 1);
        var block = (EncoderBlockLayer) network.getLayer(0);
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1}, {1, 0, 1}});
        INDArray weights = block.attentionWeights(Nd4j.rand(2, 3, 6), mask);
        assertEquals(List.of(2L, 2L, 3L, 3L), shape(weights));
        assertTrue(weights.sum(3).equalsWithEps(Nd4j.ones(2, 2, 3), 1e-6));
        assertEquals(0, weights.getDouble(0, 0, 0, 1), "later");
        assertEquals(0, weights.getDouble(1, 1, 2, 1), "padding");
        assertNotEquals(weights.getDouble(0, 0, 2, 0), weights.getDouble(0, 1, 2, 0), "heads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "readable"})
    void aQueryThatSeesNothingGetsNothing(String face) {
        var made = EncoderBlock.of(SETTINGS);
        var network =
                face.equals("fast") ? network(made) : Classifiers.readable(() -> network(made));
        Classifiers.scatter(network.params(), 1);
        var block = network.getLayer(0);
        block.getParam("bo").assign(0);
        block.setMaskArray(Nd4j.createFromArray(new float[][] {{0, 0}, {1, 0}}));
        var workspaces = LayerWorkspaceMgr.noWorkspaces();
        INDArray x = Nd4j.rand(DataType.FLOAT, 2, 2, 6);
        INDArray y = block.activate(x, false, workspaces).dup();
        block.getParam("Wqkv").muli(3);
        INDArray other = block.activate(x, false, workspaces);
        // Nothing of the projections reaches an example that is all padding.
        assertEquals(y.slice(0), other.slice(0));
        assertNotEquals(y.slice(1), other.slice(1));
        assertFalse(y.isNaN().any());
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        refused(
                "numHeads must be a divisor of embeddingSize 6, got 4. Choose one that leaves no"
                        + " rest.",
                () -> EncoderSettings.of(6, 4, 10));
        refused(
                "embeddingSize must be at least 1, got 0. 128 is a small model's.",
                () -> EncoderSettings.of(0, 1, 10));
        refused(
                "numHeads must be at least 1, got -2. 4 is a small model's.",
                () -> EncoderSettings.of(6, -2, 10));
        refused(
                "feedForwardSize must be at least 1, got 0. 4 * embeddingSize is usual.",
                () -> EncoderSettings.of(6, 2, 0));
        refused("epsilon must be above 0, got 0.0. 1e-5 is usual.", () -> SETTINGS.withEpsilon(0));
        refused(
                "activation must be given, got null. GELU is BERT's choice.",
                () -> SETTINGS.withActivation(null));
        refused(
                "attentionDropoutRate must be at least 0 and below 1, got 1.0. It is the share to"
                        + " drop; 0.1 is usual.",
                () -> SETTINGS.withAttentionDropoutRate(1));
        refused(
                "hiddenDropoutRate must be at least 0 and below 1, got NaN. It is the share to"
                        + " drop; 0.1 is usual.",
                () -> SETTINGS.withHiddenDropoutRate(Double.NaN));
        refused(
                "embeddingSize must be at least 1, got 0. It is the width of the layer before.",
                () -> LayerNorm.of(0));
    }

    @Test
    void inputsThatDoNotFitAreRefused() {
        var network = network(EncoderBlock.of(SETTINGS));
        refused(
                "input must be [B, T, 6], got [2, 6]. Keep batch, time, features in this order"
                        + " (RNNFormat.NWC).",
                () -> network.output(Nd4j.rand(2, 6)));
        refused(
                "input must be [B, T, 6], got [2, 6, 3]. Keep batch, time, features in this order"
                        + " (RNNFormat.NWC).",
                () -> network.output(Nd4j.rand(2, 6, 3)));
        refused(
                "mask must be [2, 3], got [2, 4]. Give one number a position: 1 for a token, 0 for"
                        + " padding.",
                () -> network.output(Nd4j.rand(2, 3, 6), false, Nd4j.ones(2, 4), null));
        refused(
                "input size must be 6, got 5. Give this layer the embedding size of the layer"
                        + " before it.",
                () -> EncoderBlock.of(SETTINGS).setNIn(InputType.recurrent(5), true));
    }

    @Test
    void dl4jsOwnDropoutIsRefusedInsteadOfIgnored() {
        String message =
                "dropOut must be unset on this layer, got Dropout. Set the dropout rates of"
                        + " the Transformer layers instead.";
        refused(message, () -> network(EncoderBlock.builder(SETTINGS).dropOut(0.9).build()));
    }

    private static void refused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }

    private static List<Long> shape(INDArray array) {
        return Arrays.stream(array.shape()).boxed().toList();
    }

    private static MultiLayerNetwork network(Layer block) {
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .updater(new Sgd(0.1))
                                .list()
                                .layer(block)
                                .layer(SequencePooling.mean())
                                .layer(
                                        new LossLayer.Builder(LossFunction.MSE)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .build());
        network.init();
        return network;
    }

    /** All parameters one make all features equal: norm gives 0, the bias makes it 1. */
    private static INDArray labelsWithoutGradient() {
        return Nd4j.ones(2, 6);
    }
}
