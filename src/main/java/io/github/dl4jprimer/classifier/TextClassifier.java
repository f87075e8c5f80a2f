package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.EvaluationResult;
import java.nio.file.Path;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sorts lines of text into classes; whichever kind a folder holds, it is used alike.
 *
 * <pre>{@code
 * var classifier = TextClassifier.load(Path.of("alarm-model"));
 * classifier.predict(List.of("磁盘使用率超过95%")).get(0).label();
 * }</pre>
 */
public sealed interface TextClassifier extends SavedClassifier
        permits BagClassifier, EncoderClassifier, BertClassifier {
    /**
     * Returns what the softmax is taken of, a row for each text in order: [N, C]. A text may be
     * empty, of any length, and of characters that training never saw.
     */
    INDArray logits(List<String> texts);

    /**
     * Measures the classifier on examples of its own classes.
     *
     * @throws IllegalArgumentException if an example has another label
     */
    EvaluationResult evaluate(TextDataset data);

    /** Returns a prediction for each text, in order. */
    default List<Prediction> predict(List<String> texts) {
        return Prediction.of(logits(texts), labels());
    }

    /**
     * Loads a classifier of text of any kind.
     *
     * @throws BadInput if the folder does not hold one, or a file in it is missing or broken
     */
    static TextClassifier load(Path folder) {
        if (SavedClassifier.load(folder) instanceof TextClassifier classifier) {
            return classifier;
        }
        throw new BadInput(
                "model must be a classifier of text, got one of numbers (%s). Load it with SavedClassifier."
                        .formatted(folder));
    }
}
