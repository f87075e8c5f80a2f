package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * Which classes a BERT is to be fine-tuned on, and whether the layer that tells them apart, its
 * head, is the checkpoint's or a fresh one.
 *
 * @param labels class names in index order
 * @param fresh whether the head starts at random weights
 */
public record BertHead(List<String> labels, boolean fresh) {
    /** Copies the labels. */
    public BertHead {
        labels = List.copyOf(labels);
    }

    /**
     * Returns the checkpoint's own head, in its own order of classes, if it knows all labels of the
     * data; a fresh one for the data's labels if the checkpoint has none, or has one of other
     * labels that may be replaced.
     *
     * @param checkpoint a HuggingFace directory
     * @param labels those of the data, in index order
     * @param replace whether a head of other labels may be replaced
     * @throws BadInput if the directory cannot be read, or its head lacks a label and must stay
     */
    public static BertHead of(Path checkpoint, List<String> labels, boolean replace) {
        try (var bert = BertCheckpoint.open(checkpoint)) {
            if (!bert.hasClassifier()) {
                return new BertHead(labels, true);
            }
            var unknown = new HashSet<>(labels);
            unknown.removeAll(bert.labels());
            if (unknown.isEmpty()) {
                return new BertHead(bert.labels(), false);
            }
            if (replace) {
                return new BertHead(labels, true);
            }
            throw new BadInput(
                    "labels must be among the checkpoint's %s, got %s (%s). Correct them, or ask for a new head (--new-head)."
                            .formatted(BadInput.shown(bert.labels()), labels, checkpoint));
        }
    }
}
