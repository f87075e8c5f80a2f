package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.Sgd;

/** What DL4J's listeners and the progress bar hear of a run. */
class RunObserversTest {
    @TempDir Path root;

    @Test
    void listenersHearOfEpochsAndStepsOfThisRunOnly() {
        var heard = new ArrayList<String>();
        var listener =
                new BaseTrainingListener() {
                    @Override
                    public void onEpochStart(Model model) {
                        heard.add("start");
                    }

                    @Override
                    public void iterationDone(Model model, int iteration, int epoch) {
                        heard.add(epoch + "/" + iteration);
                    }

                    @Override
                    public void onEpochEnd(Model model) {
                        heard.add("end");
                    }
                };
        var result =
                new ExperimentRunner(root)
                        .run(TinyProblems.clouds(new Sgd(0.1), 2).withListeners(listener));
        assertEquals(
                List.of(
                        "start", "0/0", "0/1", "0/2", "0/3", "end", "start", "1/4", "1/5", "1/6",
                        "1/7", "end"),
                heard);
        assertTrue(((MultiLayerNetwork) result.model()).getListeners().isEmpty());
    }

    @Test
    void progressHearsEveryStepAndTheEnd() {
        var heard = new ArrayList<String>();
        var progress =
                new Progress() {
                    @Override
                    public void start(String name, long done, long steps) {
                        heard.add(name + " " + done + " of " + steps);
                    }

                    @Override
                    public void step(long step, double dataLoss) {
                        heard.add("step " + step);
                    }

                    @Override
                    public void epoch(EpochMetrics metrics) {
                        heard.add("epoch " + metrics.epoch());
                    }

                    @Override
                    public void end(Outcome outcome) {
                        heard.add(outcome.text());
                    }
                };
        new ExperimentRunner(RunSettings.in(root).withProgress(progress))
                .run(TinyProblems.clouds(new Sgd(0.1), 1));
        assertEquals(
                List.of(
                        "clouds 0 of 4",
                        "step 1",
                        "step 2",
                        "step 3",
                        "step 4",
                        "epoch 1",
                        "completed"),
                heard);
    }

    @Test
    void anErrorIsThrownOnAndRecorded() throws IOException {
        var failing =
                new BaseTrainingListener() {
                    @Override
                    public void iterationDone(Model model, int iteration, int epoch) {
                        throw new IllegalStateException("broken\nlistener");
                    }
                };
        var experiment = TinyProblems.clouds(new Sgd(0.1), 1).withListeners(failing);
        var error =
                assertThrows(
                        IllegalStateException.class,
                        () -> new ExperimentRunner(root).run(experiment));
        assertEquals("broken\nlistener", error.getMessage());
        var run = new RunCatalogue(root).runs().get(0);
        assertEquals("failed: IllegalStateException: broken", run.outcome().text());
    }
}
