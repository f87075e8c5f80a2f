package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.report.Numbers;
import java.util.Collection;

/**
 * One number of all rounds.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min smallest
 * @param max largest
 */
public record Spread(double median, double min, double max) {

    /**
     * Summarises the rounds.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "values must be at least 1, got 0. Measure a round first.");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Returns three digits each, for example {@code 4.72 (4.70–5.13)}. */
    public String text() {
        return "%s (%s–%s)".formatted(digits(median), digits(min), digits(max));
    }

    /** Returns three digits of a number. */
    public static String digits(double value) {
        return Numbers.significant(value, 3);
    }
}
