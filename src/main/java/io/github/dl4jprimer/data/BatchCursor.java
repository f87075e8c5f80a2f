package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Where an iterator stands in the order of its epoch; deals out the rows of each batch. */
final class BatchCursor {
    private final int size;
    private final int batchSize;
    private final IntFunction<int[]> orders;
    private int[] order;
    private int epoch;
    private int position;

    /**
     * @param size number of examples
     * @param batchSize examples a batch, at least 1
     * @param shuffle whether each epoch has an order of its own
     * @param seed decides, with the epoch, that order
     */
    BatchCursor(int size, int batchSize, boolean shuffle, long seed) {
        this(
                size,
                batchSize,
                epoch ->
                        shuffle
                                ? EpochOrder.shuffled(size, seed, epoch)
                                : EpochOrder.inOrder(size));
    }

    /**
     * @param size number of examples
     * @param batchSize examples a batch, at least 1
     * @param orders gives each epoch, counted from 1, a permutation of 0..size-1
     */
    BatchCursor(int size, int batchSize, IntFunction<int[]> orders) {
        if (batchSize < 1) {
            throw new IllegalArgumentException(
                    "batchSize must be at least 1, got %d. 32 is a usual choice."
                            .formatted(batchSize));
        }
        this.size = size;
        this.batchSize = batchSize;
        this.orders = orders;
        startEpoch(1);
    }

    /** Returns the number of examples in an epoch. */
    int size() {
        return size;
    }

    /** Returns the number of examples in a batch, the last one aside. */
    int batchSize() {
        return batchSize;
    }

    /** Stands before the first row of an epoch, counted from 1. */
    void startEpoch(int epoch) {
        if (epoch < 1) {
            throw new IllegalArgumentException(
                    "epoch must be at least 1, got %d. Epochs are counted from 1."
                            .formatted(epoch));
        }
        this.epoch = epoch;
        order = orders.apply(epoch);
        position = 0;
    }

    /** Returns the epoch, counted from 1. */
    int epoch() {
        return epoch;
    }

    /** Goes back to the first row of the same epoch. */
    void reset() {
        position = 0;
    }

    /** Tells whether the epoch has rows left. */
    boolean hasNext() {
        return position < size;
    }

    /** Returns the next {@code count} rows, fewer at the end of the epoch. */
    int[] next(int count) {
        if (!hasNext()) {
            throw new NoSuchElementException("the epoch is over: call reset or startEpoch");
        }
        int end = Math.min(size, position + count);
        int[] rows = Arrays.copyOfRange(order, position, end);
        position = end;
        return rows;
    }
}
