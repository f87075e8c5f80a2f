package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Trainings that differ in one thing, each from several seeds, so that a difference can be told
 * from luck.
 *
 * <pre>{@code
 * var sizes = Comparison.of(List.of(1, 16, 256), 3, (size, seed) ->
 *         Experiment.classification("sizes", network(size, seed), training(seed), validation));
 * lossByEpoch("验证损失", sizes, EpochMetrics::validationLoss)
 * }</pre>
 *
 * <p>{@link Pictures#lossByEpoch} and {@link Pictures#lossByVariant} draw it.
 *
 * @param <T> what differs: a size, a rate, an optimizer, a name
 * @param runs variant to one run a seed, in the order of the variants
 */
public record Comparison<T>(Map<T, List<RunResult>> runs) {
    /** Keeps the order of the variants. */
    public Comparison {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "variants must be at least one, got none. Name what is to be compared.");
        }
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    }

    /**
     * What is trained for a variant and a seed.
     *
     * @param <T> what differs
     */
    @FunctionalInterface
    public interface Trial<T> {
        /** Returns the training; its name may be the same for all. */
        Experiment of(T variant, long seed);
    }

    /**
     * Trains every variant from the seeds 1, 2, …, all under one progress bar below the cell.
     *
     * @param variants at least one, all different
     * @param seeds how many, at least 1
     */
    public static <T> Comparison<T> of(List<T> variants, int seeds, Trial<T> trial) {
        return of(variants, seeds, trial, Notebook.runner(CellProgress.inOnePlace()));
    }

    /** The same, trained by a runner of one's own. */
    static <T> Comparison<T> of(
            List<T> variants, int seeds, Trial<T> trial, ExperimentRunner runner) {
        if (seeds < 1) {
            throw new IllegalArgumentException(
                    "seeds must be at least 1, got %d. Use 3 to see a spread.".formatted(seeds));
        }
        var runs = new LinkedHashMap<T, List<RunResult>>();
        for (var variant : variants) {
            runs.put(
                    variant,
                    LongStream.rangeClosed(1, seeds)
                            .mapToObj(seed -> runner.run(named(trial, variant, seed)))
                            .toList());
        }
        return new Comparison<>(runs);
    }

    /**
     * The training under a name that says which one it is; a folder's name has Latin letters alone.
     */
    private static <T> Experiment named(Trial<T> trial, T variant, long seed) {
        var experiment = trial.of(variant, seed);
        var name = experiment.name() + "-" + variant;
        var plain = name.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "");
        return experiment.withName(plain + "-seed" + seed).withSeed(seed);
    }

    /** Returns the runs of a variant, one a seed. */
    public List<RunResult> of(T variant) {
        return runs.get(variant);
    }

    /** Returns mean and spread over the seeds of a measure of the finished runs. */
    public Summary summary(T variant, ToDoubleFunction<RunResult> measure) {
        return Summary.of(runs.get(variant).stream().mapToDouble(measure).toArray());
    }

    /** Returns the mean over the seeds of what the last epoch measured; NaN without an epoch. */
    public double last(T variant, ToDoubleFunction<EpochMetrics> value) {
        return summary(variant, run -> last(run, value)).mean();
    }

    private static double last(RunResult run, ToDoubleFunction<EpochMetrics> value) {
        var epochs = run.epochs();
        return epochs.isEmpty() ? Double.NaN : value.applyAsDouble(epochs.get(epochs.size() - 1));
    }

    /** A variant's value at each epoch: mean ± one standard deviation of the seeds. */
    Band byEpoch(T variant, ToDoubleFunction<EpochMetrics> value) {
        return Band.standardDeviation(
                runs.get(variant).stream()
                        .map(run -> run.epochs().stream().mapToDouble(value).toArray())
                        .toArray(double[][]::new));
    }

    /** The last epoch's value at each variant: mean ± one standard deviation of the seeds. */
    Band byVariant(ToDoubleFunction<EpochMetrics> value) {
        int seeds = runs.values().iterator().next().size();
        return Band.standardDeviation(
                IntStream.range(0, seeds)
                        .mapToObj(
                                seed ->
                                        runs.values().stream()
                                                .mapToDouble(all -> last(all.get(seed), value))
                                                .toArray())
                        .toArray(double[][]::new));
    }

    /**
     * Returns loss and scores of each variant on the validation data, the mean over the seeds with
     * the spread.
     *
     * @param variant what the variants are, for the head
     * @param scores of the validation data, such as {@code accuracy}
     */
    public TextTable table(String variant, String... scores) {
        var head = new ArrayList<String>();
        head.add(variant);
        head.add(Notebook.say("训练损失", "training loss"));
        head.add(Notebook.say("验证损失", "validation loss"));
        head.addAll(List.of(scores));
        var table = TextTable.of(head);
        for (var one : runs.keySet()) {
            var row = new ArrayList<Object>();
            row.add(one);
            row.add(summary(one, run -> last(run, EpochMetrics::trainLoss)));
            row.add(summary(one, run -> last(run, EpochMetrics::validationLoss)));
            for (var score : scores) {
                row.add(summary(one, run -> run.evaluation().score(score)));
            }
            table.row(row.toArray());
        }
        return table;
    }
}
