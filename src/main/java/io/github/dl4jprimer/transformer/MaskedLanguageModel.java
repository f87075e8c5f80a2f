package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A Transformer that fills gaps, in the manner of BERT: some tokens are replaced, and it answers
 * what stood there, seeing what comes before and after.
 *
 * <pre>
 * ids [B, T] → embedding → blocks [B, T, D] → transform → softmax(n Wtokenᵀ + bias) [B, T, V]
 * L = mean over the predicted tokens of -log p(what stood there)
 * </pre>
 *
 * <p>Labels are the ids before the replacement, [B, T, 1] or [B, T]; the labels' mask [B, T] is 1
 * where the model is asked. {@code exp} of the loss is the perplexity. The decoder is the
 * embedding's table ({@link TokenOutput}).
 *
 * <pre>{@code
 * var model = MaskedLanguageModel.of(5000, 64, 7);
 * var network = new ComputationGraph(model.configuration());
 * }</pre>
 *
 * @param embedding the tokens' vectors
 * @param encoder what all blocks have in common; they see both ways
 * @param numLayers blocks on top of each other, at least 1
 * @param training optimizer, weight decay and seed
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al.: BERT, 3.1, task 1</a>
 */
public record MaskedLanguageModel(
        EmbeddingSettings embedding,
        EncoderSettings encoder,
        int numLayers,
        TrainingSettings training) {

    /**
     * @throws IllegalArgumentException if sizes do not fit each other, or the blocks are causal
     */
    public MaskedLanguageModel {
        EncoderStack.check(embedding, encoder, numLayers);
        Require.require(
                !encoder.causal(),
                "encoder",
                "one that sees both ways",
                "a causal one",
                "Use withCausal(false)");
    }

    /**
     * Returns a small model with the encoder of {@link TransformerClassifier#of}, which can take
     * its parameters over: 64 features, 4 heads, 2 post-norm blocks of width 128, Adam at 0.001, no
     * dropout and no decay.
     *
     * @param vocabularySize V, tokens
     * @param maxLength the longest text
     */
    public static MaskedLanguageModel of(int vocabularySize, int maxLength, long seed) {
        return new MaskedLanguageModel(
                EmbeddingSettings.of(vocabularySize, 64, maxLength),
                EncoderSettings.of(64, 4, 128),
                2,
                TrainingSettings.of(seed));
    }

    /** Returns the DL4J configuration, for {@code new ComputationGraph(configuration)}. */
    public ComputationGraphConfiguration configuration() {
        var decoder =
                DecoderSettings.bert(embedding.vocabularySize(), embedding.embeddingSize())
                        .withActivation(encoder.activation())
                        .withEpsilon(encoder.epsilon());
        return new EncoderStack(embedding, encoder, numLayers, training).decodedBy(decoder);
    }

    /** Returns this model with other tokens, length or segments; its features must be encoder's. */
    public MaskedLanguageModel withEmbedding(EmbeddingSettings other) {
        return new MaskedLanguageModel(other, encoder, numLayers, training);
    }

    /** Returns this model with other blocks; their features must be the embedding's. */
    public MaskedLanguageModel withEncoder(EncoderSettings other) {
        return new MaskedLanguageModel(embedding, other, numLayers, training);
    }

    /** Returns this model with so many blocks. */
    public MaskedLanguageModel withNumLayers(int other) {
        return new MaskedLanguageModel(embedding, encoder, other, training);
    }

    /** Returns this model with another optimizer. */
    public MaskedLanguageModel withUpdater(IUpdater updater) {
        return new MaskedLanguageModel(
                embedding, encoder, numLayers, training.withUpdater(updater));
    }

    /** Returns this model with decoupled decay of its matrices; biases and norms never decay. */
    public MaskedLanguageModel withWeightDecay(double weightDecay) {
        return new MaskedLanguageModel(
                embedding, encoder, numLayers, training.withWeightDecay(weightDecay));
    }
}
