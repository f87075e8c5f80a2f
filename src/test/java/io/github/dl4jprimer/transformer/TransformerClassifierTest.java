package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

class TransformerClassifierTest {
    private static final TransformerClassifier SMALL = TransformerClassifier.of(20, 6, 3, 7);

    private static ComputationGraph network(TransformerClassifier model) {
        var network = new ComputationGraph(model.configuration());
        network.init();
        return network;
    }

    @Test
    void itHasTheParametersOneCounts() {
        long embedding = 20 * 64 + 6 * 64 + 2 * 64;
        long block = 64 * 192 + 192 + 64 * 64 + 64 + 64 * 128 + 128 + 128 * 64 + 64 + 4 * 64;
        assertEquals(embedding + 2 * block + 64 * 3 + 3, network(SMALL).numParams());
        var preNorm = SMALL.withEncoder(EncoderSettings.of(64, 4, 128).withPreNorm(true));
        assertEquals(
                embedding + 2 * block + 2 * 64 + 64 * 3 + 3,
                network(preNorm).numParams(),
                "with a norm after the last block");
    }

    /** p = softmax(tanh(h W + b) Wo + bo) of the first position's h. */
    @Test
    void thePoolerIsADenseLayerWithTanhBeforeTheOutput() {
        var pooled = SMALL.withPooling(SequencePooling.first()).withPooler(true);
        var network = network(pooled);
        assertEquals(network(SMALL).numParams() + 64 * 64 + 64, network.numParams());
        network.getLayer("pooler").getParam("b").assign(0.3);
        network.getLayer("output").getParam("b").assign(Nd4j.createFromArray(0.1f, 0, 0));
        var activations = network.feedForward(ids(new int[][] {{1, 2, 3}}), false);
        INDArray first = activations.get("block1").get(NDArrayIndex.all(), NDArrayIndex.point(0));
        INDArray pooler = Transforms.tanh(linear(network, "pooler", first), false);
        INDArray wanted = Nd4j.nn().softmax(linear(network, "output", pooler), 1);
        assertTrue(wanted.equalsWithEps(activations.get("output"), 1e-6), wanted.toString());
    }

    @Test
    void thePoolersMatrixDecaysAndItsBiasDoesNotAndDropoutComesAfterIt() {
        var dropping = EncoderSettings.of(64, 4, 128).withHiddenDropoutRate(0.25);
        var graph =
                SMALL.withEncoder(dropping).withPooler(true).withWeightDecay(0.1).configuration();
        assertEquals(1, terms(graph, "pooler", "W"));
        assertEquals(0, terms(graph, "pooler", "b"));
        var network = new ComputationGraph(graph);
        network.init();
        assertNull(network.getLayer("pooler").conf().getLayer().getIDropout());
        assertEquals(new Dropout(0.75), network.getLayer("output").conf().getLayer().getIDropout());
        assertEquals(graph, ComputationGraphConfiguration.fromJson(graph.toJson()));
    }

    private static INDArray linear(ComputationGraph network, String layer, INDArray x) {
        var parameters = network.getLayer(layer);
        return x.mmul(parameters.getParam("W")).addiRowVector(parameters.getParam("b"));
    }

    @Test
    void eachLineIsGivenAProbabilityForEachClass() {
        INDArray output = network(SMALL).outputSingle(ids(new int[][] {{1, 2, 3}, {4, 5, 6}}));
        assertEquals(List.of(2L, 3L), IntStream.range(0, 2).mapToObj(output::size).toList());
        assertEquals(1, output.getRow(0).sumNumber().doubleValue(), 1e-6);
    }

    @Test
    void paddingIsInvisible() {
        var network = network(SMALL);
        INDArray alone = network.outputSingle(ids(new int[][] {{1, 2, 3}})).dup();
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 0, 0}, {1, 1, 1, 1, 1}});
        INDArray[] padded = {ids(new int[][] {{1, 2, 3, 9, 9}, {4, 5, 6, 7, 8}})};
        INDArray both = network.output(false, padded, new INDArray[] {mask}, null)[0];
        assertTrue(alone.getRow(0).equalsWithEps(both.getRow(0), 1e-6), alone + " " + both);
    }

    @Test
    void matricesDecayAndBiasesAndNormsDoNot() {
        var graph = SMALL.withWeightDecay(0.1).configuration();
        assertEquals(1, terms(graph, "block1", "Wqkv"));
        assertEquals(1, terms(graph, "block1", "W2"));
        assertEquals(1, terms(graph, "embedding", "Wtoken"));
        assertEquals(1, terms(graph, "output", "W"));
        for (var kept : List.of("bqkv", "bo", "b1", "b2", "gain1", "bias1", "gain2", "bias2")) {
            assertEquals(0, terms(graph, "block1", kept), kept);
        }
        assertEquals(0, terms(graph, "embedding", "gain"));
        assertEquals(0, terms(graph, "output", "b"));
    }

    /** w ← w - ηλw once, not twice: rows of tokens that do not occur have no gradient. */
    @Test
    void decayIsAppliedOnce() {
        var network = network(SMALL.withUpdater(new Sgd(0.5)).withWeightDecay(0.1));
        INDArray table = network.getLayer("embedding").getParam("Wtoken");
        INDArray absent = table.getRow(19).dup();
        network.fit(
                new DataSet(
                        ids(new int[][] {{1, 2}}),
                        Nd4j.createFromArray(new float[][] {{1, 0, 0}})));
        assertTrue(absent.mul(1 - 0.5 * 0.1).equalsWithEps(table.getRow(19), 1e-7));
    }

    @Test
    void itLearnsWhichOfTwoTokensComesFirst() {
        var model = TransformerClassifier.of(4, 2, 2, 3).withUpdater(new Sgd(0.1));
        var network = network(model.withEncoder(EncoderSettings.of(64, 4, 128)));
        var data =
                new DataSet(
                        ids(new int[][] {{1, 2}, {2, 1}}),
                        Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}}));
        for (int step = 0; step < 60; step++) {
            network.fit(data);
        }
        INDArray output = network.outputSingle(data.getFeatures());
        assertTrue(output.getDouble(0, 0) > 0.9, output.toString());
        assertTrue(output.getDouble(1, 1) > 0.9, output.toString());
    }

    @Test
    void theConfigurationSurvivesJson() {
        var graph = SMALL.withPooling(SequencePooling.first()).withWeightDecay(0.01);
        var configuration = graph.configuration();
        assertEquals(configuration, ComputationGraphConfiguration.fromJson(configuration.toJson()));
    }

    @Test
    void dropoutIsActiveInTrainingOnly() {
        var dropping = EncoderSettings.of(64, 4, 128).withHiddenDropoutRate(0.5);
        var network = network(SMALL.withEncoder(dropping));
        var data =
                new DataSet(
                        ids(new int[][] {{1, 2, 3}}),
                        Nd4j.createFromArray(new float[][] {{1, 0, 0}}));
        assertEquals(network.score(data), network.score(data));
        assertNotEquals(trainingScore(network, data), trainingScore(network, data));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused(
                "encoder's embeddingSize must be the embedding's 64, got 32. Change both.",
                () -> SMALL.withEncoder(EncoderSettings.of(32, 4, 64)));
        refused(
                "numLayers must be at least 1, got 0. 2 is a small model's.",
                () -> SMALL.withNumLayers(0));
        refused(
                "numClasses must be at least 2, got 1. Count them.",
                () -> TransformerClassifier.of(20, 6, 1, 7));
        refused(
                "weightDecay must be at least 0, got -1.0. 0.01 is usual, 0 turns it off.",
                () -> SMALL.withWeightDecay(-1));
    }

    private static double trainingScore(ComputationGraph network, DataSet data) {
        network.setInputs(data.getFeatures());
        network.setLabels(data.getLabels());
        network.computeGradientAndScore();
        return network.score();
    }

    private static void refused(String message, Runnable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made::run).getMessage());
    }

    /** How many regularisation terms a parameter has. */
    private static int terms(ComputationGraphConfiguration graph, String layer, String parameter) {
        var network = new ComputationGraph(graph);
        network.init();
        var configured = (BaseLayer) network.getLayer(layer).conf().getLayer();
        var terms = configured.getRegularizationByParam(parameter);
        return terms == null ? 0 : terms.size();
    }

    private static INDArray ids(int[][] ids) {
        return Nd4j.createFromArray(ids);
    }
}
