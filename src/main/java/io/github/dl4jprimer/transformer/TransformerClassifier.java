package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A Transformer encoder that sorts sequences of tokens into classes.
 *
 * <pre>
 * ids [B, T] → embedding → blocks [B, T, D] → pooling (→ pooler) [B, D] → softmax(h W + b) [B, C]
 * </pre>
 *
 * <p>The features' mask [B, T] says which positions are padding; labels are one-hot, [B, C].
 *
 * <pre>{@code
 * var model = TransformerClassifier.of(5000, 32, 12, 7).withNumLayers(3);
 * var network = new ComputationGraph(model.configuration());
 * }</pre>
 *
 * @param embedding the tokens' vectors
 * @param encoder what all blocks have in common
 * @param numLayers blocks on top of each other, at least 1
 * @param pooling how one vector is made of the positions
 * @param pooler whether tanh(h W + b) of that vector is classified, as in BERT
 * @param numClasses C, at least 2
 * @param training optimizer, weight decay and seed
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al.: BERT, 4</a>
 */
public record TransformerClassifier(
        EmbeddingSettings embedding,
        EncoderSettings encoder,
        int numLayers,
        SequencePooling pooling,
        boolean pooler,
        int numClasses,
        TrainingSettings training) {

    /**
     * @throws IllegalArgumentException if sizes do not fit each other or are out of range
     */
    public TransformerClassifier {
        EncoderStack.check(embedding, encoder, numLayers);
        Require.require(numClasses >= 2, "numClasses", "at least 2", numClasses, "Count them");
    }

    /**
     * Returns a small encoder: 64 features, 4 heads, 2 post-norm blocks of width 128, the mean of
     * the positions, Adam at 0.001, no dropout and no decay.
     *
     * @param vocabularySize V, tokens
     * @param maxLength the longest sequence
     */
    public static TransformerClassifier of(
            int vocabularySize, int maxLength, int numClasses, long seed) {
        return new TransformerClassifier(
                EmbeddingSettings.of(vocabularySize, 64, maxLength),
                EncoderSettings.of(64, 4, 128),
                2,
                SequencePooling.mean(),
                false,
                numClasses,
                TrainingSettings.of(seed));
    }

    /** Returns the DL4J configuration, for {@code new ComputationGraph(configuration)}. */
    public ComputationGraphConfiguration configuration() {
        var stack = new EncoderStack(embedding, encoder, numLayers, training);
        var graph = stack.on(training.builder().graphBuilder().addInputs(EncoderStack.INPUT));
        var output = new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
        output.nIn(encoder.embeddingSize()).nOut(numClasses);
        training.applyTo(output, encoder.hiddenDropoutRate());
        graph.addLayer("pooling", pooling, stack.top());
        if (pooler) {
            graph.addLayer("pooler", poolerLayer(), "pooling");
        }
        return graph.addLayer("output", output.build(), pooler ? "pooler" : "pooling")
                .setOutputs("output")
                .build();
    }

    private DenseLayer poolerLayer() {
        var layer = new DenseLayer.Builder().activation(Activation.TANH);
        layer.nIn(encoder.embeddingSize()).nOut(encoder.embeddingSize());
        return training.applyTo(layer, 0).build();
    }

    /** Returns this model with other tokens, length or segments; its features must be encoder's. */
    public TransformerClassifier withEmbedding(EmbeddingSettings other) {
        return new TransformerClassifier(
                other, encoder, numLayers, pooling, pooler, numClasses, training);
    }

    /** Returns this model with other blocks; their features must be the embedding's. */
    public TransformerClassifier withEncoder(EncoderSettings other) {
        return new TransformerClassifier(
                embedding, other, numLayers, pooling, pooler, numClasses, training);
    }

    /** Returns this model with so many blocks. */
    public TransformerClassifier withNumLayers(int other) {
        return new TransformerClassifier(
                embedding, encoder, other, pooling, pooler, numClasses, training);
    }

    /** Returns this model with another vector for the whole sequence. */
    public TransformerClassifier withPooling(SequencePooling other) {
        return new TransformerClassifier(
                embedding, encoder, numLayers, other, pooler, numClasses, training);
    }

    /**
     * Returns this model with or without BERT's pooler, a dense layer of its own between pooling
     * and output; BERT pools {@link SequencePooling#first}.
     */
    public TransformerClassifier withPooler(boolean between) {
        return new TransformerClassifier(
                embedding, encoder, numLayers, pooling, between, numClasses, training);
    }

    /** Returns this model with another optimizer. */
    public TransformerClassifier withUpdater(IUpdater updater) {
        return withTraining(training.withUpdater(updater));
    }

    /** Returns this model with decoupled decay of its matrices; biases and norms never decay. */
    public TransformerClassifier withWeightDecay(double weightDecay) {
        return withTraining(training.withWeightDecay(weightDecay));
    }

    private TransformerClassifier withTraining(TrainingSettings other) {
        return new TransformerClassifier(
                embedding, encoder, numLayers, pooling, pooler, numClasses, other);
    }
}
