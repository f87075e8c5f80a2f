package io.github.dl4jprimer.data;

import java.util.List;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Mini-batches of labelled texts as bags of n-grams.
 *
 * <p>Only the non-zero values are kept (34 000 titles: some 15 MB); the dense rows [B, V] that DL4J
 * wants are made batch by batch. All rows at once would take 3 GB at V = 25 000.
 */
public final class BagBatches extends CursorBatches {
    private static final long serialVersionUID = 1L;

    private final transient CharacterNgrams.Bag[] bags;
    private final int[] classes;
    private final int features;
    private final transient List<String> labels;

    private BagBatches(CharacterNgrams ngrams, TextDataset data, BatchCursor cursor) {
        super(cursor);
        bags = data.texts().parallelStream().map(ngrams::bag).toArray(CharacterNgrams.Bag[]::new);
        classes = data.classes();
        features = ngrams.size();
        labels = data.labels();
    }

    /**
     * Returns batches that are shuffled anew in each epoch; for training.
     *
     * @param batchSize examples a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static BagBatches shuffled(
            CharacterNgrams ngrams, TextDataset data, int batchSize, long seed) {
        return new BagBatches(ngrams, data, new BatchCursor(data.size(), batchSize, true, seed));
    }

    /**
     * Returns batches in the order of the examples, the same in each epoch; for validation.
     *
     * @param batchSize examples a batch, at least 1
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static BagBatches inOrder(CharacterNgrams ngrams, TextDataset data, int batchSize) {
        return new BagBatches(ngrams, data, new BatchCursor(data.size(), batchSize, false, 0));
    }

    /** Returns the next examples: features [B, V], one-hot labels [B, C]. */
    @Override
    DataSet batch(int[] rows) {
        float[] x = new float[rows.length * features];
        float[] y = new float[rows.length * labels.size()];
        for (int i = 0; i < rows.length; i++) {
            var bag = bags[rows[i]];
            for (int j = 0; j < bag.columns().length; j++) {
                x[i * features + bag.columns()[j]] = bag.values()[j];
            }
            y[i * labels.size() + classes[rows[i]]] = 1;
        }
        return new DataSet(
                Nd4j.create(x, new long[] {rows.length, features}, 'c'),
                Nd4j.create(y, new long[] {rows.length, labels.size()}, 'c'));
    }

    @Override
    public int inputColumns() {
        return features;
    }

    @Override
    public int totalOutcomes() {
        return labels.size();
    }

    @Override
    public List<String> getLabels() {
        return labels;
    }
}
