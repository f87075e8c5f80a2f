package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.GapTexts.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.optimizer.TorchAdam;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Whatever DL4J does with a network, its output goes on decoding by its own embedding's table. */
class TiedTableTest {
    @TempDir Path folder;

    private static ComputationGraph network() {
        var model = GapTexts.model().withUpdater(TorchAdam.of(0.01));
        return GapTexts.scattered(model, DataType.FLOAT);
    }

    @Test
    void aCloneIsTiedToItsOwnTable() {
        var network = network();
        network.fit(batch(3, 5));
        INDArray before = answer(network);
        var clone = network.clone();
        assertEquals(before, answer(clone));
        assertTied(clone);
        assertEquals(before, answer(network), "the original keeps its own");
    }

    @Test
    void savedModelsAreTied() throws IOException {
        var network = network();
        network.fit(batch(3, 5));
        ModelFolder.save(folder.resolve("model"), network, List.of(), Map.of());
        var read = (ComputationGraph) ModelFolder.load(folder.resolve("model")).model();
        assertEquals(answer(network), answer(read));
        assertTied(read);
        var zip = folder.resolve("model.zip").toFile();
        ModelSerializer.writeModel(network, zip, true);
        var restored = ModelSerializer.restoreComputationGraph(zip, true);
        network.fit(batch(3, 5));
        restored.fit(batch(3, 5));
        assertEquals(network.params(), restored.params(), "resumed training");
        assertTied(restored);
    }

    @Test
    void aFrozenTableStaysAndStillDecodes() {
        var network = network();
        var tuned =
                new TransferLearning.GraphBuilder(network)
                        .fineTuneConfiguration(
                                new FineTuneConfiguration.Builder().updater(new Sgd(0.1)).build())
                        .setFeatureExtractor("block0")
                        .build();
        assertEquals(answer(network), answer(tuned));
        INDArray table = table(tuned).dup();
        INDArray free = tuned.paramTable().get("block1_W1").dup();
        INDArray bias = tuned.paramTable().get("output_bdecoder").dup();
        tuned.fit(batch(3, 5));
        assertEquals(table, table(tuned));
        assertNotEquals(free, tuned.paramTable().get("block1_W1"));
        assertNotEquals(bias, tuned.paramTable().get("output_bdecoder"));
        assertTied(tuned);
        assertTied(tuned.clone());
    }

    @Test
    void aTableThatIsFrozenInTheConfigurationStaysToo() {
        for (boolean backprop : new boolean[] {false, true}) {
            var configuration = GapTexts.model().withUpdater(new Sgd(0.1)).configuration();
            var conf = ((LayerVertex) configuration.getVertices().get("embedding")).getLayerConf();
            var layer = conf.getLayer();
            conf.setLayer(backprop ? new FrozenLayerWithBackprop(layer) : new FrozenLayer(layer));
            conf.getLayer().setLayerName("embedding");
            var read = ComputationGraphConfiguration.fromJson(configuration.toJson());
            var network = new ComputationGraph(read);
            network.init();
            Classifiers.scatter(network.params(), 3);
            INDArray table = table(network).dup();
            INDArray free = network.paramTable().get("block0_W1").dup();
            network.fit(batch(3, 5));
            assertEquals(table, table(network));
            assertNotEquals(free, network.paramTable().get("block0_W1"));
            assertTied(network);
        }
    }

    /** The step of a tied table is the sum of the steps of two tables that are not tied. */
    @Test
    void bothUsesOfTheTableReachItsGradient() {
        var causal =
                CausalLanguageModel.of(5, 8, 7)
                        .withUpdater(new Sgd(1))
                        .withEmbedding(EmbeddingSettings.of(5, 64, 8).withNormalization(false));
        var untied = GapTexts.network(causal.configuration(), DataType.DOUBLE);
        var tied = GapTexts.network(causal.withTiedDecoder(true).configuration(), DataType.DOUBLE);
        Classifiers.scatter(tied.params(), 2);
        tied.paramTable().forEach((name, array) -> untied.setParam(name, array));
        untied.getLayer("output").getParam("W").assign(table(tied).transpose());
        var numbers = batch(3, 5);
        numbers.setLabelsMaskArray(null);
        var oneHot = numbers.copy();
        oneHot.setLabels(oneHot(numbers.getLabels()));
        assertEquals(untied.score(oneHot), tied.score(numbers), 1e-9);
        INDArray before = table(tied).dup();
        tied.fit(numbers);
        untied.fit(oneHot);
        INDArray embedded = table(untied).sub(before);
        INDArray decoded = untied.getLayer("output").getParam("W").transpose().sub(before);
        assertTrue(embedded.norm2Number().doubleValue() > 1e-3, "one part");
        assertTrue(decoded.norm2Number().doubleValue() > 1e-3, "the other part");
        Close.assertClose(embedded.add(decoded), table(tied).sub(before), 1e-9, 1e-9, "both parts");
    }

    private static INDArray oneHot(INDArray labels) {
        INDArray dense = Nd4j.zeros(DataType.DOUBLE, labels.size(0), labels.size(1), 5);
        for (int b = 0; b < labels.size(0); b++) {
            for (int t = 0; t < labels.size(1); t++) {
                dense.putScalar(b, t, labels.getInt(b, t, 0), 1);
            }
        }
        return dense;
    }

    /** With zeros for a table and for the decoder's biases, all tokens are equally likely. */
    private static void assertTied(ComputationGraph network) {
        network.paramTable().get("output_bdecoder").assign(0);
        table(network).assign(0);
        INDArray answer = answer(network);
        assertTrue(answer.sub(0.2).amaxNumber().doubleValue() < 1e-6, answer.toString());
    }

    private static INDArray table(ComputationGraph network) {
        return network.paramTable().get("embedding_Wtoken");
    }

    private static INDArray answer(ComputationGraph network) {
        return network.outputSingle(batch(2, 6).getFeatures()).dup();
    }
}
