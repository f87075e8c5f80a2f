package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.ModelFolder;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A classifier that has a folder, or can have one. */
public sealed interface SavedClassifier permits TextClassifier, TableClassifier {
    /** The key in {@code model.json} that tells the kinds apart. */
    String KIND = "classifier";

    /** Returns the class names in index order. */
    List<String> labels();

    /** Returns the trained network. */
    MultiLayerNetwork model();

    /** Saves the classifier; an existing folder is replaced in one step. */
    void save(Path folder);

    /**
     * Loads a classifier of either kind.
     *
     * @throws BadInput if the folder does not hold one, or a file in it is missing or broken
     */
    static SavedClassifier load(Path folder) {
        var saved = ModelFolder.load(folder);
        var kind = saved.extras().getOrDefault(KIND, "none");
        if (!(saved.model() instanceof MultiLayerNetwork network)) {
            throw unknown(folder, saved.model().getClass().getSimpleName());
        }
        return switch (kind) {
            case TextClassifier.KIND -> TextClassifier.load(folder, network, saved.labels());
            case TableClassifier.KIND -> TableClassifier.load(folder, network, saved.labels());
            default -> throw unknown(folder, kind);
        };
    }

    private static BadInput unknown(Path folder, String kind) {
        return new BadInput(
                "model must be a classifier saved by 'primer train', got %s (%s). Train one."
                        .formatted(kind, folder));
    }
}
