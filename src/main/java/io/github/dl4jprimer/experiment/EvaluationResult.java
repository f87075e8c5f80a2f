package io.github.dl4jprimer.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model measured on data.
 *
 * @param loss mean data loss, without the regularisation term; per token for sequences
 * @param scores metrics by name in a fixed order: {@code accuracy, precision, recall, f1} (macro),
 *     or {@code mse, mae, r2}, or {@code perplexity, accuracy}
 * @param confusion for a classification, else null
 */
public record EvaluationResult(double loss, Map<String, Double> scores, ConfusionMatrix confusion) {
    /** Nothing measured: there was no data. */
    public static final EvaluationResult NONE = new EvaluationResult(Double.NaN, Map.of(), null);

    /** Keeps the order of the scores. */
    public EvaluationResult {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /** Returns whether there was data to measure on. */
    public boolean isMeasured() {
        return !scores.isEmpty();
    }

    /** Returns a metric, or NaN if it was not measured. */
    public double score(String name) {
        return scores.getOrDefault(name, Double.NaN);
    }
}
