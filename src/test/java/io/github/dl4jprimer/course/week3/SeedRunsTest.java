package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedRunsTest {
    @TempDir private Path folder;

    private final SeedRuns runs =
            new SeedRuns(List.of(MadeUpTraining.of(3, 1), MadeUpTraining.of(5, 3, 2)));

    @Test
    void epochsReachToTheLongestRun() {
        assertArrayEquals(new double[] {1, 2, 3}, runs.epochs());
        assertArrayEquals(new double[] {}, new SeedRuns(List.of()).epochs());
    }

    @Test
    void aCurvesMeanIsThatOfTheRunsThatReachTheEpoch() {
        assertArrayEquals(new double[] {4, 2, 2}, runs.validationLosses().mean(), 1e-12);
        assertArrayEquals(new double[] {4, 2, 2}, runs.trainingLosses().mean(), 1e-12);
    }

    @Test
    void finalNumbersAreThoseOfTheFinishedModels() {
        assertEquals(1.5, runs.validationLoss().mean(), 1e-12);
        assertEquals(1.5, runs.accuracy().mean(), 1e-12);
        assertEquals(2, runs.accuracy().count());
    }

    @Test
    void firstLastAndLowestLossAreThoseOfTheEpochs() {
        var one = MadeUpTraining.of(5, 2, 3);
        assertEquals(5, one.firstTrainingLoss());
        assertEquals(3, one.lastTrainingLoss());
        assertEquals(3, one.lastValidationLoss());
        assertEquals(2, one.lowestValidationLoss());
    }

    @Test
    void aTrainingWithoutAnEpochHasNoNumbers() {
        var run = MadeUpRun.of(1);
        var none =
                new Trained(
                        null,
                        new io.github.dl4jprimer.experiment.RunResult(
                                run.directory(),
                                run.outcome(),
                                List.of(),
                                List.of(),
                                0,
                                run.evaluation(),
                                null));
        assertTrue(Double.isNaN(none.firstTrainingLoss()));
        assertTrue(Double.isNaN(none.lastTrainingLoss()));
        assertTrue(Double.isNaN(none.lastValidationLoss()));
        assertTrue(Double.isNaN(none.lowestValidationLoss()));
    }

    @Test
    void seedsCountUpFromTheLabsAndStandInTheNames() {
        var moons = Synthetic.moons(20, 0.1, 1);
        var lab =
                new io.github.dl4jprimer.course.Lab(
                        folder, Settings.none(), 7, Language.EN, Progress.SILENT);
        var trained =
                SeedRuns.train(
                        lab,
                        2,
                        seed ->
                                Experiment.classification(
                                        "moons",
                                        MultilayerPerceptron.classifier(2, List.of(3), 2, seed)
                                                .configuration(),
                                        Batches.inOrder(moons, 20),
                                        Batches.inOrder(moons, 20)));
        assertEquals(
                List.of("moons-seed7", "moons-seed8"),
                trained.runs().stream().map(one -> one.experiment().name()).toList());
        assertEquals(
                List.of(7L, 8L),
                trained.runs().stream().map(one -> one.experiment().seed()).toList());
        // The finished model on the training data, which here is the validation data too.
        assertEquals(trained.validationLoss().mean(), trained.trainingLoss().mean(), 1e-6);
    }
}
