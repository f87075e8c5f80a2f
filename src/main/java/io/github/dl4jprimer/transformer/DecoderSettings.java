package io.github.dl4jprimer.transformer;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What a {@link TokenOutput} does with a vector before and after it is compared with every token's.
 *
 * <pre>
 * BERT:  n = norm(activation(h W + b)),  logits = n Wtokenᵀ + bias
 * GPT-2: n = h,                          logits = n Wtokenᵀ
 * </pre>
 *
 * @param vocabularySize V, tokens, at least 1
 * @param embeddingSize D, numbers a token, at least 1
 * @param transform whether a linear map, an activation and a layer norm come first
 * @param activation of the transform
 * @param epsilon ε of the transform's norm, above 0
 * @param bias whether each token has a bias
 */
public record DecoderSettings(
        @JsonProperty("vocabularySize") int vocabularySize,
        @JsonProperty("embeddingSize") int embeddingSize,
        @JsonProperty("transform") boolean transform,
        @JsonProperty("activation") FeedForwardActivation activation,
        @JsonProperty("epsilon") double epsilon,
        @JsonProperty("bias") boolean bias) {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public DecoderSettings {
        Require.positive("vocabularySize", vocabularySize, "Count the tokens");
        Require.positive("embeddingSize", embeddingSize, "It is the embedding's");
        Require.require(
                activation != null, "activation", "given", activation, "GELU is BERT's choice");
        Require.positive("epsilon", epsilon, "1e-5 is usual");
    }

    /** Returns BERT's: transform with exact GELU and ε = 10⁻⁵, and a bias. */
    public static DecoderSettings bert(int vocabularySize, int embeddingSize) {
        return new DecoderSettings(
                vocabularySize, embeddingSize, true, FeedForwardActivation.GELU, 1e-5, true);
    }

    /** Returns GPT-2's: the product alone, without any parameter of its own. */
    public static DecoderSettings gpt2(int vocabularySize, int embeddingSize) {
        return new DecoderSettings(
                vocabularySize, embeddingSize, false, FeedForwardActivation.GELU, 1e-5, false);
    }

    /** Returns these settings with another activation. */
    public DecoderSettings withActivation(FeedForwardActivation other) {
        return new DecoderSettings(vocabularySize, embeddingSize, transform, other, epsilon, bias);
    }

    /** Returns these settings with another ε. */
    public DecoderSettings withEpsilon(double other) {
        return new DecoderSettings(
                vocabularySize, embeddingSize, transform, activation, other, bias);
    }
}
