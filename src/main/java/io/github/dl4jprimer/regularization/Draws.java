package io.github.dl4jprimer.regularization;

import java.util.SplittableRandom;

/** Random generators that depend on a seed and a number only, unrelated for neighbouring ones. */
final class Draws {
    private Draws() {}

    /**
     * Returns a generator for draw {@code number} of a seed.
     *
     * <p>{@code java.util.Random} will not do: its first values for neighbouring seeds are nearly
     * equal.
     */
    static SplittableRandom of(long seed, long number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    }
}
