package io.github.dl4jprimer.data;

import org.nd4j.linalg.dataset.DataSet;

/** Mini-batches whose rows a {@link BatchCursor} chooses; a subclass says what a row is. */
abstract sealed class CursorBatches implements EpochIterator
        permits Batches, BagBatches, TokenBatches, EpochBatches {
    private static final long serialVersionUID = 1L;

    private final transient BatchCursor cursor;

    CursorBatches(BatchCursor cursor) {
        this.cursor = cursor;
    }

    /** Returns a batch of these rows, in this order. */
    abstract DataSet batch(int[] rows);

    /** Returns the epoch it stands in, counted from 1. */
    final int epoch() {
        return cursor.epoch();
    }

    @Override
    public final DataSet next(int count) {
        var batch = batch(cursor.next(count));
        batch.setLabelNames(getLabels());
        return batch;
    }

    @Override
    public final void startEpoch(int epoch) {
        cursor.startEpoch(epoch);
    }

    @Override
    public final void reset() {
        cursor.reset();
    }

    @Override
    public final boolean hasNext() {
        return cursor.hasNext();
    }

    @Override
    public final int examples() {
        return cursor.size();
    }

    @Override
    public final int batch() {
        return cursor.batchSize();
    }
}
