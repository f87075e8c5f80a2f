package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Regularization;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network with many more weights than training rows, [30, hiddenSize, 2] on a fifth of the
 * breast-cancer set: without regularisation it learns its 113 rows by heart.
 *
 * <p>With 30 features and 128 neurons there are over four thousand weights for 113 rows, so the
 * training loss goes to nothing while the validation loss turns: the patient on whom weight
 * penalties, dropout and early stopping are tried. Rows, first weights and order of batches depend
 * on the seed alone, never on the remedy.
 */
final class CancerNetwork {
    private CancerNetwork() {}

    /** Returns the settings that all its experiments share. */
    static Settings settings() {
        return Settings.none()
                .with("trainShare", 0.2, 0.05, 0.9)
                .with("hiddenSize", 128, 1, 4096)
                .with("learningRate", 0.005, 1e-6, 100)
                .with("batchSize", 32, 1, 4096)
                .with("epochs", 60, 1, 10_000)
                .with("seeds", 5, 1, 100);
    }

    /** Returns a copy of settings that takes a second or two. */
    static Settings quick(Settings settings) {
        return settings.changed("hiddenSize", "8").changed("epochs", "4").changed("seeds", "2");
    }

    /** Returns how many rows there are to learn from; as many whatever the seed. */
    static int trainingRows(Settings settings) {
        var rows = TableSplit.of(Datasets.breastCancer(), settings.number("trainShare"), 1);
        return rows.parts().train().size();
    }

    /** Returns the training for a seed, which also decides which rows are for training. */
    static Experiment experiment(
            String name, Settings settings, IUpdater updater, Regularization penalty, long seed) {
        var rows = TableSplit.of(Datasets.breastCancer(), settings.number("trainShare"), seed);
        MultilayerPerceptron model =
                rows.classifier(List.of(settings.integer("hiddenSize")), seed)
                        .withUpdater(updater)
                        .withRegularization(penalty);
        return rows.experiment(name, model.configuration(), settings.integer("batchSize"), seed)
                .withEpochs(settings.integer("epochs"))
                .withSetting("updater", updater.getClass().getSimpleName())
                .withSetting("penalty", penalty);
    }
}
