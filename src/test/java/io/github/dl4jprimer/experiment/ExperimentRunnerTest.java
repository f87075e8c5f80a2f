package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Batches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class ExperimentRunnerTest {
    @TempDir Path root;

    @Test
    void learnsATinyProblemAndLeavesEverythingInTheRunDirectory() throws IOException {
        var experiment =
                TinyProblems.clouds(new Adam(0.05), 10)
                        .withLabels(List.of("north", "east", "west"))
                        .withSetting("learningRate", 0.05);
        var result = new ExperimentRunner(root).run(experiment);
        assertEquals("completed", result.outcome().text());
        assertEquals(1, result.evaluation().score("accuracy"));
        assertEquals(30, result.evaluation().confusion().total());
        assertEquals(40, result.steps().size());
        assertEquals(10, result.epochs().size());
        var run = new RunDirectory(result.directory());
        assertEquals(root.resolve("clouds"), run.path().getParent());
        assertEquals(11, Files.readAllLines(run.csv()).size());
        assertEquals(50, Files.readAllLines(run.metrics()).size());
        assertEquals(result.model().params(), ModelFolder.load(run.model()).model().params());
        assertFalse(Files.exists(run.checkpoint()));
    }

    @Test
    void theRecordSaysWhatWasRunAndHowItEnded() throws IOException {
        var experiment =
                TinyProblems.clouds(new Sgd(0.1), 2)
                        .withDataset("clouds", "abc")
                        .withSetting("learningRate", 0.1)
                        .withClipNorm(1);
        var result = new ExperimentRunner(root).run(experiment);
        var json = json(result.directory());
        assertEquals("clouds", json.get("experiment").getAsString());
        assertEquals(3, json.get("seed").getAsLong());
        assertEquals(51, json.get("parameters").getAsLong());
        assertEquals(16, json.get("batchSize").getAsInt());
        assertEquals("abc", json.getAsJsonObject("dataset").get("checksum").getAsString());
        assertEquals("0.1", json.getAsJsonObject("settings").get("learningRate").getAsString());
        assertEquals(
                "1.0.0-M2.1", json.getAsJsonObject("versions").get("deeplearning4j").getAsString());
        assertTrue(json.getAsJsonObject("machine").get("threads").getAsInt() >= 1);
        assertTrue(json.getAsJsonObject("configuration").has("confs"));
        assertEquals("COMPLETED", json.get("outcomeKind").getAsString());
        assertEquals(
                result.evaluation().score("accuracy"),
                json.getAsJsonObject("final").get("accuracy").getAsDouble());
        assertEquals(3, json.getAsJsonArray("confusion").size());
    }

    @Test
    void theDataLossIsLoggedApartFromTheRegularisationTerm() {
        // w = 2, x = 1, y = 0, l2 = 0.1: MSE loss (2 - 0)^2 = 4 and 0.5 * 0.1 * 2^2 = 0.2;
        // the gradient of the loss alone is 2 * 2 * 1 = 4.
        var model = oneWeight(new Sgd(0.25), 0.1);
        var batch = new DataSet(Nd4j.createFromArray(new float[][] {{1}, {1}}), Nd4j.zeros(2, 1));
        var experiment =
                Experiment.of(
                        "one-weight",
                        Task.REGRESSION,
                        StartingModel.from(model),
                        Batches.inOrder(batch, 2),
                        null);
        var result = new ExperimentRunner(root).run(experiment);
        var step = result.steps().get(0);
        assertEquals(4, step.dataLoss(), 1e-6);
        assertEquals(0.2, step.regularization(), 1e-6);
        assertEquals(4, step.gradientNorm(), 1e-6);
        assertEquals(0.25, step.learningRate());
        assertEquals(4, result.epochs().get(0).trainLoss(), 1e-6);
        // w <- 2 - 0.25 * (4 + 0.1 * 2)
        assertEquals(0.95, result.model().params().getDouble(0), 1e-6);
    }

    @Test
    void clipsTheMeanGradientToItsGlobalNorm() {
        var batch = new DataSet(Nd4j.createFromArray(new float[][] {{1}, {1}}), Nd4j.zeros(2, 1));
        var experiment =
                Experiment.of(
                                "clipped",
                                Task.REGRESSION,
                                StartingModel.from(oneWeight(new Sgd(0.25), 0)),
                                Batches.inOrder(batch, 2),
                                null)
                        .withClipNorm(1);
        var result = new ExperimentRunner(root).run(experiment);
        assertEquals(4, result.steps().get(0).gradientNorm(), 1e-6);
        // w <- 2 - 0.25 * 4 * 1 / (4 + 1e-6)
        assertEquals(1.75, result.model().params().getDouble(0), 1e-6);
    }

    @Test
    void logsTheRateThatEachUpdateUsedAndCountsEpochsLikeDl4j() {
        var byEpoch = new MapSchedule.Builder(ScheduleType.EPOCH).add(0, 0.1).add(1, 0.01).build();
        var result = new ExperimentRunner(root).run(TinyProblems.clouds(new Sgd(byEpoch), 2));
        var rates = result.steps().stream().map(StepMetrics::learningRate).toList();
        assertEquals(List.of(0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01), rates);
        assertEquals(2, ((MultiLayerNetwork) result.model()).getEpochCount());
    }

    @Test
    void theSameSeedGivesTheSameRunToTheLastBit() {
        var first = new ExperimentRunner(root).run(TinyProblems.clouds(new Adam(0.01), 2));
        var again = new ExperimentRunner(root).run(TinyProblems.clouds(new Adam(0.01), 2));
        var other =
                new ExperimentRunner(root).run(TinyProblems.clouds(new Adam(0.01), 2).withSeed(4));
        assertEquals(first.model().params(), again.model().params());
        assertEquals(first.epochs(), again.epochs());
        assertNotEquals(first.model().params(), other.model().params());
        assertNotEquals(first.directory(), again.directory());
    }

    @Test
    void aGraphTrainsToTheSameNumbersAsTheEqualStack() {
        var stack = TinyProblems.clouds(new Adam(0.01), 2);
        var graph = stack.withModel(StartingModel.of(TinyProblems.graph(new Adam(0.01))));
        var runner = new ExperimentRunner(root);
        assertEquals(runner.run(stack).epochs(), runner.run(graph).epochs());
    }

    @Test
    void divergenceEndsTheRunWithoutAnErrorAndKeepsTheLog() throws IOException {
        var batch = new DataSet(Nd4j.createFromArray(new float[][] {{1}, {1}}), Nd4j.zeros(2, 1));
        var experiment =
                Experiment.of(
                                "diverging",
                                Task.REGRESSION,
                                StartingModel.from(oneWeight(new Sgd(1e12), 0)),
                                Batches.inOrder(batch, 2),
                                null)
                        .withEpochs(50);
        var result = new ExperimentRunner(root).run(experiment);
        // |w| grows from 2 by a factor of about 2e12 a step; its square leaves floats in step 3.
        assertEquals("diverged at step 3", result.outcome().text());
        assertEquals(Outcome.Kind.DIVERGED, result.outcome().kind());
        assertEquals(3, result.steps().size());
        assertEquals(3, MetricsLog.read(result.directory()).steps().size());
        assertEquals(3, json(result.directory()).get("steps").getAsInt());
        assertEquals(EvaluationResult.NONE, result.evaluation());
        assertFalse(Files.exists(new RunDirectory(result.directory()).model()));
    }

    @Test
    void earlyStoppingRestoresTheBestModelAndItsMeasures() {
        // After three epochs downhill the rate is negative, and every step goes uphill.
        var spoiled =
                new MapSchedule.Builder(ScheduleType.EPOCH).add(0, 0.05).add(3, -0.05).build();
        var experiment =
                TinyProblems.clouds(new Sgd(spoiled), 20)
                        .withEarlyStopping(EarlyStopping.patience(2));
        var result = new ExperimentRunner(root).run(experiment);
        assertEquals("stopped early after epoch 5", result.outcome().text());
        assertEquals(3, result.bestEpoch());
        assertEquals(5, result.epochs().size());
        assertEquals(result.epochs().get(2).validationLoss(), result.evaluation().loss());
        var again =
                Evaluator.evaluate(result.model(), Task.CLASSIFICATION, TinyProblems.validation());
        assertEquals(result.evaluation(), again);
    }

    @Test
    void trainingDataWithoutBatchesIsRefused() {
        var batches = TinyProblems.training();
        var empty = TinyProblems.clouds(new Sgd(0.1), 1).withData(new NoBatches(batches), null);
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new ExperimentRunner(root).run(empty));
        assertEquals(
                "training must have batches, got none. Pass data to train on.", error.getMessage());
    }

    @Test
    void runsOfAGroupLieSideBySideWithoutModels() {
        var group = RunDirectory.createGroup(root, "optimizers");
        var runner = new ExperimentRunner(RunSettings.inGroup(group).withLogEvery(3));
        var sgd = runner.run(TinyProblems.clouds(new Sgd(0.1), 1).withName("sgd-1"));
        runner.run(TinyProblems.clouds(new Adam(0.1), 1).withName("adam-1"));
        assertEquals(group.resolve("sgd-1"), sgd.directory());
        assertFalse(Files.exists(sgd.directory().resolve("model")));
        assertEquals(List.of(1L, 4L), sgd.steps().stream().map(StepMetrics::step).toList());
        assertEquals(2, new RunCatalogue(root).runs().size());
        var error =
                assertThrows(
                        BadInput.class,
                        () -> runner.run(TinyProblems.clouds(new Sgd(1), 1).withName("sgd-1")));
        assertTrue(error.getMessage().startsWith("run must be a new folder, got "));
    }

    private static JsonObject json(Path run) throws IOException {
        return JsonParser.parseString(Files.readString(new RunDirectory(run).json()))
                .getAsJsonObject();
    }

    /** The model o = w x with w = 2. */
    private static MultiLayerNetwork oneWeight(Sgd updater, double l2) {
        var model =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .updater(updater)
                                .list()
                                .layer(
                                        new OutputLayer.Builder(LossFunction.MSE)
                                                .nIn(1)
                                                .nOut(1)
                                                .hasBias(false)
                                                .l2(l2)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .build());
        model.init();
        model.params().assign(2);
        return model;
    }
}
