package io.github.dl4jprimer.data;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Mini-batches of a data set that is in memory.
 *
 * <p>Features, targets and masks may have any rank from 2 on; the first axis counts examples.
 *
 * <p>DL4J's own {@code ListDataSetIterator(list, n)} merges n of the list's data sets into one: fed
 * with batches of n it makes batches of n squared.
 *
 * @see <a href="https://d2l.ai/chapter_optimization/minibatch-sgd.html">Dive into Deep Learning,
 *     12.5 Minibatch stochastic gradient descent</a>
 */
public final class Batches extends CursorBatches {
    private static final long serialVersionUID = 1L;

    private final transient DataSet data;

    private Batches(DataSet data, BatchCursor cursor) {
        super(cursor);
        this.data = data;
    }

    /**
     * Returns batches that are shuffled anew in each epoch; for training.
     *
     * @param batchSize examples a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static Batches shuffled(DataSet data, int batchSize, long seed) {
        return new Batches(data, new BatchCursor(data.numExamples(), batchSize, true, seed));
    }

    /**
     * Returns shuffled batches of a table: features [B, F], targets [B, C] or [B, 1].
     *
     * @param batchSize examples a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static Batches shuffled(NumberDataset data, int batchSize, long seed) {
        return shuffled(data.toDataSet(), batchSize, seed);
    }

    /**
     * Returns batches in the order of the rows, the same in each epoch; for validation.
     *
     * @param batchSize examples a batch, at least 1
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static Batches inOrder(DataSet data, int batchSize) {
        return new Batches(data, new BatchCursor(data.numExamples(), batchSize, false, 0));
    }

    /**
     * Returns batches of a table in the order of its rows: features [B, F], targets [B, C] or [B,
     * 1].
     *
     * @param batchSize examples a batch, at least 1
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static Batches inOrder(NumberDataset data, int batchSize) {
        return inOrder(data.toDataSet(), batchSize);
    }

    @Override
    DataSet batch(int[] rows) {
        return new DataSet(
                pick(data.getFeatures(), rows),
                pick(data.getLabels(), rows),
                pick(data.getFeaturesMaskArray(), rows),
                pick(data.getLabelsMaskArray(), rows));
    }

    private static INDArray pick(INDArray from, int[] rows) {
        if (from == null) {
            return null;
        }
        long[] shape = from.shape().clone(); // shape() hands out the array's own: never write to it
        var flat = from.rank() == 2 ? from : from.reshape('c', shape[0], -1); // [N, everything]
        shape[0] = rows.length;
        return Nd4j.pullRows(flat, 1, rows, 'c').reshape('c', shape);
    }

    @Override
    public int inputColumns() {
        return (int) data.getFeatures().size(1);
    }

    @Override
    public int totalOutcomes() {
        return (int) data.getLabels().size(1);
    }

    @Override
    public List<String> getLabels() {
        return data.getLabelNamesList();
    }
}
