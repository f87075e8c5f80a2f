package io.github.dl4jprimer.bench.peer;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many times as long as another's this project's step takes: below 1 is faster.
 *
 * @param median of the rounds
 * @param min of the rounds
 * @param max of the rounds
 */
record Ratio(double median, double min, double max) {

    /**
     * Divides the times of each round, which ran one after the other, and puts the quotients in
     * order.
     *
     * @throws IllegalArgumentException if there are no rounds, or not as many of both
     */
    static Ratio of(List<Double> ours, List<Double> theirs) {
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalArgumentException(
                    "rounds must be at least 1 and as many for both, got %d and %d. Measure both in each round."
                            .formatted(ours.size(), theirs.size()));
        }
        var sorted =
                IntStream.range(0, ours.size())
                        .mapToDouble(round -> ours.get(round) / theirs.get(round))
                        .sorted()
                        .boxed()
                        .toList();
        return new Ratio(middle(sorted), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Returns the median: the middle one, or the mean of the two in the middle. */
    static double median(List<Double> values) {
        return middle(values.stream().sorted().toList());
    }

    private static double middle(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Returns the median with its spread, for example {@code 0.58 (0.55–0.61)}. */
    String text() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, min, max);
    }
}
