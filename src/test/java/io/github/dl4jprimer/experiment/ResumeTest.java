package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class ResumeTest {
    private static final Adam ADAM =
            new Adam(new ExponentialSchedule(ScheduleType.ITERATION, 0.05, 0.99));

    @TempDir Path root;

    private ExperimentRunner runner() {
        return new ExperimentRunner(RunSettings.in(root).withCheckpointEvery(2));
    }

    static Stream<Experiment> dropoutAndAdam() {
        var stack = TinyProblems.clouds(ADAM, 7);
        return Stream.of(
                stack,
                stack.withModel(StartingModel.of(TinyProblems.graph(ADAM))),
                stack.withEarlyStopping(new EarlyStopping(2, 0.02)).withClipNorm(0.3));
    }

    @ParameterizedTest
    @MethodSource("dropoutAndAdam")
    void aKilledAndResumedRunEndsAsOneThatRanThrough(Experiment experiment) throws IOException {
        var through = runner().run(experiment);
        var killed = killInEpoch(5, experiment);
        var resumed = runner().resume(experiment, killed);
        assertEquals(through.outcome(), resumed.outcome());
        assertEquals(through.model().params(), resumed.model().params());
        assertEquals(updaterState(through), updaterState(resumed));
        assertEquals(through.bestEpoch(), resumed.bestEpoch());
        assertEquals(through.evaluation(), resumed.evaluation());
        assertEquals(through.epochs(), resumed.epochs());
        assertEquals(lines(through.directory()), lines(resumed.directory()));
        assertEquals(
                Files.readString(new RunDirectory(through.directory()).csv()),
                Files.readString(new RunDirectory(resumed.directory()).csv()));
    }

    @Test
    void linesOfTheLogBehindTheCheckpointAreWrittenAnew() throws IOException {
        var experiment = TinyProblems.clouds(ADAM, 4);
        var through = runner().run(experiment);
        var killed = killInEpoch(3, experiment);
        Files.writeString(
                new RunDirectory(killed).metrics(), "{\"kind\":\"st", StandardOpenOption.APPEND);
        var resumed = runner().resume(experiment, killed);
        assertEquals(lines(through.directory()), lines(resumed.directory()));
    }

    @Test
    void aFinishedRunCanBeTrainedFurther() {
        var through = runner().run(TinyProblems.clouds(ADAM, 6));
        var shorter = runner().run(TinyProblems.clouds(ADAM, 4));
        var resumed = runner().resume(TinyProblems.clouds(ADAM, 6), shorter.directory());
        assertEquals(through.model().params(), resumed.model().params());
        assertEquals(6, resumed.epochs().size());
    }

    @Test
    void aFinishedRunResumedGivesItsResultAgain() {
        var experiment = TinyProblems.clouds(ADAM, 4);
        var finished = runner().run(experiment);
        var resumed = runner().resume(experiment, finished.directory());
        assertEquals(finished.model().params(), resumed.model().params());
        assertEquals(finished.evaluation(), resumed.evaluation());
        assertEquals(finished.steps().size(), resumed.steps().size());
    }

    @Test
    void anotherExperimentsCheckpointIsRefused() {
        var run = runner().run(TinyProblems.clouds(ADAM, 2)).directory();
        for (var other :
                List.of(
                        TinyProblems.clouds(ADAM, 2).withSeed(4),
                        TinyProblems.clouds(new Adam(0.1), 2))) {
            var error = assertThrows(BadInput.class, () -> runner().resume(other, run));
            assertTrue(
                    error.getMessage()
                            .startsWith(
                                    "experiment must be the one that the checkpoint was written"),
                    error.getMessage());
        }
        assertEquals(Outcome.Kind.COMPLETED, new RunCatalogue(root).runs().get(0).outcome().kind());
    }

    @Test
    void aRunWithoutCheckpointIsRefused() {
        var experiment = TinyProblems.clouds(ADAM, 1);
        var run = new ExperimentRunner(root).run(experiment).directory();
        var error = assertThrows(BadInput.class, () -> runner().resume(experiment, run));
        assertTrue(
                error.getMessage().startsWith("run must have a checkpoint, got none"),
                error.getMessage());
    }

    @Test
    void aLogShorterThanTheCheckpointIsRefused() throws IOException {
        var experiment = TinyProblems.clouds(ADAM, 2);
        var run = runner().run(experiment).directory();
        Files.writeString(new RunDirectory(run).metrics(), "");
        var error = assertThrows(BadInput.class, () -> runner().resume(experiment, run));
        assertTrue(
                error.getMessage().startsWith("metrics log must have at least the checkpoint's"),
                error.getMessage());
    }

    /** Runs until the second step of an epoch throws, as a crash would. */
    private Path killInEpoch(int epoch, Experiment experiment) {
        var crash =
                new BaseTrainingListener() {
                    @Override
                    public void iterationDone(Model model, int iteration, int epochsDone) {
                        if (iteration == 4 * (epoch - 1) + 1) {
                            throw new IllegalStateException("killed");
                        }
                    }
                };
        assertThrows(
                IllegalStateException.class, () -> runner().run(experiment.withListeners(crash)));
        return new RunCatalogue(root)
                .runs().stream()
                        .filter(run -> run.outcome().kind() == Outcome.Kind.FAILED)
                        .findFirst()
                        .orElseThrow()
                        .directory();
    }

    private static Object updaterState(RunResult result) {
        return Network.of(result.model()).updaterState();
    }

    /** Returns the log's lines without the one number that is a time. */
    private static List<String> lines(Path run) throws IOException {
        return Files.readAllLines(new RunDirectory(run).metrics()).stream()
                .map(line -> line.replaceAll(",\"samplesPerSecond\":[^}]*", ""))
                .toList();
    }
}
