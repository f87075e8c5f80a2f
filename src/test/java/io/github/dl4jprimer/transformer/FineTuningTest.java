package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.optimizer.TorchAdam;
import io.github.dl4jprimer.optimizer.WarmupLinear;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class FineTuningTest {
    private static final TransformerClassifier CLASSIFIER =
            TransformerClassifier.of(GapTexts.VOCABULARY, 8, 2, 7)
                    .withPooler(true)
                    .withUpdater(new Sgd(0.5));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void frozenLayersDoNotMoveAndTheOthersDo(int blocks) {
        var plain = CLASSIFIER.withWeightDecay(0.1).configuration();
        var json = plain.toJson();
        var frozen = FineTuning.frozen(plain, blocks);
        assertEquals(json, plain.toJson(), "what is handed in does not change");
        assertEquals(frozen, ComputationGraphConfiguration.fromJson(frozen.toJson()));
        var network = scattered(frozen, 3);
        var before = copies(network);
        network.fit(batch());
        network.fit(batch());
        before.forEach(
                (name, array) -> {
                    boolean held =
                            name.startsWith("embedding")
                                    || (name.startsWith("block0") && blocks > 0)
                                    || (name.startsWith("block1") && blocks > 1);
                    if (held) {
                        assertEquals(array, network.paramTable().get(name), name);
                    } else if (!name.endsWith("bqkv")) { // which hardly has a gradient
                        assertNotEquals(array, network.paramTable().get(name), name);
                    }
                });
    }

    @Test
    void freezingTwiceIsFreezingOnce() {
        var once = FineTuning.frozen(CLASSIFIER.configuration(), 2);
        assertEquals(once, FineTuning.frozen(FineTuning.frozen(once, 1), 2));
    }

    @Test
    void theStepOfEachGroupIsItsFactorTimesTheWholeStep() {
        var plain = CLASSIFIER.configuration();
        var json = plain.toJson();
        var slower = FineTuning.withLayerwiseDecay(plain, 0.5, factor -> new Sgd(0.5 * factor));
        assertEquals(json, plain.toJson(), "what is handed in does not change");
        var whole = moved(plain);
        var parts = moved(slower);
        var factors =
                Map.of(
                        "embedding",
                        0.125,
                        "block0",
                        0.25,
                        "block1",
                        0.5,
                        "pooler",
                        1.0,
                        "output",
                        1.0);
        whole.forEach(
                (name, step) -> {
                    double factor = factors.get(name.substring(0, name.lastIndexOf('_')));
                    Close.assertClose(step.mul(factor), parts.get(name), 1e-14, 1e-9, name);
                });
    }

    @Test
    void theNormBeforeTheHeadLearnsAtFullRate() {
        var preNorm = CLASSIFIER.withEncoder(EncoderSettings.of(64, 4, 128).withPreNorm(true));
        var slower =
                FineTuning.withLayerwiseDecay(
                        preNorm.configuration(), 0.5, factor -> new Sgd(0.5 * factor));
        var whole = moved(preNorm.configuration());
        assertEquals(whole.get("norm_gain"), moved(slower).get("norm_gain"));
    }

    @Test
    void groupsAndFreezingAndWarmUpGoTogether() {
        var grouped =
                FineTuning.withLayerwiseDecay(
                        CLASSIFIER.configuration(),
                        0.9,
                        factor ->
                                new TorchAdam(
                                        Double.NaN,
                                        new WarmupLinear(0.01 * factor, 2, 10),
                                        0.9,
                                        0.999,
                                        1e-8));
        var both = FineTuning.frozen(grouped, 1);
        assertEquals(both, ComputationGraphConfiguration.fromJson(both.toJson()));
        var network = scattered(both, 3);
        var before = copies(network);
        network.fit(batch());
        assertEquals(before, copies(network), "the warm-up begins at rate 0");
        network.fit(batch());
        assertEquals(before.get("block0_W1"), network.paramTable().get("block0_W1"));
        assertNotEquals(before.get("block1_W1"), network.paramTable().get("block1_W1"));
    }

    @Test
    void theEncoderIsTakenOverAndTheHeadIsNot() {
        var masked = MaskedLanguageModel.of(GapTexts.VOCABULARY, 8, 3).configuration();
        var pretrained = scattered(masked, 5);
        var network = scattered(FineTuning.frozen(CLASSIFIER.configuration(), 1), 6);
        INDArray head = network.paramTable().get("pooler_W").dup();
        FineTuning.copyEncoder(pretrained, network);
        INDArray ids = batch().getFeatures();
        assertEquals(
                pretrained.feedForward(ids, false).get("block1"),
                network.feedForward(ids, false).get("block1"));
        assertEquals(head, network.paramTable().get("pooler_W"));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused(
                "blocks must be from 0 to the model's 2, got 3. Freeze no more than there are.",
                () -> FineTuning.frozen(CLASSIFIER.configuration(), 3));
        refused(
                "decay must be above 0 and at most 1, got 0.0. 0.9 is usual.",
                () ->
                        FineTuning.withLayerwiseDecay(
                                CLASSIFIER.configuration(), 0, factor -> new Sgd(factor)));
        var other =
                new NeuralNetConfiguration.Builder()
                        .graphBuilder()
                        .addInputs("x")
                        .addLayer("output", new OutputLayer.Builder().nIn(2).nOut(2).build(), "x")
                        .setOutputs("output")
                        .build();
        refused(
                "configuration must be one with layers embedding, block0, …, got [output]. Take it"
                        + " from one of the models of this package.",
                () -> FineTuning.frozen(other, 0));
    }

    @Test
    void encodersOfDifferentShapesAreRefused() {
        var deeper = scattered(CLASSIFIER.withNumLayers(3).configuration(), 1);
        var network = scattered(CLASSIFIER.configuration(), 1);
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> FineTuning.copyEncoder(deeper, network));
        assertEquals(
                "encoder must be of the same shape, {block0.W1=[64, 128]",
                error.getMessage().substring(0, 55));
    }

    private static ComputationGraph scattered(
            ComputationGraphConfiguration configuration, long seed) {
        var network = GapTexts.network(configuration, DataType.DOUBLE);
        Classifiers.scatter(network.params(), seed);
        network.params().muli(0.2);
        return network;
    }

    /** How far one step moves each parameter. */
    private static Map<String, INDArray> moved(ComputationGraphConfiguration configuration) {
        var network = scattered(configuration, 3);
        var before = copies(network);
        network.fit(batch());
        before.replaceAll((name, array) -> network.paramTable().get(name).sub(array));
        return before;
    }

    private static Map<String, INDArray> copies(ComputationGraph network) {
        var copies = new LinkedHashMap<String, INDArray>();
        network.paramTable().forEach((name, array) -> copies.put(name, array.dup()));
        return copies;
    }

    private static DataSet batch() {
        var labels = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}});
        return new DataSet(GapTexts.batch(3, 5).getFeatures(), labels);
    }

    private static void refused(String message, Runnable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made::run).getMessage());
    }
}
