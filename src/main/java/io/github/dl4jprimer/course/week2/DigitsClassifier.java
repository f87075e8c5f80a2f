package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.util.List;

/**
 * The classifier on which optimizers, schedules and losses compete: one hidden layer on 8 x 8
 * handwritten digits, pixels scaled to 0..1.
 *
 * @param data 70 % train, 15 % dev, 15 % test, the same for all seeds of a lab
 * @param settings with {@code hiddenSize}, {@code batchSize} and {@code epochs}
 */
record DigitsClassifier(Split<NumberDataset> data, Settings settings) {
    private static final int LARGEST_PIXEL = 16;

    /** Adds the classifier's settings to an experiment's. */
    static Settings defaults(Settings settings, int epochs, int seeds) {
        return settings.with("epochs", epochs, 1, 10_000)
                .with("seeds", seeds, 1, 100)
                .with("hiddenSize", 32, 1, 4096)
                .with("batchSize", 32, 1, 4096);
    }

    /** Returns the classifier for a lab's settings and seed. */
    static DigitsClassifier of(Lab lab) {
        var digits = Datasets.digits();
        var scaled = digits.with(digits.features().div(LARGEST_PIXEL), digits.targets());
        return new DigitsClassifier(
                Splits.stratified(scaled, 0.15, 0.15, lab.seed()), lab.settings());
    }

    /** Returns the network, whose updater or loss an experiment then replaces. */
    MultilayerPerceptron network(long seed) {
        int inputs = data.train().featureNames().size();
        int classes = data.train().labels().size();
        return MultilayerPerceptron.classifier(
                inputs, List.of(settings.integer("hiddenSize")), classes, seed);
    }

    /** Returns the training of a network, validated on the dev part. */
    Experiment experiment(String name, MultilayerPerceptron network) {
        int batchSize = settings.integer("batchSize");
        return Experiment.classification(
                        name,
                        network.configuration(),
                        Batches.shuffled(data.train(), batchSize, network.seed()),
                        Batches.inOrder(data.dev(), data.dev().size()))
                .withEpochs(settings.integer("epochs"))
                .withSeed(network.seed())
                .withLabels(data.train().labels())
                .withDataset(data.train().name(), data.train().checksum());
    }

    /** Returns the number of steps of a whole training. */
    int steps() {
        return settings.integer("epochs") * stepsPerEpoch();
    }

    /** Returns the number of steps of an epoch. */
    int stepsPerEpoch() {
        int batchSize = settings.integer("batchSize");
        return (data.train().size() + batchSize - 1) / batchSize;
    }

    /** Returns the accuracy on the test part. */
    double testAccuracy(RunResult run) {
        var test = Batches.inOrder(data.test(), data.test().size());
        return Evaluator.evaluate(run.model(), Task.CLASSIFICATION, test).score("accuracy");
    }
}
