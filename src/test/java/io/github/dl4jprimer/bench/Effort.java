package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.data.BadInput;

/**
 * How long to measure.
 *
 * @param rounds processes of each kind, at least 1
 * @param seconds to measure each kind of step, above 0 and at most {@value #LONGEST_SECONDS}
 */
public record Effort(int rounds, double seconds) {
    /** Longer measurements would only meet more noise. */
    static final int LONGEST_SECONDS = 600;

    /**
     * @throws BadInput if there are no rounds or no time
     */
    public Effort {
        requireRounds(rounds);
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new BadInput(
                    "seconds must be above 0 and at most %d, got %s. 2 are usual."
                            .formatted(LONGEST_SECONDS, seconds));
        }
    }

    /**
     * Checks the rounds of a benchmark that takes its own time.
     *
     * @throws BadInput if there are none
     */
    public static void requireRounds(int rounds) {
        if (rounds < 1) {
            throw new BadInput(
                    "rounds must be at least 1, got %d. 3 show the spread.".formatted(rounds));
        }
    }
}
