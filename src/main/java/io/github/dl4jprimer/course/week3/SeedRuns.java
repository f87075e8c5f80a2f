package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.Summary;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The same training from several seeds, so that a difference can be told from luck.
 *
 * @param runs one a seed
 */
record SeedRuns(List<Trained> runs) {
    /** Copies the list. */
    SeedRuns {
        runs = List.copyOf(runs);
    }

    /**
     * Trains once for each seed, counting up from the lab's.
     *
     * @param seeds how many, at least 1
     * @param experiment makes the training for a seed; the seed is added to its name
     */
    static SeedRuns train(Lab lab, int seeds, LongFunction<Experiment> experiment) {
        return new SeedRuns(
                LongStream.range(lab.seed(), lab.seed() + seeds)
                        .mapToObj(seed -> train(lab, experiment.apply(seed), seed))
                        .toList());
    }

    private static Trained train(Lab lab, Experiment experiment, long seed) {
        var named = experiment.withName(experiment.name() + "-seed" + seed).withSeed(seed);
        return new Trained(named, lab.train(named));
    }

    /** Returns 1, 2, ... up to the longest run's last epoch. */
    double[] epochs() {
        int longest = runs.stream().mapToInt(one -> one.run().epochs().size()).max().orElse(0);
        return IntStream.rangeClosed(1, longest).asDoubleStream().toArray();
    }

    /** Returns a curve's mean and standard deviation over the seeds. */
    Band band(Function<Trained, double[]> curve) {
        return Band.standardDeviation(runs.stream().map(curve).toArray(double[][]::new));
    }

    /** Returns the validation loss of each epoch over the seeds. */
    Band validationLosses() {
        return band(Trained::validationLosses);
    }

    /** Returns the training loss of each epoch over the seeds, as measured while training. */
    Band trainingLosses() {
        return band(Trained::trainingLosses);
    }

    /** Summarises a measure of the finished trainings. */
    Summary summary(ToDoubleFunction<Trained> measure) {
        return Summary.of(runs.stream().mapToDouble(measure).toArray());
    }

    /** Summarises the finished models' loss on the training data. */
    Summary trainingLoss() {
        return summary(one -> one.onTraining().loss());
    }

    /** Summarises the finished models' loss on the validation data. */
    Summary validationLoss() {
        return summary(one -> one.onValidation().loss());
    }

    /** Summarises the finished models' accuracy on the validation data, in [0, 1]. */
    Summary accuracy() {
        return summary(one -> one.onValidation().score("accuracy"));
    }
}
