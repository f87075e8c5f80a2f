package io.github.dl4jprimer.experiment;

/**
 * What a network is asked to do, which decides how it is measured.
 *
 * <p>Each task has one main metric, the number a list of runs shows.
 */
public enum Task {
    /**
     * One class an example: labels one-hot [N, C], or [N, 1] with 0 and 1; main metric accuracy.
     */
    CLASSIFICATION("accuracy"),
    /** Real-valued targets [N, C]; main metric mean squared error. */
    REGRESSION("mse"),
    /**
     * One token a position: labels one-hot [B, V, T] or [B, T, V], or token numbers [B, T], with an
     * optional mask [B, T]; main metric perplexity.
     */
    LANGUAGE_MODEL("perplexity");

    private final String mainMetric;

    Task(String mainMetric) {
        this.mainMetric = mainMetric;
    }

    /** Returns the name of the metric that sums a run up. */
    public String mainMetric() {
        return mainMetric;
    }
}
