package io.github.dl4jprimer.experiment;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The best epoch so far.
 *
 * @param epoch its number, from 1; 0 before the first
 * @param loss its monitored loss
 * @param epochsSince epochs since then that were not better
 * @param parameters a copy of its parameters, or null if they are not kept
 */
record BestEpoch(int epoch, double loss, int epochsSince, INDArray parameters) {
    static final BestEpoch NONE = new BestEpoch(0, Double.POSITIVE_INFINITY, 0, null);

    /** Returns the best epoch after another one. */
    BestEpoch after(EpochMetrics metrics, EarlyStopping rule, INDArray parameters) {
        if (metrics.monitoredLoss() < loss - rule.minDelta()) {
            var copy = rule.isActive() ? parameters.dup() : null;
            return new BestEpoch(metrics.epoch(), metrics.monitoredLoss(), 0, copy);
        }
        return new BestEpoch(epoch, loss, epochsSince + 1, this.parameters);
    }

    /** Returns whether training has waited long enough. */
    boolean isFinal(EarlyStopping rule) {
        return epochsSince >= rule.patience();
    }
}
