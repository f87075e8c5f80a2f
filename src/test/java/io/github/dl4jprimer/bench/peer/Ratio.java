package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.Spread;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many times as long as another's this project's step takes: below 1 is faster.
 *
 * @param spread of the rounds
 */
record Ratio(Spread spread) {

    /**
     * Divides the times of each round, which ran one after the other.
     *
     * @throws IllegalArgumentException if there are no rounds, or not as many of both
     */
    static Ratio of(List<Double> ours, List<Double> theirs) {
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalArgumentException(
                    "rounds must be at least 1 and as many for both, got %d and %d. Measure both in each round."
                            .formatted(ours.size(), theirs.size()));
        }
        return new Ratio(
                Spread.of(
                        IntStream.range(0, ours.size())
                                .mapToObj(round -> ours.get(round) / theirs.get(round))
                                .toList()));
    }

    /** Returns the middle one. */
    double median() {
        return spread.median();
    }

    /** Returns the median with its spread, for example {@code 0.58 (0.55–0.61)}. */
    String text() {
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", spread.median(), spread.min(), spread.max());
    }
}
