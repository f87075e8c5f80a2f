package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.EpochBatches;
import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.data.TokenRows;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Batches for a masked language model: texts with gaps, and what stood there.
 *
 * <pre>
 * text           [CLS] 磁 盘 已 满 [SEP]
 * features       [CLS] 磁 [MASK] 已 满 [SEP]     [B, T], filled up with [PAD]
 * features mask  1 1 1 1 1 1, 0 for [PAD]        [B, T]
 * labels         the text itself                 [B, T, 1]
 * labels mask    0 0 1 0 0 0, 1 where to guess   [B, T]
 * </pre>
 *
 * <p>T is the length of the batch's longest text. Each text has at least one token to guess, unless
 * it has special tokens alone.
 */
public final class MaskedBatches {
    private MaskedBatches() {}

    /**
     * Returns batches with fresh masks and an order of its own in each epoch, texts of like length
     * together; for training.
     *
     * @param texts token ids with their special tokens, at least 1 a text
     * @param batchSize texts a batch, at least 1
     * @param seed decides, with the epoch, the order
     * @throws IllegalArgumentException if there is no text or an empty one
     */
    public static EpochIterator shuffled(
            List<int[]> texts, TokenMasking masking, int batchSize, long seed) {
        TokenRows.require(texts, 1);
        int[] lengths = texts.stream().mapToInt(text -> text.length).toArray();
        return EpochBatches.bucketed(
                lengths, batchSize, seed, (rows, epoch) -> batch(texts, masking, rows, epoch));
    }

    /**
     * Returns batches in the order of the texts with the same masks each time, for validation.
     * Arguments as in {@link #shuffled}.
     */
    public static EpochIterator inOrder(List<int[]> texts, TokenMasking masking, int batchSize) {
        TokenRows.require(texts, 1);
        return EpochBatches.inOrder(
                texts.size(), batchSize, (rows, epoch) -> batch(texts, masking, rows, 1));
    }

    private static DataSet batch(List<int[]> texts, TokenMasking masking, int[] rows, int epoch) {
        List<int[]> chosen = Arrays.stream(rows).mapToObj(texts::get).toList();
        var masked =
                Arrays.stream(rows)
                        .mapToObj(row -> masking.mask(texts.get(row), epoch, row))
                        .toList();
        int padding = masking.vocabulary().id(SpecialToken.PAD);
        INDArray mask = TokenRows.mask(chosen);
        INDArray labels = TokenRows.of(chosen, padding);
        INDArray asked = labels.ulike().assign(0);
        for (int b = 0; b < rows.length; b++) {
            for (int t : masked.get(b).predicted()) {
                asked.putScalar(b, t, 1);
            }
        }
        return new DataSet(
                TokenRows.of(masked.stream().map(TokenMasking.Masked::ids).toList(), padding),
                labels.reshape('c', labels.size(0), labels.size(1), 1),
                mask,
                asked);
    }
}
