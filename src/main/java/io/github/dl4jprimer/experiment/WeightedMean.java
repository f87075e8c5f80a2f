package io.github.dl4jprimer.experiment;

/** A mean of batch means, each weighted by what it is a mean over. */
final class WeightedMean {
    private double sum;
    private double weights;

    void add(double mean, double weight) {
        if (weight > 0) {
            sum += mean * weight;
            weights += weight;
        }
    }

    /** Returns sum(w x) / sum(w), NaN if nothing was added. */
    double mean() {
        return sum / weights;
    }
}
