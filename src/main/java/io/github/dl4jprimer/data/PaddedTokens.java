package io.github.dl4jprimer.data;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sequences of token ids as a rectangle: all filled up to the longest, with a mask that says how
 * far each really goes.
 *
 * <p>Filled with id 0 whatever the vocabulary calls it: where the mask is 0 nobody looks.
 *
 * @param ids of the tokens, [B, T]
 * @param mask 1 for a token, 0 for padding, [B, T]
 */
public record PaddedTokens(INDArray ids, INDArray mask) {
    /**
     * Returns a batch of sequences; T is the length of the longest.
     *
     * @throws IllegalArgumentException if there is no sequence, or an empty one
     */
    public static PaddedTokens of(List<int[]> sequences) {
        int longest = sequences.stream().mapToInt(ids -> ids.length).max().orElse(0);
        if (sequences.stream().anyMatch(ids -> ids.length == 0) || longest == 0) {
            throw new IllegalArgumentException(
                    "sequences must have a token each, got %s. Put [CLS] before every text."
                            .formatted(longest == 0 ? "none" : "one without"));
        }
        float[] ids = new float[sequences.size() * longest];
        float[] mask = new float[ids.length];
        for (int i = 0; i < sequences.size(); i++) {
            int[] sequence = sequences.get(i);
            for (int t = 0; t < sequence.length; t++) {
                ids[i * longest + t] = sequence[t];
                mask[i * longest + t] = 1;
            }
        }
        long[] shape = {sequences.size(), longest};
        return new PaddedTokens(Nd4j.create(ids, shape, 'c'), Nd4j.create(mask, shape, 'c'));
    }
}
