package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.Summary;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The same training from several seeds: weights, order of the lines and dropout differ, the data
 * does not. Their spread tells how much of a difference is luck.
 *
 * @param runs one a seed
 */
record SeedRuns(List<RunResult> runs) {
    /** Copies the list. */
    SeedRuns {
        runs = List.copyOf(runs);
    }

    /**
     * Trains once for each seed, counting up from the lab's.
     *
     * @param seeds how many, at least 1
     * @param experiment makes the training of a seed; the seed is added to its name
     */
    static SeedRuns train(Lab lab, int seeds, LongFunction<Experiment> experiment) {
        return new SeedRuns(
                LongStream.range(lab.seed(), lab.seed() + seeds)
                        .mapToObj(seed -> lab.train(seeded(experiment.apply(seed), seed)))
                        .toList());
    }

    private static Experiment seeded(Experiment experiment, long seed) {
        return experiment.withName(experiment.name() + "-seed" + seed).withSeed(seed);
    }

    /** Returns 1, 2, ... up to the longest run's last epoch. */
    double[] epochs() {
        int longest = runs.stream().mapToInt(run -> run.epochs().size()).max().orElse(0);
        return IntStream.rangeClosed(1, longest).asDoubleStream().toArray();
    }

    /** Returns mean and standard deviation of a number at each epoch. */
    Band band(ToDoubleFunction<EpochMetrics> value) {
        return Band.standardDeviation(
                runs.stream()
                        .map(run -> run.epochs().stream().mapToDouble(value).toArray())
                        .toArray(double[][]::new));
    }

    /** Returns mean and standard deviation of a number of each run. */
    Summary summary(ToDoubleFunction<RunResult> value) {
        return Summary.of(runs.stream().mapToDouble(value).toArray());
    }

    /** Returns a number of the last epochs; NaN for a run that finished none. */
    Summary last(ToDoubleFunction<EpochMetrics> value) {
        return summary(
                run ->
                        run.epochs().isEmpty()
                                ? Double.NaN
                                : value.applyAsDouble(run.epochs().get(run.epochs().size() - 1)));
    }

    /** Returns the finished models' accuracy on the validation data, in [0, 1]. */
    Summary accuracy() {
        return summary(run -> run.evaluation().score("accuracy"));
    }
}
