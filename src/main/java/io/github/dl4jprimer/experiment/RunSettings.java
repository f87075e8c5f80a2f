package io.github.dl4jprimer.experiment;

import java.nio.file.Path;

/**
 * Where runs are kept and what of them; nothing here changes what a run computes.
 *
 * @param root folder of all runs, or of one group of runs if {@code nested}
 * @param nested whether a run's folder is {@code root/<experiment>} (a run of a group) rather than
 *     {@code root/<experiment>/<run id>}
 * @param logEvery steps between two logged ones, at least 1; the first is always logged
 * @param checkpointEvery epochs between two checkpoints; 0 for none
 * @param saveModel whether to save the trained model
 * @param progress who is told how far the run is
 */
public record RunSettings(
        Path root,
        boolean nested,
        int logEvery,
        int checkpointEvery,
        boolean saveModel,
        Progress progress) {
    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RunSettings {
        if (logEvery < 1) {
            throw new IllegalArgumentException(
                    "logEvery must be at least 1, got %d. 1 logs every step.".formatted(logEvery));
        }
        if (checkpointEvery < 0) {
            throw new IllegalArgumentException(
                    "checkpointEvery must be 0 or more, got %d. 0 writes no checkpoints."
                            .formatted(checkpointEvery));
        }
    }

    /** Returns runs in {@code root/<experiment>/<run id>}: every step logged, model saved. */
    public static RunSettings in(Path root) {
        return new RunSettings(root, false, 1, 0, true, Progress.SILENT);
    }

    /** Returns the runs of one group in {@code group/<experiment>}: no models are saved. */
    public static RunSettings inGroup(Path group) {
        return new RunSettings(group, true, 1, 0, false, Progress.SILENT);
    }

    /** Returns a copy that logs every n-th step. */
    public RunSettings withLogEvery(int steps) {
        return new RunSettings(root, nested, steps, checkpointEvery, saveModel, progress);
    }

    /** Returns a copy that writes a checkpoint every n-th epoch; 0 for none. */
    public RunSettings withCheckpointEvery(int epochs) {
        return new RunSettings(root, nested, logEvery, epochs, saveModel, progress);
    }

    /** Returns a copy that saves the trained model, or does not. */
    public RunSettings withSaveModel(boolean save) {
        return new RunSettings(root, nested, logEvery, checkpointEvery, save, progress);
    }

    /** Returns a copy that reports to {@code progress}. */
    public RunSettings withProgress(Progress progress) {
        return new RunSettings(root, nested, logEvery, checkpointEvery, saveModel, progress);
    }
}
