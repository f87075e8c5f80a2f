package io.github.dl4jprimer.experiment;

import java.util.List;

/**
 * The numbers of a run.
 *
 * @param steps the logged training steps
 * @param epochs the epochs
 */
public record RunHistory(List<StepMetrics> steps, List<EpochMetrics> epochs) {
    /** Copies the lists. */
    public RunHistory {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }
}
