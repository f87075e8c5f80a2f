package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.data.Batches;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batches of another size than was asked for.
 *
 * <p>{@code ListDataSetIterator(list, n)} takes the list for single examples and joins n of its
 * elements. A batch n times too large makes n times fewer steps in an epoch, so a network seems to
 * learn slowly though nothing is wrong with it.
 */
final class BatchTraps {
    private BatchTraps() {}

    static List<Trap> all() {
        return List.of(new Trap("t-merged-batches", BatchTraps::merged));
    }

    /** Sixteen examples in four batches of four, handed over with a batch size of four. */
    private static Evidence merged() {
        var batches = examples(16).batchBy(4);
        return Evidence.of(new ListDataSetIterator<>(batches, 4).next().numExamples(), 4)
                .withWorkaround(Batches.inOrder(examples(16), 4).next().numExamples());
    }

    /** Two features and one label each, all 0. */
    private static DataSet examples(int count) {
        return new DataSet(
                Nd4j.zeros(DataType.DOUBLE, count, 2), Nd4j.zeros(DataType.DOUBLE, count, 1));
    }
}
