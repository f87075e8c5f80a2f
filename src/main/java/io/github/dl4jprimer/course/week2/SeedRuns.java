package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Summary;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs that differ in nothing but the seed: their curves with spread, and their final numbers.
 *
 * @param name what the runs have in common, as a chart's key shows it
 * @param runs one a seed
 */
record SeedRuns(String name, List<RunResult> runs) {
    /** Copies the list. */
    SeedRuns {
        runs = List.copyOf(runs);
    }

    /** Returns the epochs 1, 2, ... of the longest run. */
    double[] epochs() {
        int longest = runs.stream().mapToInt(run -> run.epochs().size()).max().orElse(0);
        return IntStream.rangeClosed(1, longest).asDoubleStream().toArray();
    }

    /** Returns mean and standard deviation at each epoch. */
    Band band(ToDoubleFunction<EpochMetrics> value) {
        return Band.standardDeviation(
                runs.stream()
                        .map(run -> run.epochs().stream().mapToDouble(value).toArray())
                        .toArray(double[][]::new));
    }

    /** Draws mean and spread over epochs; nothing if no run finished an epoch. */
    void addTo(LineChart chart, ToDoubleFunction<EpochMetrics> value) {
        if (epochs().length > 0) {
            chart.band(name, epochs(), band(value));
        }
    }

    /** Returns mean and spread of a number of each run. */
    Summary of(ToDoubleFunction<RunResult> value) {
        return Summary.of(runs.stream().mapToDouble(value).toArray());
    }

    /** Returns mean and spread of a number of each run's last epoch; NaN for a run without one. */
    Summary last(ToDoubleFunction<EpochMetrics> value) {
        return of(run -> last(run, value));
    }

    /** Returns a number of a run's last epoch; infinite if it diverged. */
    static double last(RunResult run, ToDoubleFunction<EpochMetrics> value) {
        boolean diverged = run.outcome().kind() == Outcome.Kind.DIVERGED;
        return diverged || run.epochs().isEmpty()
                ? Double.POSITIVE_INFINITY
                : value.applyAsDouble(run.epochs().get(run.epochs().size() - 1));
    }

    /** Returns mean and spread of a number of each run's first epoch. */
    Summary first(ToDoubleFunction<EpochMetrics> value) {
        return of(
                run ->
                        run.epochs().isEmpty()
                                ? Double.POSITIVE_INFINITY
                                : value.applyAsDouble(run.epochs().get(0)));
    }

    /** Returns how many runs ended because the loss was no longer a number. */
    long diverged() {
        return runs.stream().filter(run -> run.outcome().kind() == Outcome.Kind.DIVERGED).count();
    }

    /** Returns the median time of a step in milliseconds, logging included. */
    double millisecondsPerStep(int batchSize) {
        double[] speeds =
                runs.stream()
                        .flatMap(run -> run.steps().stream())
                        .mapToDouble(step -> step.samplesPerSecond())
                        .sorted()
                        .toArray();
        return speeds.length == 0 ? Double.NaN : 1000 * batchSize / speeds[speeds.length / 2];
    }
}
