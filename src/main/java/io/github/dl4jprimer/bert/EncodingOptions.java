package io.github.dl4jprimer.bert;

/**
 * How a text becomes a sequence for a model.
 *
 * @param specialTokens whether [CLS] and [SEP] are put around the texts
 * @param maxLength tokens that a sequence may have, special ones included, at least 1
 * @param truncation what gives way in a longer one
 * @param paddedLength tokens up to which a shorter one is filled with [PAD], 0 for none
 * @param paddedMultiple number whose multiple the length becomes by [PAD], 1 for any length
 */
public record EncodingOptions(
        boolean specialTokens,
        int maxLength,
        Truncation truncation,
        int paddedLength,
        int paddedMultiple) {

    /** Checks the lengths. */
    public EncodingOptions {
        atLeast(1, maxLength, "maxLength");
        atLeast(0, paddedLength, "paddedLength");
        atLeast(1, paddedMultiple, "paddedMultiple");
        if (paddedLength > maxLength) {
            throw new IllegalArgumentException(
                    "paddedLength must be at most maxLength %d, got %d. Allow as many tokens as you pad to."
                            .formatted(maxLength, paddedLength));
        }
    }

    /** Returns: special tokens, any length, no padding. */
    public static EncodingOptions defaults() {
        return new EncodingOptions(true, Integer.MAX_VALUE, Truncation.LONGEST_FIRST, 0, 1);
    }

    /** Returns these options without [CLS] and [SEP]. */
    public EncodingOptions withoutSpecialTokens() {
        return new EncodingOptions(false, maxLength, truncation, paddedLength, paddedMultiple);
    }

    /** Returns these options with sequences cut to a number of tokens. */
    public EncodingOptions withMaxLength(int tokens) {
        return new EncodingOptions(specialTokens, tokens, truncation, paddedLength, paddedMultiple);
    }

    /** Returns these options with another choice of what gives way. */
    public EncodingOptions withTruncation(Truncation choice) {
        return new EncodingOptions(specialTokens, maxLength, choice, paddedLength, paddedMultiple);
    }

    /** Returns these options with sequences filled up to a number of tokens. */
    public EncodingOptions withPaddedLength(int tokens) {
        return new EncodingOptions(specialTokens, maxLength, truncation, tokens, paddedMultiple);
    }

    /** Returns these options with lengths that are multiples of a number. */
    public EncodingOptions withPaddedMultiple(int multiple) {
        return new EncodingOptions(specialTokens, maxLength, truncation, paddedLength, multiple);
    }

    /** Returns the length that a sequence of so many tokens is filled up to. */
    int padded(int length) {
        int least = Math.max(length, paddedLength);
        return Math.multiplyExact((least - 1) / paddedMultiple + 1, paddedMultiple);
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s must be at least %d, got %d. Count tokens, special ones included."
                            .formatted(name, least, value));
        }
    }
}
