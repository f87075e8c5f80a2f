package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.data.BagBatches;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Alarm lines as bags of characters and pairs of characters.
 *
 * <p>The vocabulary comes from the training lines alone: what the other lines look like must not
 * leak into the features.
 *
 * @param ngrams the vocabulary, V columns
 * @param lines the labelled lines of training, validation and test
 */
record AlarmBags(CharacterNgrams ngrams, Split<TextDataset> lines) {
    private static final int EVALUATION_BATCH = 256;

    /** Returns the bags with the training lines' most frequent n-grams. */
    static AlarmBags of(Split<TextDataset> lines, int maxFeatures) {
        return new AlarmBags(CharacterNgrams.fit(lines.train().texts(), 2, maxFeatures), lines);
    }

    /**
     * Returns some lines of each class.
     *
     * @param count lines of each class; all, where a class has fewer
     * @param seed decides which
     */
    static TextDataset sample(TextDataset data, int count, long seed) {
        var rows = IntStream.range(0, data.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(rows, new Random(seed));
        int[] shuffled = rows.stream().mapToInt(Integer::intValue).toArray();
        return data.rows(shuffled).firstPerClass(count);
    }

    /** Returns shuffled batches of the training lines. */
    BagBatches training(int batchSize, long seed) {
        return BagBatches.shuffled(ngrams, lines.train(), batchSize, seed);
    }

    /** Returns the validation lines. */
    BagBatches validation() {
        return BagBatches.inOrder(ngrams, lines.dev(), EVALUATION_BATCH);
    }

    /** Returns the test lines, to be looked at once. */
    BagBatches test() {
        return BagBatches.inOrder(ngrams, lines.test(), EVALUATION_BATCH);
    }

    /** Returns a perceptron [V, hidden..., classes] for these lines. */
    MultilayerPerceptron classifier(List<Integer> hiddenSizes, long seed) {
        return MultilayerPerceptron.classifier(
                ngrams.size(), hiddenSizes, lines.train().labels().size(), seed);
    }

    /** Returns the training of a network on these lines, validated on theirs. */
    Experiment experiment(String name, MultiLayerConfiguration model, int batchSize, long seed) {
        return Experiment.classification(name, model, training(batchSize, seed), validation())
                .withSeed(seed)
                .withLabels(lines.train().labels())
                .withDataset("alarm-logs-zh", lines.train().checksum());
    }
}
