package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A classifier that has a folder, or can have one. */
public sealed interface SavedClassifier permits TextClassifier, TableClassifier {
    /** The key in {@code model.json} that tells the kinds apart. */
    String KIND = "classifier";

    /** Returns the class names in index order. */
    List<String> labels();

    /** Returns the trained network. */
    Model model();

    /** Saves the classifier; an existing folder is replaced in one step. */
    void save(Path folder);

    /**
     * Loads a classifier of any kind; a HuggingFace directory of a BERT with a classification head
     * is one.
     *
     * @throws BadInput if the folder does not hold one, or a file in it is missing or broken
     */
    static SavedClassifier load(Path folder) {
        if (!Files.exists(folder.resolve("model.json"))
                && Files.exists(folder.resolve("config.json"))) {
            return BertClassifier.load(folder);
        }
        var saved = ModelFolder.load(folder);
        var kind = saved.extras().getOrDefault(KIND, "none");
        if (saved.model() instanceof MultiLayerNetwork network) {
            if (kind.equals(BagClassifier.KIND)) {
                return BagClassifier.load(folder, network, saved.labels());
            }
            if (kind.equals(TableClassifier.KIND)) {
                return TableClassifier.load(folder, network, saved.labels());
            }
        } else if (kind.equals(EncoderClassifier.KIND)) {
            return EncoderClassifier.load(folder, (ComputationGraph) saved.model(), saved);
        }
        throw new BadInput(
                "model must be a classifier saved by 'primer train', got a %s of kind %s (%s). Train one."
                        .formatted(saved.model().getClass().getSimpleName(), kind, folder));
    }
}
