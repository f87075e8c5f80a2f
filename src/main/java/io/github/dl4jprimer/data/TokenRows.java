package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows of numbers of different lengths, filled up to the longest: what a batch of token sequences
 * is made of.
 *
 * <p>For language models, which choose what fills up and need rows without a mask, such as labels.
 * Where ids and mask of whole texts are wanted together, for classifiers, there is {@link
 * PaddedTokens}.
 */
public final class TokenRows {
    private TokenRows() {}

    /**
     * Returns the rows as [B, T], T being the longest row's length.
     *
     * @param filling what is behind the end of a shorter row
     */
    public static INDArray of(List<int[]> rows, int filling) {
        int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        float[] numbers = new float[rows.size() * longest];
        Arrays.fill(numbers, filling);
        for (int b = 0; b < rows.size(); b++) {
            int[] row = rows.get(b);
            for (int t = 0; t < row.length; t++) {
                numbers[b * longest + t] = row[t];
            }
        }
        return Nd4j.create(numbers, new long[] {rows.size(), longest}, 'c');
    }

    /** Returns 1 where a row has a number and 0 behind its end, [B, T]. */
    public static INDArray mask(List<int[]> rows) {
        return of(rows.stream().map(row -> filled(row.length)).toList(), 0);
    }

    /**
     * Requires each of some texts to have enough tokens.
     *
     * @throws IllegalArgumentException if there is no text, or one with fewer
     */
    public static void require(List<int[]> texts, int least) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("texts must not be empty, got none. Pass one.");
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).length < least) {
                throw new IllegalArgumentException(
                        "texts must have at least %d tokens, got %d (text %d). Leave out shorter ones."
                                .formatted(least, texts.get(i).length, i));
            }
        }
    }

    private static int[] filled(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
