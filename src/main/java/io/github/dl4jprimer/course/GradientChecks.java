package io.github.dl4jprimer.course;

import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.gradientcheck.CheckableCopy;
import io.github.dl4jprimer.gradientcheck.GradientChecker;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Checks the gradients of every DL4J network that a catalogued experiment trains.
 *
 * <p>The experiment is really run, at the size of {@link CourseExperiment#quick}, in a lab that is
 * watched: before each training its starting network is copied ({@link CheckableCopy}: double
 * precision, dropout off) and checked on the first examples of its first batch. So it is the very
 * networks and data of the lesson that are checked, and an experiment needs no code for it. Of
 * trainings that differ in seed, learning rate, updater or regularisation only, the first is
 * checked and the others are counted; a start at given parameters is a network of its own.
 *
 * @param checker how closely, and how many entries of each parameter
 * @param examples rows of the first batch; a multiple of 6 suits losses of pairs and of triplets
 * @param mistake whether to plant a mistake in each copy: {@link CheckableCopy#forgetDerivative}
 */
public record GradientChecks(GradientChecker checker, int examples, boolean mistake) {
    /** Entries checked in each parameter: enough to find a wrong formula, and done in seconds. */
    private static final int ENTRIES = 20;

    /** Wide enough for losses that are sums over many characters, whose rounding is larger. */
    private static final double STEP = 1e-5;

    /** Returns a check of 20 entries of each parameter on 12 examples, to a tolerance of 1e-5. */
    public static GradientChecks usual(long seed) {
        return new GradientChecks(new GradientChecker(STEP, 1e-5, ENTRIES, seed), 12, false);
    }

    /** Returns these checks with a mistake planted in each network, for the check to find. */
    public GradientChecks withMistake() {
        return new GradientChecks(checker, examples, true);
    }

    /**
     * Runs an experiment and checks what it trains.
     *
     * @param directory an existing, empty folder for its run
     * @param seed of the run
     * @param progress who is told how far each training is
     * @return one entry a network, in the order of the trainings; empty if it trains none in DL4J
     */
    public List<NetworkCheck> of(
            CourseExperiment experiment, Path directory, long seed, Progress progress) {
        var found = new LinkedHashMap<Start, NetworkCheck>();
        experiment.run(
                Lab.watched(
                        directory,
                        experiment.quick(),
                        seed,
                        progress,
                        training -> add(found, training)));
        return List.copyOf(found.values());
    }

    private void add(Map<Start, NetworkCheck> found, Experiment training) {
        var copy = CheckableCopy.of(training.model().create(training.seed()));
        var start = new Start(copy.configuration(), given(training.model()));
        var known = found.get(start);
        found.put(start, known == null ? check(copy, training) : known.withOneMoreTraining());
    }

    /** What tells one network from another: its layers, and its parameters if they are given. */
    private record Start(String configuration, List<Double> parameters) {}

    /** Returns the parameters that a training was told to start at; none if they are drawn. */
    private static List<Double> given(StartingModel model) {
        var parameters =
                model instanceof StartingModel.Layers layers
                        ? layers.parameters()
                        : ((StartingModel.Graph) model).parameters();
        return parameters == null
                ? List.of()
                : DoubleStream.of(parameters.toDoubleVector()).boxed().toList();
    }

    private NetworkCheck check(CheckableCopy copy, Experiment training) {
        var layers = copy.summary();
        boolean planted = mistake && copy.forgetDerivative();
        var batches = training.training();
        if (batches instanceof EpochIterator epochs) {
            epochs.startEpoch(1);
        } else {
            batches.reset();
        }
        var report = copy.check(checker, batches.next(), examples);
        return new NetworkCheck(training.name(), 1, layers, planted, report);
    }
}
