package io.github.dl4jprimer.transformer;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What an {@link EncoderBlock} is: its sizes, the order of its norms, and how much it forgets.
 *
 * <pre>
 * var settings = EncoderSettings.of(128, 4, 512).withPreNorm(true).withHiddenDropoutRate(0.1);
 * </pre>
 *
 * @param embeddingSize D, numbers a token, at least 1
 * @param numHeads H, attention heads, a divisor of D
 * @param feedForwardSize F, inner width of the feed-forward part, at least 1; usually 4 D
 * @param preNorm true to normalise before each part (GPT-2), false after (BERT)
 * @param causal true if position t sees positions 0 to t only
 * @param activation between the two feed-forward products
 * @param epsilon added to the variances, above 0
 * @param attentionDropoutRate share of attention weights to drop in training, in [0, 1)
 * @param hiddenDropoutRate share of each part's output to drop in training, in [0, 1)
 * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al.: On layer normalization in the
 *     Transformer architecture</a>, for the two orders
 */
public record EncoderSettings(
        @JsonProperty("embeddingSize") int embeddingSize,
        @JsonProperty("numHeads") int numHeads,
        @JsonProperty("feedForwardSize") int feedForwardSize,
        @JsonProperty("preNorm") boolean preNorm,
        @JsonProperty("causal") boolean causal,
        @JsonProperty("activation") FeedForwardActivation activation,
        @JsonProperty("epsilon") double epsilon,
        @JsonProperty("attentionDropoutRate") double attentionDropoutRate,
        @JsonProperty("hiddenDropoutRate") double hiddenDropoutRate) {

    /**
     * @throws IllegalArgumentException if a number is out of its range or the heads do not divide
     */
    public EncoderSettings {
        Require.positive("embeddingSize", embeddingSize, "128 is a small model's");
        Require.positive("numHeads", numHeads, "4 is a small model's");
        Require.positive("feedForwardSize", feedForwardSize, "4 * embeddingSize is usual");
        Require.require(
                embeddingSize % numHeads == 0,
                "numHeads",
                "a divisor of embeddingSize " + embeddingSize,
                numHeads,
                "Choose one that leaves no rest");
        Require.require(
                activation != null, "activation", "given", activation, "GELU is BERT's choice");
        Require.positive("epsilon", epsilon, "1e-5 is usual");
        Require.rate("attentionDropoutRate", attentionDropoutRate);
        Require.rate("hiddenDropoutRate", hiddenDropoutRate);
    }

    /** Returns a post-norm block with exact GELU, ε = 10⁻⁵ and without dropout. */
    public static EncoderSettings of(int embeddingSize, int numHeads, int feedForwardSize) {
        return new EncoderSettings(
                embeddingSize,
                numHeads,
                feedForwardSize,
                false,
                false,
                FeedForwardActivation.GELU,
                1e-5,
                0,
                0);
    }

    /** Returns d = D / H, the width of one head. */
    int headSize() {
        return embeddingSize / numHeads;
    }

    /** Returns these settings with the norms before (true) or after (false) each part. */
    public EncoderSettings withPreNorm(boolean before) {
        return copy(before, causal, activation, epsilon, attentionDropoutRate, hiddenDropoutRate);
    }

    /** Returns these settings with attention to earlier positions only, or to all. */
    public EncoderSettings withCausal(boolean earlierOnly) {
        return copy(
                preNorm, earlierOnly, activation, epsilon, attentionDropoutRate, hiddenDropoutRate);
    }

    /** Returns these settings with another activation. */
    public EncoderSettings withActivation(FeedForwardActivation other) {
        return copy(preNorm, causal, other, epsilon, attentionDropoutRate, hiddenDropoutRate);
    }

    /** Returns these settings with another ε. */
    public EncoderSettings withEpsilon(double other) {
        return copy(preNorm, causal, activation, other, attentionDropoutRate, hiddenDropoutRate);
    }

    /** Returns these settings with another dropout on the attention weights. */
    public EncoderSettings withAttentionDropoutRate(double rate) {
        return copy(preNorm, causal, activation, epsilon, rate, hiddenDropoutRate);
    }

    /** Returns these settings with another dropout on the output of both parts. */
    public EncoderSettings withHiddenDropoutRate(double rate) {
        return copy(preNorm, causal, activation, epsilon, attentionDropoutRate, rate);
    }

    private EncoderSettings copy(
            boolean newPreNorm,
            boolean newCausal,
            FeedForwardActivation newActivation,
            double newEpsilon,
            double newAttentionRate,
            double newHiddenRate) {
        return new EncoderSettings(
                embeddingSize,
                numHeads,
                feedForwardSize,
                newPreNorm,
                newCausal,
                newActivation,
                newEpsilon,
                newAttentionRate,
                newHiddenRate);
    }
}
