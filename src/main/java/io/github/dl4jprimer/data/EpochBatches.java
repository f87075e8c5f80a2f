package io.github.dl4jprimer.data;

import java.util.List;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Mini-batches that are made when they are asked for, from the numbers of their rows and the epoch:
 * for data that look different in each epoch, or are too large to be kept as arrays.
 *
 * <pre>{@code
 * EpochBatches.shuffled(texts.size(), 32, seed, (rows, epoch) -> corrupted(texts, rows, epoch));
 * }</pre>
 *
 * <p>What is made must depend on rows, epoch and fixed seeds alone: then a run that is resumed sees
 * what it would have seen.
 */
public final class EpochBatches extends CursorBatches {
    private static final long serialVersionUID = 1L;

    private final transient Maker maker;

    /** Makes a batch. */
    public interface Maker {
        /**
         * Returns a batch of these rows, in this order.
         *
         * @param rows numbers from 0 to size - 1
         * @param epoch the epoch, from 1
         */
        DataSet make(int[] rows, int epoch);
    }

    private EpochBatches(BatchCursor cursor, Maker maker) {
        super(cursor);
        this.maker = maker;
    }

    /**
     * Returns batches in an order of its own in each epoch; for training.
     *
     * @param size number of examples
     * @param batchSize examples a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static EpochBatches shuffled(int size, int batchSize, long seed, Maker maker) {
        return new EpochBatches(new BatchCursor(size, batchSize, true, seed), maker);
    }

    /**
     * Returns shuffled batches of sequences of like length, so that little has to be padded; for
     * training.
     *
     * @param lengths of the examples
     * @param batchSize examples a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static EpochBatches bucketed(int[] lengths, int batchSize, long seed, Maker maker) {
        int[] copy = lengths.clone();
        var cursor =
                new BatchCursor(
                        copy.length,
                        batchSize,
                        epoch -> EpochOrder.bucketed(copy, batchSize, seed, epoch));
        return new EpochBatches(cursor, maker);
    }

    /**
     * Returns batches in the order of the rows; for validation.
     *
     * @param size number of examples
     * @param batchSize examples a batch, at least 1
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static EpochBatches inOrder(int size, int batchSize, Maker maker) {
        return new EpochBatches(new BatchCursor(size, batchSize, false, 0), maker);
    }

    @Override
    DataSet batch(int[] rows) {
        return maker.make(rows, epoch());
    }

    /** Returns -1: it may differ from batch to batch. */
    @Override
    public int inputColumns() {
        return -1;
    }

    /** Returns -1: batches need not have classes. */
    @Override
    public int totalOutcomes() {
        return -1;
    }

    /** Returns no names. */
    @Override
    public List<String> getLabels() {
        return List.of();
    }
}
