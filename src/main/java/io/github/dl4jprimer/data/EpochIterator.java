package io.github.dl4jprimer.data;

import java.util.List;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Batches whose order is a pure function of seed and epoch.
 *
 * <p>{@link #startEpoch} puts the iterator before the first batch of an epoch; {@link #reset} goes
 * back to the first batch of the same epoch. A new iterator stands at epoch 1. The last batch of an
 * epoch may be shorter; none is dropped.
 */
public interface EpochIterator extends DataSetIterator {
    /**
     * Stands before the first batch of an epoch.
     *
     * @param epoch epoch, from 1
     * @throws IllegalArgumentException if {@code epoch} is below 1
     */
    void startEpoch(int epoch);

    /** Returns the number of examples in an epoch. */
    int examples();

    /** Returns the number of batches in an epoch. */
    default int batches() {
        return (examples() + batch() - 1) / batch();
    }

    @Override
    default DataSet next() {
        return next(batch());
    }

    @Override
    default boolean resetSupported() {
        return true;
    }

    /** DL4J need not read ahead on a second thread: it would only compete for the processor. */
    @Override
    default boolean asyncSupported() {
        return false;
    }

    /** Numbers are prepared before batching, so there is no preprocessor. */
    @Override
    default DataSetPreProcessor getPreProcessor() {
        return null;
    }

    /**
     * @throws UnsupportedOperationException always: standardise the data set instead
     */
    @Override
    default void setPreProcessor(DataSetPreProcessor preProcessor) {
        throw new UnsupportedOperationException(
                "Standardise the data set before batching it; see Standardization.");
    }

    @Override
    List<String> getLabels();
}
