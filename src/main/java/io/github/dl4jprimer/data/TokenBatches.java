package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Mini-batches of labelled texts as token ids, each batch as wide as its longest text.
 *
 * <p>Features [B, T] with a mask [B, T], one-hot labels [B, C].
 */
public final class TokenBatches extends CursorBatches {
    private static final long serialVersionUID = 1L;

    private final transient List<int[]> sequences;
    private final int[] classes;
    private final transient List<String> labels;

    private TokenBatches(
            List<int[]> sequences, int[] classes, List<String> labels, BatchCursor cursor) {
        super(cursor);
        this.sequences = sequences;
        this.classes = classes;
        this.labels = labels;
    }

    /**
     * Returns batches that are shuffled anew in each epoch; for training.
     *
     * @param tokens turns a text into at least one id
     * @param batchSize examples a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static TokenBatches shuffled(
            Function<String, int[]> tokens, TextDataset data, int batchSize, long seed) {
        var cursor = new BatchCursor(data.size(), batchSize, true, seed);
        return new TokenBatches(encoded(tokens, data), data.classes(), data.labels(), cursor);
    }

    /**
     * Returns batches of texts of like length, the shortest first, the same in each epoch; for
     * measuring, where the order does not matter and padding costs time.
     *
     * @param tokens turns a text into at least one id
     * @param batchSize examples a batch, at least 1
     * @throws IllegalArgumentException if {@code batchSize} is below 1
     */
    public static TokenBatches byLength(
            Function<String, int[]> tokens, TextDataset data, int batchSize) {
        var sequences = encoded(tokens, data);
        int[] classes = data.classes();
        int[] order = orderByLength(sequences);
        return new TokenBatches(
                Arrays.stream(order).mapToObj(sequences::get).toList(),
                Arrays.stream(order).map(row -> classes[row]).toArray(),
                data.labels(),
                new BatchCursor(data.size(), batchSize, false, 0));
    }

    /** Returns the rows of the sequences, the shortest first; equal ones in their order. */
    public static int[] orderByLength(List<int[]> sequences) {
        return IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt(row -> sequences.get(row).length))
                .mapToInt(row -> row)
                .toArray();
    }

    private static List<int[]> encoded(Function<String, int[]> tokens, TextDataset data) {
        return data.texts().parallelStream().map(tokens).toList();
    }

    /** Returns the next examples: features [B, T], one-hot labels [B, C], mask [B, T]. */
    @Override
    DataSet batch(int[] rows) {
        var padded = PaddedTokens.of(Arrays.stream(rows).mapToObj(sequences::get).toList());
        float[] y = new float[rows.length * labels.size()];
        for (int i = 0; i < rows.length; i++) {
            y[i * labels.size() + classes[rows[i]]] = 1;
        }
        return new DataSet(
                padded.ids(),
                Nd4j.create(y, new long[] {rows.length, labels.size()}, 'c'),
                padded.mask(),
                null);
    }

    /** Returns the number of tokens of the longest text. */
    @Override
    public int inputColumns() {
        return sequences.stream().mapToInt(ids -> ids.length).max().orElse(0);
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
