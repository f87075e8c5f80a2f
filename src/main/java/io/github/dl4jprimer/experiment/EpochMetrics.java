package io.github.dl4jprimer.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured at the end of an epoch.
 *
 * @param epoch epoch, from 1
 * @param step steps since the start of the run
 * @param trainLoss mean data loss of the epoch's steps, as the parameters were at each step
 * @param validationLoss mean data loss on the validation data after the epoch; NaN without any
 * @param scores metrics on the validation data by name, in a fixed order; empty without any: {@code
 *     accuracy, precision, recall, f1}, or {@code mse, mae, r2}, or {@code perplexity, accuracy}
 */
public record EpochMetrics(
        int epoch, long step, double trainLoss, double validationLoss, Map<String, Double> scores) {
    /** Keeps the order of the scores. */
    public EpochMetrics {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /** Returns a metric, or NaN if it was not measured. */
    public double score(String name) {
        return scores.getOrDefault(name, Double.NaN);
    }

    /** Returns the loss a run is judged by: on validation data if there is any. */
    public double monitoredLoss() {
        return Double.isNaN(validationLoss) ? trainLoss : validationLoss;
    }
}
