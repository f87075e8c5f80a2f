package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.EpochIterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.nd4j.linalg.dataset.DataSet;

/** An iterator over nothing. */
record NoBatches(EpochIterator like) implements EpochIterator {
    @Override
    public void startEpoch(int epoch) {}

    @Override
    public int examples() {
        return 0;
    }

    @Override
    public DataSet next(int count) {
        throw new NoSuchElementException();
    }

    @Override
    public int inputColumns() {
        return like.inputColumns();
    }

    @Override
    public int totalOutcomes() {
        return like.totalOutcomes();
    }

    @Override
    public void reset() {}

    @Override
    public int batch() {
        return like.batch();
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public List<String> getLabels() {
        return List.of();
    }
}
