package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.experiment.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** What DL4J does with layers: both networks, saving, resuming, copying, freezing, threads. */
class LayersInNetworksTest {
    @TempDir Path folder;

    @Test
    void stackAndGraphAreTheSameNetwork() {
        var classifiers = dropping();
        var stack = classifiers.stack();
        var graph = classifiers.graph();
        graph.params().assign(stack.params());
        var batch = classifiers.batch(4, 5, true, 1);
        INDArray mask = batch.getFeaturesMaskArray();
        INDArray ofStack = stack.output(batch.getFeatures(), false, mask, null);
        INDArray ofGraph =
                graph.output(
                                false,
                                new INDArray[] {batch.getFeatures()},
                                new INDArray[] {mask},
                                null)[0];
        assertEquals(ofStack, ofGraph);
    }

    @Test
    void trainingThatIsSavedAndResumedIsBitIdentical() throws IOException {
        var classifiers = dropping();
        var straight = classifiers.graph();
        var stopped = classifiers.graph();
        train(straight, classifiers, 0, 8);
        train(stopped, classifiers, 0, 3);
        var file = folder.resolve("model.zip").toFile();
        ModelSerializer.writeModel(stopped, file, true);
        var resumed = ModelSerializer.restoreComputationGraph(file, true);
        train(resumed, classifiers, 3, 8);
        assertEquals(straight.params(), resumed.params());
    }

    @Test
    void dropoutDiffersFromStepToStepAndIsOffInTests() {
        var classifiers = dropping().with(new Sgd(1e-9));
        var network = classifiers.stack();
        Classifiers.scatter(network.params(), 1);
        var batch = classifiers.batch(4, 5, true, 1);
        network.fit(batch);
        double first = network.score();
        network.fit(batch);
        assertNotEquals(first, network.score(), 1e-4);
        var plain = Classifiers.of(DataType.FLOAT).stack();
        plain.params().assign(network.params());
        assertEquals(answer(plain, batch), answer(network, batch));
    }

    @Test
    void aModelFolderHoldsTheNetwork() {
        var classifiers = dropping();
        var network = classifiers.stack();
        train(network, classifiers);
        ModelFolder.save(folder.resolve("model"), network, List.of("a", "b", "c"), Map.of());
        var read = (MultiLayerNetwork) ModelFolder.load(folder.resolve("model")).model();
        assertEquals(network.params(), read.params());
        assertEquals(network.getLayerWiseConfigurations(), read.getLayerWiseConfigurations());
        INDArray ids = classifiers.batch(2, 6, false, 1).getFeatures();
        assertEquals(network.output(ids), read.output(ids));
    }

    @Test
    void aCloneLearnsOnItsOwn() {
        var classifiers = dropping();
        var network = classifiers.stack();
        var before = network.params().dup();
        var clone = network.clone();
        assertEquals(before, clone.params());
        train(clone, classifiers);
        assertEquals(before, network.params());
        assertNotEquals(before, clone.params());
    }

    @Test
    void frozenLayersStayAndTheOthersLearn() {
        var classifiers = dropping();
        var network = classifiers.graph();
        var tuned =
                new TransferLearning.GraphBuilder(network)
                        .fineTuneConfiguration(
                                new FineTuneConfiguration.Builder().updater(new Adam(0.01)).build())
                        .setFeatureExtractor("block0")
                        .build();
        var before = copies(tuned);
        train(tuned, classifiers, 0, 3);
        before.forEach(
                (name, array) -> {
                    boolean frozen = name.startsWith("embedding") || name.startsWith("block0");
                    boolean same = array.equals(tuned.paramTable().get(name));
                    // Keys' biases shift all scores of a query alike, so bqkv hardly has a
                    // gradient.
                    assertTrue(same == frozen || name.endsWith("bqkv"), name);
                });
    }

    @Test
    void aNewHeadCanReplaceTheOldOne() {
        var classifiers = Classifiers.of(DataType.FLOAT).with(new Adam(0.01));
        var network = classifiers.stack();
        var tuned =
                new TransferLearning.Builder(network)
                        .fineTuneConfiguration(
                                new FineTuneConfiguration.Builder().updater(new Adam(0.01)).build())
                        .removeOutputLayer()
                        .addLayer(new OutputLayer.Builder().nIn(6).nOut(2).build())
                        .build();
        INDArray ids = classifiers.batch(2, 6, false, 1).getFeatures();
        assertEquals(2, tuned.output(ids).size(1));
        assertEquals(network.getParam("1_Wqkv"), tuned.getParam("1_Wqkv"));
        assertEquals(network.feedForward(ids).get(4), tuned.feedForward(ids).get(4));
    }

    @Test
    void gradientsPassThroughABlockThatIsFrozenWithBackprop() {
        var base = Classifiers.of(DataType.DOUBLE).with(new Sgd(0.1));
        for (var network : List.of(base, base.with(base.encoder().withPreNorm(true)))) {
            var free = network.stack();
            Classifiers.scatter(free.params(), 1);
            var configuration = network.configuration();
            var block = configuration.getConf(2).getLayer();
            configuration.getConf(2).setLayer(new FrozenLayerWithBackprop(block));
            var frozen = new MultiLayerNetwork(configuration);
            frozen.init();
            frozen.params().assign(free.params());
            var batch = network.batch(3, 4, true, 2);
            free.fit(batch);
            frozen.fit(batch);
            INDArray wanted = free.getParam("1_Wqkv");
            assertTrue(wanted.equalsWithEps(frozen.getParam("1_Wqkv"), 1e-12));
            assertFalse(free.getParam("2_Wqkv").equalsWithEps(frozen.getParam("2_Wqkv"), 1e-6));
        }
    }

    @Test
    void batchAndLengthMayVaryFromCallToCall() {
        var classifiers = dropping();
        var network = classifiers.stack();
        int[][] sizes = {{3, 5}, {1, 1}, {7, 8}, {2, 3}, {7, 8}};
        for (int[] size : sizes) {
            var batch = classifiers.batch(size[0], size[1], true, size[1]);
            network.fit(batch);
            INDArray output = network.output(batch.getFeatures());
            assertEquals(size[0], output.size(0));
            assertFalse(output.isNaN().any());
        }
    }

    @Test
    void clonesAnswerInParallel() throws InterruptedException, ExecutionException {
        var classifiers = dropping();
        var network = classifiers.stack();
        Classifiers.scatter(network.params(), 1);
        var batch = classifiers.batch(6, 8, true, 1);
        INDArray wanted = answer(network, batch);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> answers =
                    threads.invokeAll(
                            List.of(
                                    () -> answersAlways(network.clone(), batch, wanted),
                                    () -> answersAlways(network.clone(), batch, wanted)));
            for (var answer : answers) {
                assertTrue(answer.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static boolean answersAlways(
            MultiLayerNetwork network, DataSet batch, INDArray wanted) {
        for (int i = 0; i < 30; i++) {
            if (!wanted.equals(answer(network, batch))) {
                return false;
            }
        }
        return true;
    }

    private static INDArray answer(MultiLayerNetwork network, DataSet batch) {
        return network.output(batch.getFeatures(), false, batch.getFeaturesMaskArray(), null);
    }

    private static Classifiers dropping() {
        var base = Classifiers.of(DataType.FLOAT).with(new Adam(0.01));
        return base.with(base.encoder().withHiddenDropoutRate(0.2).withAttentionDropoutRate(0.2))
                .with(base.embedding().withDropoutRate(0.1));
    }

    private static void train(MultiLayerNetwork network, Classifiers classifiers) {
        for (int step = 0; step < 3; step++) {
            network.fit(classifiers.batch(4, 5, true, step));
        }
    }

    private static void train(ComputationGraph graph, Classifiers classifiers, int from, int to) {
        for (int step = from; step < to; step++) {
            graph.fit(classifiers.batch(4, 5, true, step));
        }
    }

    private static Map<String, INDArray> copies(ComputationGraph graph) {
        var copies = new LinkedHashMap<String, INDArray>();
        graph.paramTable().forEach((name, array) -> copies.put(name, array.dup()));
        return copies;
    }
}
