package io.github.dl4jprimer.data.alarms;

import java.util.Comparator;
import java.util.Random;

/**
 * Chance that depends on a seed and a text alone.
 *
 * <p>Editing one phrasing therefore changes the lines of that phrasing and leaves all others as
 * they are, so that a change of the data set can be read in a diff.
 */
final class StableRandom {
    private StableRandom() {}

    /** Returns a generator for a text. */
    static Random of(long seed, String text) {
        return new Random(key(seed, text));
    }

    /** Returns an order that looks random but is the same on every machine. */
    static Comparator<String> order(long seed) {
        return Comparator.comparingLong((String text) -> key(seed, text))
                .thenComparing(Comparator.naturalOrder());
    }

    /** FNV-1a over the characters, finished with SplitMix64's avalanche. */
    static long key(long seed, String text) {
        long hash = 0xCBF29CE484222325L ^ seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
