package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BagBatches;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.loss.CrossEntropy;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Output;
import io.github.dl4jprimer.optimizer.Optimizers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.activations.Activation;

/**
 * The alarm classifier on which losses compete: a bag of character n-grams and one hidden layer.
 *
 * @param data alarm lines; dev and test use phrasings that train never saw
 * @param ngrams columns of the bag, from train
 * @param settings with {@code hiddenSize}, {@code batchSize}, {@code epochs} and {@code
 *     learningRate}
 */
record AlarmClassifier(Split<TextDataset> data, CharacterNgrams ngrams, Settings settings) {

    /** Adds the classifier's settings to an experiment's. */
    static Settings defaults(Settings settings, int epochs, int seeds) {
        return settings.with("epochs", epochs, 1, 10_000)
                .with("seeds", seeds, 1, 100)
                .with("features", 1500, 1, 20_000)
                .with("hiddenSize", 32, 1, 4096)
                .with("batchSize", 32, 1, 4096)
                .with("learningRate", 0.005, 1e-6, 100);
    }

    /**
     * Returns the classifier on a part of the alarm lines.
     *
     * @param perClass training lines of each class, in index order
     * @param evaluated dev and test lines of each class
     */
    static AlarmClassifier of(Lab lab, List<Integer> perClass, int evaluated) {
        var alarms = Datasets.alarms();
        var train = sample(alarms.train(), perClass, lab.seed());
        var even = Collections.nCopies(perClass.size(), evaluated);
        var ngrams = CharacterNgrams.fit(train.texts(), 2, lab.settings().integer("features"));
        var split =
                new Split<>(
                        train,
                        sample(alarms.dev(), even, lab.seed()),
                        sample(alarms.test(), even, lab.seed()));
        return new AlarmClassifier(split, ngrams, lab.settings());
    }

    /** Returns so many lines of each class, drawn from a seed. */
    static TextDataset sample(TextDataset from, List<Integer> perClass, long seed) {
        int[] classes = from.classes();
        var rows = new ArrayList<Integer>(IntStream.range(0, classes.length).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        int[] left = perClass.stream().mapToInt(Integer::intValue).toArray();
        int[] chosen =
                rows.stream()
                        .filter(row -> left[classes[row]]-- > 0)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
        return from.rows(chosen);
    }

    /** Returns the network under a cross-entropy. */
    MultilayerPerceptron network(CrossEntropy loss, long seed) {
        int classes = data.train().labels().size();
        return MultilayerPerceptron.classifier(
                        ngrams.size(), List.of(settings.integer("hiddenSize")), classes, seed)
                .withOutput(new Output(Activation.SOFTMAX, loss))
                .withUpdater(Optimizers.ADAM.at(settings.number("learningRate")));
    }

    /** Returns the training of a network, validated on the dev part. */
    Experiment experiment(String name, MultilayerPerceptron network) {
        int batchSize = settings.integer("batchSize");
        return Experiment.classification(
                        name,
                        network.configuration(),
                        BagBatches.shuffled(ngrams, data.train(), batchSize, network.seed()),
                        BagBatches.inOrder(ngrams, data.dev(), 256))
                .withEpochs(settings.integer("epochs"))
                .withSeed(network.seed())
                .withLabels(data.train().labels())
                .withDataset(data.train().name(), data.train().checksum());
    }

    /** Returns the test part in order. */
    BagBatches test() {
        return BagBatches.inOrder(ngrams, data.test(), 256);
    }
}
