package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** Where an iterator stands in the order of its epoch; deals out the rows of each batch. */
final class BatchCursor {
    private final int size;
    private final int batchSize;
    private final boolean shuffle;
    private final long seed;
    private int[] order;
    private int position;

    BatchCursor(int size, int batchSize, boolean shuffle, long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException(
                    "batchSize must be at least 1, got %d. 32 is a usual choice."
                            .formatted(batchSize));
        }
        this.size = size;
        this.batchSize = batchSize;
        this.shuffle = shuffle;
        this.seed = seed;
        startEpoch(1);
    }

    int size() {
        return size;
    }

    int batchSize() {
        return batchSize;
    }

    void startEpoch(int epoch) {
        if (epoch < 1) {
            throw new IllegalArgumentException(
                    "epoch must be at least 1, got %d. Epochs are counted from 1."
                            .formatted(epoch));
        }
        order = shuffle ? EpochOrder.shuffled(size, seed, epoch) : EpochOrder.inOrder(size);
        position = 0;
    }

    void reset() {
        position = 0;
    }

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
