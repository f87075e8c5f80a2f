package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.loss.NextTokenCrossEntropy;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A Transformer that continues text, in the manner of GPT-2: each position sees itself and what
 * comes before it, and answers what comes next.
 *
 * <pre>
 * ids [B, T] → embedding → causal blocks → norm [B, T, D] → softmax(h W + b) [B, T, V]
 * L = mean over the tokens that count of -log p(next token)
 * </pre>
 *
 * <p>Labels are the ids moved by one, one-hot [B, T, V] or token numbers [B, T, 1]; the masks [B,
 * T] of features and labels say what is padding. The loss is a mean over tokens of any length, so
 * {@code exp} of it is the perplexity; DL4J's own would be a sum over time.
 *
 * <pre>{@code
 * var model = CausalLanguageModel.of(5000, 64, 7);
 * var network = new ComputationGraph(model.configuration());
 * }</pre>
 *
 * @param embedding the tokens' vectors, without a norm of its own
 * @param encoder what all blocks have in common; causal and pre-norm
 * @param numLayers blocks on top of each other, at least 1
 * @param training optimizer, weight decay and seed
 * @param tiedDecoder whether the output's matrix is the embedding's table ({@link TokenOutput})
 * @see <a
 *     href="https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf">Radford
 *     et al. 2019 (GPT-2), 2.3</a>
 */
public record CausalLanguageModel(
        EmbeddingSettings embedding,
        EncoderSettings encoder,
        int numLayers,
        TrainingSettings training,
        boolean tiedDecoder) {

    /**
     * @throws IllegalArgumentException if sizes do not fit each other, or the blocks look ahead
     */
    public CausalLanguageModel {
        EncoderStack.check(embedding, encoder, numLayers);
        Require.require(
                encoder.causal(),
                "encoder",
                "causal",
                "one that sees the next token",
                "Use withCausal(true)");
    }

    /**
     * Returns a small model: 64 features, 4 heads, 2 pre-norm blocks of width 256, GELU in its tanh
     * form, Adam at 0.001, no dropout and no decay.
     *
     * @param vocabularySize V, tokens
     * @param maxLength the longest text
     */
    public static CausalLanguageModel of(int vocabularySize, int maxLength, long seed) {
        return new CausalLanguageModel(
                EmbeddingSettings.of(vocabularySize, 64, maxLength).withNormalization(false),
                EncoderSettings.of(64, 4, 256)
                        .withCausal(true)
                        .withPreNorm(true)
                        .withActivation(FeedForwardActivation.GELU_TANH),
                2,
                TrainingSettings.of(seed),
                false);
    }

    /** Returns the DL4J configuration, for {@code new ComputationGraph(configuration)}. */
    public ComputationGraphConfiguration configuration() {
        var stack = new EncoderStack(embedding, encoder, numLayers, training);
        if (tiedDecoder) {
            return stack.decodedBy(
                    DecoderSettings.gpt2(embedding.vocabularySize(), embedding.embeddingSize()));
        }
        // The loss is a mean over tokens already: DL4J must not divide by the batch size again.
        var builder = training.builder().miniBatch(false);
        var graph = stack.on(builder.graphBuilder().addInputs(EncoderStack.INPUT));
        var output =
                new RnnOutputLayer.Builder(NextTokenCrossEntropy.ofAnyLength())
                        .activation(Activation.SOFTMAX)
                        .dataFormat(RNNFormat.NWC);
        output.nIn(encoder.embeddingSize()).nOut(embedding.vocabularySize());
        training.applyTo(output, 0);
        return graph.addLayer("output", output.build(), stack.top()).setOutputs("output").build();
    }

    /** Returns this model with other tokens or length; its features must be the encoder's. */
    public CausalLanguageModel withEmbedding(EmbeddingSettings other) {
        return new CausalLanguageModel(other, encoder, numLayers, training, tiedDecoder);
    }

    /** Returns this model with other blocks; their features must be the embedding's. */
    public CausalLanguageModel withEncoder(EncoderSettings other) {
        return new CausalLanguageModel(embedding, other, numLayers, training, tiedDecoder);
    }

    /** Returns this model with so many blocks. */
    public CausalLanguageModel withNumLayers(int other) {
        return new CausalLanguageModel(embedding, encoder, other, training, tiedDecoder);
    }

    /** Returns this model with another optimizer. */
    public CausalLanguageModel withUpdater(IUpdater updater) {
        return withTraining(training.withUpdater(updater));
    }

    /** Returns this model with decoupled decay of its matrices; biases and norms never decay. */
    public CausalLanguageModel withWeightDecay(double weightDecay) {
        return withTraining(training.withWeightDecay(weightDecay));
    }

    /**
     * Returns this model with the embedding's table as the decoder, as GPT-2 has it, or with one of
     * its own; tied, labels must be token numbers.
     */
    public CausalLanguageModel withTiedDecoder(boolean tied) {
        return new CausalLanguageModel(embedding, encoder, numLayers, training, tied);
    }

    private CausalLanguageModel withTraining(TrainingSettings other) {
        return new CausalLanguageModel(embedding, encoder, numLayers, other, tiedDecoder);
    }
}
