package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class CausalLanguageModelTest {
    private static final int VOCABULARY = 5;
    private static final CausalLanguageModel SMALL = CausalLanguageModel.of(VOCABULARY, 8, 7);

    private static ComputationGraph network(CausalLanguageModel model) {
        var network = new ComputationGraph(model.configuration());
        network.init();
        return network;
    }

    @Test
    void noPositionSeesWhatComesAfterIt() {
        var network = network(SMALL);
        INDArray before = network.outputSingle(ids(new int[][] {{1, 2, 3, 4}})).dup();
        INDArray after = network.outputSingle(ids(new int[][] {{1, 2, 3, 0}}));
        var first = NDArrayIndex.interval(0, 3);
        assertTrue(
                before.get(NDArrayIndex.all(), first)
                        .equalsWithEps(after.get(NDArrayIndex.all(), first), 1e-6));
        assertFalse(before.equalsWithEps(after, 1e-6), "the changed position itself differs");
    }

    /** All logits 0 where the output's weights are: log V a token, whatever the batch. */
    @Test
    void theLossIsAMeanOverTokens() {
        var network = network(SMALL);
        network.getLayer("output").getParam("W").assign(0);
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {2, 7}}) {
            assertEquals(Math.log(VOCABULARY), network.score(batch(size[0], size[1])), 1e-6);
        }
    }

    /** A batch twice over has the same mean, so the same gradient. */
    @Test
    void theGradientIsThatOfTheMean() {
        var network = network(SMALL);
        INDArray once = gradient(network, batch(2, 4)).dup();
        var batch = batch(2, 4);
        var twice =
                new DataSet(
                        Nd4j.concat(0, batch.getFeatures(), batch.getFeatures()),
                        Nd4j.concat(0, batch.getLabels(), batch.getLabels()));
        assertTrue(once.equalsWithEps(gradient(network, twice), 1e-5));
    }

    @Test
    void tokensThatAreMaskedDoNotCount() {
        var network = network(SMALL);
        var whole = batch(2, 3);
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 0}, {1, 1, 1, 0}});
        INDArray column = Nd4j.createFromArray(new int[][] {{4}, {4}});
        INDArray other = Nd4j.zeros(DataType.FLOAT, 2, 1, VOCABULARY);
        var padded =
                new DataSet(
                        Nd4j.concat(1, whole.getFeatures(), column),
                        Nd4j.concat(1, whole.getLabels(), other),
                        mask,
                        mask);
        assertEquals(network.score(whole), network.score(padded), 1e-6);
    }

    @Test
    void itLearnsToContinueARepeatedPattern() {
        var network = network(SMALL);
        var data = batch(4, 8);
        for (int step = 0; step < 80; step++) {
            network.fit(data);
        }
        assertTrue(Math.exp(network.score(data)) < 1.5, "perplexity " + network.score(data));
        INDArray next = network.outputSingle(ids(new int[][] {{0, 1, 2}})).argMax(2);
        assertEquals(3, next.getInt(0, 2));
    }

    @Test
    void theConfigurationSurvivesJson() {
        var configuration = SMALL.withWeightDecay(0.01).withNumLayers(3).configuration();
        assertEquals(configuration, ComputationGraphConfiguration.fromJson(configuration.toJson()));
    }

    @Test
    void aTiedDecoderIsTheTableOfTheEmbedding() {
        var tied = SMALL.withTiedDecoder(true).withWeightDecay(0.01).withNumLayers(1);
        var configuration = tied.configuration();
        assertEquals(configuration, ComputationGraphConfiguration.fromJson(configuration.toJson()));
        var network = network(tied);
        assertEquals(0, network.getLayer("output").numParams());
        long own = VOCABULARY * 64 + VOCABULARY;
        long untied = network(SMALL.withNumLayers(1)).numParams();
        assertEquals(untied - own, network.numParams());
        network.getLayer("embedding").getParam("Wtoken").assign(0);
        INDArray output = network.outputSingle(ids(new int[][] {{1, 2}}));
        assertEquals(1.0 / VOCABULARY, output.maxNumber().doubleValue(), 1e-6);
    }

    @Test
    void tokenNumbersAreLabelsAsGoodAsOneHotRows() {
        var network = network(SMALL);
        var oneHot = batch(3, 4);
        var mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 1}, {1, 1, 0, 0}, {1, 1, 1, 0}});
        oneHot.setFeaturesMaskArray(mask);
        oneHot.setLabelsMaskArray(mask);
        INDArray numbers = oneHot.getLabels().argMax(2).castTo(DataType.FLOAT).reshape(3, 4, 1);
        var counted = new DataSet(oneHot.getFeatures(), numbers, mask, mask);
        assertEquals(network.score(oneHot), network.score(counted), 1e-6);
        INDArray wanted = GapTexts.gradient(network, oneHot).dup();
        assertEquals(wanted, GapTexts.gradient(network, counted));
    }

    @Test
    void aTiedModelLearnsToo() {
        var network = network(SMALL.withTiedDecoder(true));
        var data = batch(4, 8);
        data.setLabels(data.getLabels().argMax(2));
        for (int step = 0; step < 80; step++) {
            network.fit(data);
        }
        assertTrue(Math.exp(network.score(data)) < 1.5, "perplexity " + network.score(data));
        INDArray next = network.outputSingle(ids(new int[][] {{0, 1, 2}})).argMax(2);
        assertEquals(3, next.getInt(0, 2));
    }

    @Test
    void blocksThatLookAheadAreRefused() {
        assertEquals(
                "encoder must be causal, got one that sees the next token. Use withCausal(true).",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SMALL.withEncoder(EncoderSettings.of(64, 4, 256)))
                        .getMessage());
    }

    private static INDArray gradient(ComputationGraph network, DataSet batch) {
        network.setInputs(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.computeGradientAndScore();
        return network.getGradientsViewArray();
    }

    /** Texts that count 0, 1, 2, 3, 4, 0 ... from different starts; labels one-hot [B, T, V]. */
    private static DataSet batch(int examples, int length) {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, examples, length, VOCABULARY);
        int[][] ids = new int[examples][length];
        for (int i = 0; i < examples; i++) {
            for (int t = 0; t < length; t++) {
                ids[i][t] = (i + t) % VOCABULARY;
                labels.putScalar(i, t, (i + t + 1) % VOCABULARY, 1);
            }
        }
        return new DataSet(ids(ids), labels);
    }

    private static INDArray ids(int[][] ids) {
        return Nd4j.createFromArray(ids);
    }
}
