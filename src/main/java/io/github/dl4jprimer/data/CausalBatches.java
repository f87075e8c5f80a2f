package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Batches for a causal language model: each token is to be answered by the next.
 *
 * <pre>
 * text      a b c d
 * features  a b c            [B, T], T one less than the longest text of the batch
 * labels    b c d            [B, T, 1]
 * masks     1 1 1, 0 behind the end of a shorter text          [B, T], both the same
 * </pre>
 */
public final class CausalBatches {
    private CausalBatches() {}

    /**
     * Returns batches that are shuffled anew in each epoch, texts of like length together; for
     * training.
     *
     * @param texts token ids, at least 2 a text
     * @param batchSize texts a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if there is no text or one is too short
     */
    public static EpochIterator shuffled(List<int[]> texts, int batchSize, long seed) {
        TokenRows.require(texts, 2);
        int[] lengths = texts.stream().mapToInt(text -> text.length).toArray();
        return EpochBatches.bucketed(lengths, batchSize, seed, (rows, epoch) -> batch(texts, rows));
    }

    /**
     * Returns batches in the order of the texts; for validation. Arguments as in {@link #shuffled}.
     */
    public static EpochIterator inOrder(List<int[]> texts, int batchSize) {
        TokenRows.require(texts, 2);
        return EpochBatches.inOrder(texts.size(), batchSize, (rows, epoch) -> batch(texts, rows));
    }

    private static DataSet batch(List<int[]> texts, int[] rows) {
        List<int[]> chosen = Arrays.stream(rows).mapToObj(texts::get).toList();
        List<int[]> seen =
                chosen.stream().map(text -> Arrays.copyOf(text, text.length - 1)).toList();
        List<int[]> next =
                chosen.stream().map(text -> Arrays.copyOfRange(text, 1, text.length)).toList();
        INDArray mask = TokenRows.mask(seen);
        INDArray labels = TokenRows.of(next, 0);
        return new DataSet(
                TokenRows.of(seen, 0),
                labels.reshape('c', labels.size(0), labels.size(1), 1),
                mask,
                mask);
    }
}
