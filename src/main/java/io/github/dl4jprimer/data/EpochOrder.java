package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/**
 * The order in which an epoch visits its examples: a permutation that seed and epoch alone decide.
 *
 * <p>A run that was interrupted after epoch 3 can therefore go on with epoch 4 exactly as if it had
 * never stopped: no generator's state has to be saved.
 */
final class EpochOrder {
    /** Batches among which lengths are sorted: enough to find like ones, few enough to mix. */
    private static final int POOL = 32;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private EpochOrder() {}

    /** Returns a permutation of 0..size-1. */
    static int[] shuffled(int size, long seed, int epoch) {
        int[] order = inOrder(size);
        shuffle(order, size, random(seed, epoch));
        return order;
    }

    /**
     * Returns a permutation in which the examples of a batch have like lengths, so that little has
     * to be padded: shuffled, sorted by length within pools of {@value #POOL} batches, and the
     * batches shuffled again. The last batch is the one that may be shorter.
     */
    static int[] bucketed(int[] lengths, int batchSize, long seed, int epoch) {
        int size = lengths.length;
        var random = random(seed, epoch);
        int[] order = inOrder(size);
        shuffle(order, size, random);
        long pool = (long) POOL * batchSize;
        for (long from = 0; from < size; from += pool) {
            sortByLength(order, (int) from, (int) Math.min(size, from + pool), lengths);
        }
        int[] batches = inOrder((size + batchSize - 1) / batchSize);
        shuffle(batches, size / batchSize, random);
        int[] bucketed = new int[size];
        int to = 0;
        for (int batch : batches) {
            int from = batch * batchSize;
            int count = Math.min(batchSize, size - from);
            System.arraycopy(order, from, bucketed, to, count);
            to += count;
        }
        return bucketed;
    }

    private static void sortByLength(int[] order, int from, int to, int[] lengths) {
        int[] sorted =
                Arrays.stream(order, from, to)
                        .boxed()
                        .sorted(Comparator.comparingInt(row -> lengths[row]))
                        .mapToInt(row -> row)
                        .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    private static Random random(long seed, int epoch) {
        return new Random(mix(mix(seed) + epoch * GOLDEN_GAMMA));
    }

    /** Shuffles the first {@code count} numbers. */
    private static void shuffle(int[] order, int count, Random random) {
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
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
