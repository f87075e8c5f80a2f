package io.github.dl4jprimer.experiment;

import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.api.Model;

/**
 * A finished run.
 *
 * @param directory the run's folder
 * @param outcome how it ended
 * @param steps the logged training steps
 * @param epochs the epochs
 * @param bestEpoch epoch with the lowest monitored loss, from 1; 0 if none was finished
 * @param evaluation {@code model} measured on the validation data
 * @param model the trained model: of the best epoch under early stopping, else of the last one
 */
public record RunResult(
        Path directory,
        Outcome outcome,
        List<StepMetrics> steps,
        List<EpochMetrics> epochs,
        int bestEpoch,
        EvaluationResult evaluation,
        Model model) {
    /** Copies the lists. */
    public RunResult {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }
}
