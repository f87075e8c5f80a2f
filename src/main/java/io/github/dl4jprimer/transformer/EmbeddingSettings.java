package io.github.dl4jprimer.transformer;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What a {@link TokenEmbedding} is: its tables, and what follows them.
 *
 * <pre>
 * var settings = EmbeddingSettings.of(21128, 768, 512).withSegments(2).withDropoutRate(0.1);
 * </pre>
 *
 * @param vocabularySize V, tokens, at least 1
 * @param embeddingSize D, numbers a token, at least 1
 * @param maxLength P, the longest sequence, at least 1
 * @param positions whether each position has a vector of its own; without, all orders of the same
 *     tokens look alike to attention
 * @param numSegments S, kinds of segments (BERT's token types), 0 for none
 * @param normalize whether a layer norm follows, as in BERT
 * @param epsilon added to its variances, above 0
 * @param dropoutRate share of the result to drop in training, in [0, 1)
 */
public record EmbeddingSettings(
        @JsonProperty("vocabularySize") int vocabularySize,
        @JsonProperty("embeddingSize") int embeddingSize,
        @JsonProperty("maxLength") int maxLength,
        @JsonProperty("positions") boolean positions,
        @JsonProperty("numSegments") int numSegments,
        @JsonProperty("normalize") boolean normalize,
        @JsonProperty("epsilon") double epsilon,
        @JsonProperty("dropoutRate") double dropoutRate) {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public EmbeddingSettings {
        Require.positive("vocabularySize", vocabularySize, "Count the tokens");
        Require.positive("embeddingSize", embeddingSize, "128 is a small model's");
        Require.positive("maxLength", maxLength, "It is the longest sequence");
        Require.require(numSegments >= 0, "numSegments", "at least 0", numSegments, "BERT has 2");
        Require.positive("epsilon", epsilon, "1e-5 is usual");
        Require.rate("dropoutRate", dropoutRate);
    }

    /** Returns tokens and positions with a layer norm of ε = 10⁻⁵, without dropout. */
    public static EmbeddingSettings of(int vocabularySize, int embeddingSize, int maxLength) {
        return new EmbeddingSettings(
                vocabularySize, embeddingSize, maxLength, true, 0, true, 1e-5, 0);
    }

    /** Returns these settings with or without vectors of the positions. */
    public EmbeddingSettings withPositions(boolean told) {
        return copy(told, numSegments, normalize, epsilon, dropoutRate);
    }

    /** Returns these settings with so many kinds of segments. */
    public EmbeddingSettings withSegments(int kinds) {
        return copy(positions, kinds, normalize, epsilon, dropoutRate);
    }

    /** Returns these settings with or without a layer norm. */
    public EmbeddingSettings withNormalization(boolean follows) {
        return copy(positions, numSegments, follows, epsilon, dropoutRate);
    }

    /** Returns these settings with another ε. */
    public EmbeddingSettings withEpsilon(double other) {
        return copy(positions, numSegments, normalize, other, dropoutRate);
    }

    /** Returns these settings with another dropout. */
    public EmbeddingSettings withDropoutRate(double rate) {
        return copy(positions, numSegments, normalize, epsilon, rate);
    }

    private EmbeddingSettings copy(
            boolean newPositions,
            int newSegments,
            boolean newNormalize,
            double newEpsilon,
            double newRate) {
        return new EmbeddingSettings(
                vocabularySize,
                embeddingSize,
                maxLength,
                newPositions,
                newSegments,
                newNormalize,
                newEpsilon,
                newRate);
    }
}
