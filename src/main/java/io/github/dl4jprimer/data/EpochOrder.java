package io.github.dl4jprimer.data;

import java.util.Random;

/**
 * The order in which an epoch visits its examples: a permutation that seed and epoch alone decide.
 *
 * <p>A run that was interrupted after epoch 3 can therefore go on with epoch 4 exactly as if it had
 * never stopped: no generator's state has to be saved.
 */
final class EpochOrder {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private EpochOrder() {}

    /** Returns a permutation of 0..size-1. */
    static int[] shuffled(int size, long seed, int epoch) {
        var random = new Random(mix(mix(seed) + epoch * GOLDEN_GAMMA));
        int[] order = inOrder(size);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Returns 0..size-1. */
    static int[] inOrder(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Spreads a number over 64 bits (SplitMix64), so that seeds 1 and 2 have nothing in common. */
    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
