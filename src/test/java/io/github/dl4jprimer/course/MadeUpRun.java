package io.github.dl4jprimer.course;

import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;

/** Results of trainings that never took place, to see what an experiment makes of them. */
public final class MadeUpRun {
    private MadeUpRun() {}

    /** A run in whose epochs every loss and every score was the given value. */
    public static RunResult of(double... values) {
        return of(null, values);
    }

    /** As {@link #of(double...)}, with a model. */
    public static RunResult of(Model model, double... values) {
        var epochs = new ArrayList<EpochMetrics>();
        for (double value : values) {
            int epoch = epochs.size() + 1;
            epochs.add(new EpochMetrics(epoch, epoch, value, value, scores(value)));
        }
        double last = values[values.length - 1];
        int best = 1;
        for (int epoch = 2; epoch <= values.length; epoch++) {
            best = values[epoch - 1] < values[best - 1] ? epoch : best;
        }
        return new RunResult(
                Path.of("made-up"),
                new Outcome(Outcome.Kind.COMPLETED, "completed"),
                List.of(),
                epochs,
                best,
                new EvaluationResult(last, scores(last), null),
                model);
    }

    /** A run as {@link #of(double...)} that early stopping put back to its best epoch. */
    public static RunResult restored(double... values) {
        var run = of(values);
        double best = values[run.bestEpoch() - 1];
        return new RunResult(
                run.directory(),
                run.outcome(),
                run.steps(),
                run.epochs(),
                run.bestEpoch(),
                new EvaluationResult(best, scores(best), null),
                null);
    }

    /** A run whose loss was no number after one epoch of the given value. */
    public static RunResult diverged(double value) {
        var run = of(value);
        return new RunResult(
                run.directory(),
                new Outcome(Outcome.Kind.DIVERGED, "diverged at step 2"),
                run.steps(),
                run.epochs(),
                run.bestEpoch(),
                EvaluationResult.NONE,
                null);
    }

    /** Runs of one epoch each, one a value. */
    public static List<RunResult> each(double... values) {
        return Arrays.stream(values).mapToObj(value -> of(value)).toList();
    }

    private static Map<String, Double> scores(double value) {
        return Map.of("accuracy", value, "perplexity", value);
    }
}
