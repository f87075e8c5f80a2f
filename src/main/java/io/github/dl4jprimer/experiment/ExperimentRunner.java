package io.github.dl4jprimer.experiment;

import java.nio.file.Path;

/** Trains an experiment and writes its run directory: the project's only training loop. */
public final class ExperimentRunner {
    private final RunSettings settings;

    /** Creates a runner whose runs lie in {@code root/<experiment>/<run id>}. */
    public ExperimentRunner(Path root) {
        this(RunSettings.in(root));
    }

    /** Creates a runner. */
    public ExperimentRunner(RunSettings settings) {
        this.settings = settings;
    }

    /** Trains from the start in a new run directory. */
    public RunResult run(Experiment experiment) {
        throw new UnsupportedOperationException("not yet " + settings);
    }

    /** Goes on from the checkpoint in a run's folder. */
    public RunResult resume(Experiment experiment, Path run) {
        throw new UnsupportedOperationException("not yet " + settings);
    }
}
