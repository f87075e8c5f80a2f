package io.github.dl4jprimer.experiment;

/**
 * When to end training before the last epoch: after {@code patience} epochs in a row whose
 * validation loss was not below the best one by more than {@code minDelta}.
 *
 * <p>The run then gives back the model of the best epoch, not that of the last.
 *
 * @param patience epochs to wait for an improvement, at least 1; {@link Integer#MAX_VALUE} never
 *     stops
 * @param minDelta loss by which an epoch must be better to count, at least 0
 * @see <a href="https://www.deeplearningbook.org/contents/regularization.html">Deep Learning,
 *     section 7.8</a>
 */
public record EarlyStopping(int patience, double minDelta) {
    /** Trains through all epochs and keeps the last model. */
    public static final EarlyStopping NEVER = new EarlyStopping(Integer.MAX_VALUE, 0);

    /**
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException(
                    "patience must be at least 1, got %d. Use EarlyStopping.NEVER to train through."
                            .formatted(patience));
        }
        if (!(minDelta >= 0) || Double.isInfinite(minDelta)) {
            throw new IllegalArgumentException(
                    "minDelta must be 0 or more, got %s. It is a difference of losses."
                            .formatted(minDelta));
        }
    }

    /** Returns a rule that waits {@code epochs} epochs and counts any improvement. */
    public static EarlyStopping patience(int epochs) {
        return new EarlyStopping(epochs, 0);
    }

    /** Returns whether this rule can stop a run at all. */
    public boolean isActive() {
        return patience != Integer.MAX_VALUE;
    }
}
