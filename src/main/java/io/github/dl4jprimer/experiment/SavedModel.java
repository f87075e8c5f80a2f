package io.github.dl4jprimer.experiment;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;

/**
 * A model read from its folder.
 *
 * @param model DL4J's network
 * @param labels class names in index order, empty if it has none
 * @param extras what else was saved about it, by key
 */
public record SavedModel(Model model, List<String> labels, Map<String, String> extras) {
    /** Copies the collections. */
    public SavedModel {
        labels = List.copyOf(labels);
        extras = Map.copyOf(extras);
    }
}
