package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;

/**
 * How large the Transformer of an {@link EncoderClassifier} is.
 *
 * @param numLayers encoder blocks on top of each other, at least 1
 * @param numHeads attention heads, a divisor of {@code embeddingSize}
 * @param embeddingSize D, numbers a token, at least 1
 * @param feedForwardSize F, inner width of a block, at least 1
 * @param dropoutRate probability to drop, of embeddings, attention weights and the output of each
 *     part of a block, in [0, 1)
 */
public record EncoderArchitecture(
        int numLayers, int numHeads, int embeddingSize, int feedForwardSize, double dropoutRate) {

    /**
     * @throws IllegalArgumentException if a number is out of its range or the heads do not divide
     */
    public EncoderArchitecture {
        Require.holds(numLayers >= 1, "numLayers", "at least 1", numLayers, "2 is a start");
        embedding(1, embeddingSize, 1, dropoutRate);
        encoder(numHeads, embeddingSize, feedForwardSize, dropoutRate);
    }

    /** Returns 2 blocks of 4 heads, 64 numbers a token, width 128, a tenth dropped. */
    public static EncoderArchitecture small() {
        return new EncoderArchitecture(2, 4, 64, 128, 0.1);
    }

    /** Returns a copy with so many blocks. */
    public EncoderArchitecture withNumLayers(int layers) {
        return new EncoderArchitecture(
                layers, numHeads, embeddingSize, feedForwardSize, dropoutRate);
    }

    /** Returns a copy with other sizes of a block. */
    public EncoderArchitecture withSizes(int heads, int embedding, int feedForward) {
        return new EncoderArchitecture(numLayers, heads, embedding, feedForward, dropoutRate);
    }

    /** Returns a copy with another dropout. */
    public EncoderArchitecture withDropoutRate(double rate) {
        return new EncoderArchitecture(numLayers, numHeads, embeddingSize, feedForwardSize, rate);
    }

    /** The model of this size: post-norm, the mean of the positions. */
    TransformerClassifier model(int vocabularySize, int maxLength, int classes, long seed) {
        return new TransformerClassifier(
                embedding(vocabularySize, embeddingSize, maxLength, dropoutRate),
                encoder(numHeads, embeddingSize, feedForwardSize, dropoutRate),
                numLayers,
                SequencePooling.mean(),
                false,
                classes,
                TrainingSettings.of(seed));
    }

    private static EmbeddingSettings embedding(
            int vocabularySize, int size, int maxLength, double dropoutRate) {
        return EmbeddingSettings.of(vocabularySize, size, maxLength).withDropoutRate(dropoutRate);
    }

    private static EncoderSettings encoder(int heads, int size, int width, double dropoutRate) {
        return EncoderSettings.of(size, heads, width)
                .withAttentionDropoutRate(dropoutRate)
                .withHiddenDropoutRate(dropoutRate);
    }
}
