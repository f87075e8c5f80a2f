package io.github.dl4jprimer.bert;

/** Which text of a pair loses tokens at its end when both together are too long. */
public enum Truncation {
    /** The longer one, token by token; the second where both are as long. */
    LONGEST_FIRST,
    /** The first alone. */
    ONLY_FIRST,
    /** The second alone. */
    ONLY_SECOND;

    /**
     * Returns how many tokens of the first text stay; of the second stay the rest.
     *
     * @param first tokens of the first text
     * @param second tokens of the second text, 0 without one
     * @param room tokens that both together may have
     * @throws IllegalArgumentException if the text that must give way is too short for it
     */
    int keptOfFirst(int first, int second, int room) {
        int excess = first + second - room;
        if (excess <= 0) {
            return first;
        }
        if (this == LONGEST_FIRST) {
            return Math.max(Math.min(first, (room + 1) / 2), room - second);
        }
        int length = this == ONLY_FIRST ? first : second;
        if (excess >= length) {
            throw new IllegalArgumentException(
                    "%s text must have more than the %d tokens to cut, got %d. Truncate the longest first, or allow more tokens."
                            .formatted(this == ONLY_FIRST ? "first" : "second", excess, length));
        }
        return this == ONLY_FIRST ? first - excess : first;
    }
}
