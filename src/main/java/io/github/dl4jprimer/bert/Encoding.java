package io.github.dl4jprimer.bert;

import java.util.Arrays;
import java.util.List;

/**
 * A text or a pair as a sequence of tokens, ready for a model. All four have the same length T.
 *
 * @param ids of the tokens, [T]
 * @param segmentIds 0 for the first text with its special tokens and for padding, 1 for the second,
 *     [T]
 * @param attentionMask 1 for a token, 0 for padding, [T]
 * @param tokens as the vocabulary has them, [T]
 */
public record Encoding(int[] ids, int[] segmentIds, int[] attentionMask, List<String> tokens) {
    /** Checks that all have the same length. */
    public Encoding {
        tokens = List.copyOf(tokens);
        if (segmentIds.length != ids.length
                || attentionMask.length != ids.length
                || tokens.size() != ids.length) {
            throw new IllegalArgumentException(
                    "encoding must have as many of everything as ids, %d, got %d segment ids, %d mask entries, %d tokens. Make it with BertTokenizer."
                            .formatted(
                                    ids.length,
                                    segmentIds.length,
                                    attentionMask.length,
                                    tokens.size()));
        }
    }

    /** Returns the tokens without padding of some ids and segment ids. */
    static Encoding of(int[] ids, int[] segmentIds, Vocabulary vocabulary) {
        var mask = new int[ids.length];
        Arrays.fill(mask, 1);
        var tokens = Arrays.stream(ids).mapToObj(vocabulary::token).toList();
        return new Encoding(ids, segmentIds, mask, tokens);
    }

    /** Returns the number of tokens, padding included. */
    public int length() {
        return ids.length;
    }

    /**
     * Returns this encoding filled with [PAD] up to a length.
     *
     * @throws IllegalArgumentException if it is longer already
     */
    public Encoding padded(int length, Vocabulary vocabulary) {
        if (length < length()) {
            throw new IllegalArgumentException(
                    "length must be at least the encoding's %d, got %d. Truncate when encoding."
                            .formatted(length(), length));
        }
        if (length == length()) {
            return this;
        }
        var filled = Arrays.copyOf(ids, length);
        Arrays.fill(filled, length(), length, vocabulary.id(SpecialToken.PAD));
        var padding = new String[length];
        Arrays.fill(tokens.toArray(padding), length(), length, SpecialToken.PAD.text());
        return new Encoding(
                filled,
                Arrays.copyOf(segmentIds, length),
                Arrays.copyOf(attentionMask, length),
                List.of(padding));
    }
}
