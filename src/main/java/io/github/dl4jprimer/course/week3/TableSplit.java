package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * A table of numbers cut in three and scaled by what its training rows show.
 *
 * @param parts training, validation and test rows
 */
record TableSplit(Split<NumberDataset> parts) {
    private static final int EVALUATION_BATCH = 1024;

    /**
     * Cuts a table; what is not training is halved into validation and test.
     *
     * @param trainShare share of the training rows, in (0, 1); few rows are easily learned by heart
     * @param seed decides which rows
     */
    static TableSplit of(NumberDataset table, double trainShare, long seed) {
        double rest = (1 - trainShare) / 2;
        return new TableSplit(Standardization.of(Splits.stratified(table, rest, rest, seed)));
    }

    /** Returns shuffled batches of the training rows. */
    Batches training(int batchSize, long seed) {
        return Batches.shuffled(parts.train(), batchSize, seed);
    }

    /** Returns the validation rows. */
    Batches validation() {
        return Batches.inOrder(parts.dev(), EVALUATION_BATCH);
    }

    /** Returns the test rows, to be looked at once. */
    Batches test() {
        return Batches.inOrder(parts.test(), EVALUATION_BATCH);
    }

    /** Returns this with other training rows. */
    TableSplit withTraining(NumberDataset train) {
        return new TableSplit(new Split<>(train, parts.dev(), parts.test()));
    }

    /** Returns a perceptron [F, hidden..., classes] for these rows. */
    MultilayerPerceptron classifier(List<Integer> hiddenSizes, long seed) {
        int features = parts.train().featureNames().size();
        int classes = parts.train().labels().size();
        return MultilayerPerceptron.classifier(features, hiddenSizes, classes, seed);
    }

    /** Returns the training of a network on these rows, validated on theirs. */
    Experiment experiment(String name, MultiLayerConfiguration model, int batchSize, long seed) {
        return Experiment.classification(name, model, training(batchSize, seed), validation())
                .withSeed(seed)
                .withLabels(parts.train().labels())
                .withDataset(parts.train().name(), parts.train().checksum());
    }
}
