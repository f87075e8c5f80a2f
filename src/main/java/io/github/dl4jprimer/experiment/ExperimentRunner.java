package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Trains an experiment and writes its run directory.
 *
 * <p>The same experiment on the same number of threads gives bit-identical parameters and metrics,
 * whether it ran through or was resumed.
 *
 * @see TrainingLoop
 */
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

    /**
     * Trains from the start in a new run directory.
     *
     * <p>A loss that is no longer a number ends the run with the outcome {@code DIVERGED}; an
     * exception ends it with {@code FAILED} and is thrown on.
     */
    public RunResult run(Experiment experiment) {
        var network = Network.of(experiment.model().create(experiment.seed()));
        var directory =
                settings.nested()
                        ? RunDirectory.createInGroup(settings.root(), experiment.name())
                        : RunDirectory.create(
                                settings.root(),
                                experiment.name(),
                                LocalDateTime.now(ZoneId.systemDefault()));
        return train(experiment, directory, network, Checkpoint.START);
    }

    /**
     * Goes on from the checkpoint in a run's folder, to the same end as if it had never stopped.
     *
     * @param run the run's folder
     * @throws io.github.dl4jprimer.data.BadInput if it has no checkpoint, or one of another
     *     experiment
     */
    public RunResult resume(Experiment experiment, Path run) {
        var network = Network.of(experiment.model().create(experiment.seed()));
        var directory = new RunDirectory(run);
        var start = Checkpoint.restore(directory, experiment, network);
        return train(experiment, directory, network, start);
    }

    private RunResult train(
            Experiment experiment, RunDirectory directory, Network network, Checkpoint start) {
        try (var log = MetricsLog.open(directory, start.metricsBytes())) {
            var record = RunRecord.start(directory, experiment, network, start);
            var progress = settings.progress();
            progress.start(experiment.name(), start.step(), totalSteps(experiment));
            try {
                var loop = new TrainingLoop(experiment, settings, directory, network, log, start);
                var outcome = loop.run();
                var evaluation = restoreBest(experiment, network, loop, outcome);
                saveTable(directory, log);
                if (settings.saveModel() && isUsable(outcome, loop)) {
                    saveModel(experiment, directory, network);
                }
                record.end(outcome, loop.state(), evaluation);
                progress.end(outcome);
                return result(directory, outcome, log, loop, evaluation, network);
            } catch (RuntimeException | Error e) {
                var outcome = Outcome.failed(e);
                progress.end(outcome);
                record.fail(outcome);
                throw e;
            }
        }
    }

    private static RunResult result(
            RunDirectory directory,
            Outcome outcome,
            MetricsLog log,
            TrainingLoop loop,
            EvaluationResult evaluation,
            Network network) {
        return new RunResult(
                directory.path(),
                outcome,
                log.history().steps(),
                log.history().epochs(),
                loop.state().best().epoch(),
                evaluation,
                network.model());
    }

    /** Puts the best epoch's parameters back, and returns what the model is measured at. */
    private static EvaluationResult restoreBest(
            Experiment experiment, Network network, TrainingLoop loop, Outcome outcome) {
        var best = loop.state().best();
        var diverged = outcome.kind() == Outcome.Kind.DIVERGED;
        if (best.parameters() != null && (diverged || best.epochsSince() > 0)) {
            network.model().params().assign(best.parameters());
        } else if (diverged) {
            return EvaluationResult.NONE;
        } else if (loop.evaluation().isMeasured()) {
            return loop.evaluation();
        }
        return Evaluator.evaluate(network, experiment.task(), experiment.validation());
    }

    /** A diverged model is worth keeping only if it was put back to an earlier epoch. */
    private static boolean isUsable(Outcome outcome, TrainingLoop loop) {
        return outcome.kind() != Outcome.Kind.DIVERGED || loop.state().best().parameters() != null;
    }

    private static void saveTable(RunDirectory directory, MetricsLog log) {
        var table = MetricsLog.csv(log.history().epochs());
        AtomicWrite.file(directory.csv(), path -> Files.writeString(path, table));
    }

    private static void saveModel(Experiment experiment, RunDirectory directory, Network network) {
        ModelFolder.save(
                directory.model(), network.model(), experiment.labels(), experiment.settings());
    }

    private static long totalSteps(Experiment experiment) {
        return experiment.training() instanceof EpochIterator training
                ? (long) training.batches() * experiment.epochs()
                : -1;
    }
}
