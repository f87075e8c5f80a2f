package io.github.dl4jprimer.data;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sequences of token ids as a rectangle: all filled up to the longest, with a mask that says how
 * far each really goes.
 *
 * <p>For classifiers and single texts, which always want both; the parts of a language model's
 * batch are made by {@link TokenRows}.
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
        return new PaddedTokens(TokenRows.of(sequences, 0), TokenRows.mask(sequences));
    }
}
