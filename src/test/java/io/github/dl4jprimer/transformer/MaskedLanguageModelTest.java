package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.GapTexts.batch;
import static io.github.dl4jprimer.transformer.GapTexts.ids;
import static io.github.dl4jprimer.transformer.GapTexts.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.gradientcheck.GradientChecker;
import io.github.dl4jprimer.optimizer.TorchAdam;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MaskedLanguageModelTest {

    @Test
    void everyGradientIsRightThatOfTheTiedTableToo() {
        var embedding = EmbeddingSettings.of(GapTexts.VOCABULARY, 8, 8).withSegments(2);
        var network = GapTexts.scattered(model().withEmbedding(embedding), DataType.DOUBLE);
        var batch = padded();
        var report = GradientChecker.ofSome(12, 1).check(network, batch.toMultiDataSet());
        assertTrue(report.passed(), report.table());
        assertTrue(report.table().contains("embedding_Wtoken"), report.table());
        assertTrue(report.table().contains("output_bdecoder"), report.table());
    }

    @Test
    void itHasTheParametersOneCounts() {
        long embedding = 5 * 8 + 8 * 8 + 2 * 8;
        long block = 8 * 24 + 24 + 8 * 8 + 8 + 8 * 12 + 12 + 12 * 8 + 8 + 4 * 8;
        long head = 8 * 8 + 8 + 2 * 8 + 5;
        var network = GapTexts.network(model().configuration(), DataType.FLOAT);
        assertEquals(embedding + 2 * block + head, network.numParams(), "no second table");
    }

    @Test
    void itLearnsToFillGaps() {
        var learning = model().withUpdater(TorchAdam.of(0.02));
        var network = GapTexts.network(learning.configuration(), DataType.FLOAT);
        var data = batch(4, 8);
        for (int step = 0; step < 80; step++) {
            network.fit(data);
        }
        assertTrue(network.score(data) < 0.1, "loss " + network.score(data));
        INDArray filled = network.outputSingle(ids(new int[][] {{3, 4, 0, 2, 3}})).argMax(2);
        assertEquals(1, filled.getInt(0, 2));
    }

    @Test
    void theRunnerMeasuresPredictedTokensAlone() {
        var network = GapTexts.scattered(model(), DataType.FLOAT);
        var batch = batch(4, 7);
        INDArray output = network.outputSingle(batch.getFeatures());
        INDArray likeliest = output.argMax(2); // [B, T]
        double loss = 0;
        double right = 0;
        double asked = batch.getLabelsMaskArray().sumNumber().doubleValue();
        for (int b = 0; b < 4; b++) {
            for (int t = 0; t < 7; t++) {
                double counts = batch.getLabelsMaskArray().getDouble(b, t);
                int label = batch.getLabels().getInt(b, t, 0);
                loss -= counts * Math.log(output.getDouble(b, t, label));
                right += likeliest.getInt(b, t) == label ? counts : 0;
            }
        }
        assertTrue(asked > 0 && asked < 28, "some are asked: " + asked);
        var data = Batches.inOrder(batch, 4);
        var result = Evaluator.evaluate(network, Task.LANGUAGE_MODEL, data);
        assertEquals(loss / asked, network.score(batch), 1e-5);
        assertEquals(loss / asked, result.loss(), 1e-5);
        assertEquals(Math.exp(loss / asked), result.score("perplexity"), 1e-3);
        assertEquals(right / asked, result.score("accuracy"), 1e-9);
    }

    @Test
    void paddingIsInvisible() {
        var network = GapTexts.scattered(model(), DataType.FLOAT);
        var alone = batch(3, 3);
        var long7 = batch(3, 7);
        INDArray mask = Nd4j.zeros(DataType.FLOAT, 3, 7);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).assign(1);
        long7.setFeaturesMaskArray(mask);
        long7.setLabelsMaskArray(long7.getLabelsMaskArray().mul(mask));
        assertEquals(network.score(alone), network.score(long7), 1e-5);
        Close.assertClose(
                GapTexts.gradient(network, alone).dup(),
                GapTexts.gradient(network, long7),
                1e-5,
                1e-4,
                "gradient");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void matricesDecayAndBiasesAndNormsDoNot(boolean decays) {
        var graph = model().withWeightDecay(decays ? 0.1 : 0).configuration();
        int once = decays ? 1 : 0;
        assertEquals(once, terms(graph, "output", "Wtransform"));
        assertEquals(once, terms(graph, "embedding", "Wtoken"), "the table once, not twice");
        assertEquals(once, terms(graph, "block1", "W2"));
        for (var kept : List.of("btransform", "gain", "bias", "bdecoder")) {
            assertEquals(0, terms(graph, "output", kept), kept);
        }
        assertEquals(0, terms(graph, "block0", "gain1"));
    }

    @Test
    void theConfigurationSurvivesJson() {
        var configuration = model().withWeightDecay(0.01).withNumLayers(3).configuration();
        var read = ComputationGraphConfiguration.fromJson(configuration.toJson());
        assertEquals(configuration, read);
        assertEquals(configuration.toJson(), read.toJson());
    }

    @Test
    void blocksThatDoNotLookAheadAreRefused() {
        var causal = EncoderSettings.of(8, 2, 12).withCausal(true);
        assertEquals(
                "encoder must be one that sees both ways, got a causal one. Use withCausal(false).",
                assertThrows(IllegalArgumentException.class, () -> model().withEncoder(causal))
                        .getMessage());
    }

    /** Three texts, the later ones shorter. */
    private static DataSet padded() {
        var batch = batch(3, 5);
        INDArray mask =
                Nd4j.createFromArray(
                        new float[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 0}, {1, 1, 1, 0, 0}});
        batch.setFeaturesMaskArray(mask);
        batch.setLabelsMaskArray(batch.getLabelsMaskArray().mul(mask));
        return batch;
    }

    /** How many regularisation terms a parameter has. */
    private static int terms(ComputationGraphConfiguration graph, String layer, String parameter) {
        var network = GapTexts.network(graph, DataType.FLOAT);
        var configured = (BaseLayer) network.getLayer(layer).conf().getLayer();
        var terms = configured.getRegularizationByParam(parameter);
        return terms == null ? 0 : terms.size();
    }
}
