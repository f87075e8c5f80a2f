package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientChecksTest {
    private static final NumberDataset MOONS = Synthetic.moons(40, 0.1, 1);

    @TempDir private Path folder;

    /** An experiment that does what it is given. */
    private record Made(Consumer<Lab> steps) implements CourseExperiment {
        @Override
        public String id() {
            return "w9-made";
        }

        @Override
        public Settings settings() {
            return Settings.none().with("epochs", 100);
        }

        @Override
        public Settings quick() {
            return Settings.none().with("epochs", 1);
        }

        @Override
        public void run(Lab lab) {
            steps.accept(lab);
        }
    }

    @Test
    void eachNetworkIsCheckedOnceAndItsTrainingsAreCounted() {
        var found =
                check(
                        GradientChecks.usual(1),
                        lab -> {
                            lab.train(training("adam", 6, 0).withSeed(1));
                            lab.train(training("dropped", 6, 0.5).withSeed(2));
                            lab.trainAndSave(training("wide", 7, 0));
                        });
        assertEquals(2, found.size());
        assertEquals("adam", found.get(0).training());
        assertEquals(2, found.get(0).trainings());
        assertEquals("0 HiddenLayer 2→6 relu, 1 OutputLayer 6→2 softmax", found.get(0).layers());
        assertEquals("wide", found.get(1).training());
        for (var network : found) {
            assertTrue(network.report().passed(), network.report()::table);
            assertFalse(network.planted());
            assertEquals(2, network.report().parameter("1_b").checked());
        }
    }

    @Test
    void startsAtDifferentGivenParametersAreDifferentNetworks() {
        var found =
                check(
                        GradientChecks.usual(1),
                        lab -> {
                            lab.train(training("one", 6, 0).withModel(start(1)));
                            lab.train(training("same", 6, 0).withModel(start(1)));
                            lab.train(training("other", 6, 0).withModel(start(2)));
                        });
        assertEquals(List.of(2, 1), found.stream().map(NetworkCheck::trainings).toList());
    }

    @Test
    void thePlantedMistakeIsFoundWhereItIs() {
        var checks = GradientChecks.usual(1).withMistake();
        var report = check(checks, lab -> lab.train(training("tanh", 6, 0.2))).get(0).report();
        assertFalse(report.passed());
        assertTrue(report.parameter("0_W").relativeError() > 1e-2, report::table);
        assertTrue(report.parameter("1_W").relativeError() < 1e-5, report::table);
    }

    @Test
    void anExperimentWithoutTrainingHasNothingToCheck() {
        assertEquals(List.of(), check(GradientChecks.usual(1), lab -> {}));
    }

    @Test
    void itIsRunAtItsQuickSizeAndItsTrainingIsNotDisturbed() {
        var watched =
                check(
                        GradientChecks.usual(1),
                        lab -> {
                            assertEquals(1, lab.settings().integer("epochs"));
                            var run = lab.train(training("first", 6, 0.3));
                            var losses = run.steps().stream().map(step -> step.dataLoss()).toList();
                            var lone = new Lab(folder, lab.settings(), 1, null, Progress.SILENT);
                            var again = lone.train(training("alone", 6, 0.3));
                            assertEquals(
                                    again.steps().stream().map(step -> step.dataLoss()).toList(),
                                    losses);
                        });
        assertEquals(1, watched.size());
    }

    private List<NetworkCheck> check(GradientChecks checks, Consumer<Lab> steps) {
        return checks.of(new Made(steps), folder, 5, Progress.SILENT);
    }

    private static Experiment training(String name, int hidden, double dropoutRate) {
        return Experiment.classification(
                name,
                network(hidden, dropoutRate).configuration(),
                Batches.shuffled(MOONS, 16, 3),
                null);
    }

    private static StartingModel start(double scale) {
        var start = new MultiLayerNetwork(network(6, 0).configuration());
        start.init();
        start.params().muli(scale);
        return StartingModel.from(start);
    }

    private static MultilayerPerceptron network(int hidden, double dropoutRate) {
        return MultilayerPerceptron.classifier(2, List.of(hidden), 2, 7)
                .withUpdater(Optimizers.ADAM.at(0.01))
                .withRegularization(Regularization.none().withDropoutRate(dropoutRate));
    }
}
