package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Output;
import io.github.dl4jprimer.report.LineChart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.Sgd;

class SeedRunsTest {
    @TempDir Path folder;

    /** Fits a line; at a learning rate of 1e30 the loss is soon no number. */
    private RunResult run(String name, double learningRate, int epochs) {
        var line = Synthetic.line(20, 2, 1, 0, 3);
        var network =
                MultilayerPerceptron.regressor(1, List.of(), 1, 3)
                        .withOutput(Output.regressor())
                        .withUpdater(new Sgd(learningRate));
        var experiment =
                Experiment.regression(
                                name,
                                network.configuration(),
                                Batches.shuffled(line, 5, 3),
                                Batches.inOrder(line, 20))
                        .withEpochs(epochs);
        return new ExperimentRunner(RunSettings.inGroup(folder)).run(experiment);
    }

    @Test
    void curvesAreAsLongAsTheLongestRun() {
        var runs = new SeedRuns("both", List.of(run("short", 0.1, 2), run("long", 0.1, 3)));
        assertArrayEquals(new double[] {1, 2, 3}, runs.epochs());
        assertEquals(3, runs.band(EpochMetrics::trainLoss).mean().length);
    }

    @Test
    void lastAndFirstAreThoseOfEachRun() {
        var run = run("one", 0.1, 3);
        var runs = new SeedRuns("one", List.of(run));
        assertEquals(run.epochs().get(2).trainLoss(), runs.last(EpochMetrics::trainLoss).mean());
        assertEquals(run.epochs().get(0).trainLoss(), runs.first(EpochMetrics::trainLoss).mean());
        assertEquals(0, runs.diverged());
        assertTrue(runs.millisecondsPerStep(5) > 0);
    }

    @Test
    void aRunThatDivergedCountsAsInfinitelyBadAndIsNotDrawn() {
        var lost = run("lost", 1e30, 3);
        var runs = new SeedRuns("lost", List.of(lost));
        assertEquals(1, runs.diverged());
        assertEquals(Double.POSITIVE_INFINITY, SeedRuns.last(lost, EpochMetrics::trainLoss));
        assertEquals(0, runs.last(EpochMetrics::trainLoss).count());
        assertDoesNotThrow(() -> runs.addTo(new LineChart("lost"), EpochMetrics::trainLoss));
    }
}
