package io.github.dl4jprimer.bert;

import com.google.gson.JsonElement;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code config.json} says about a BERT, in the terms of {@code transformer}.
 *
 * <pre>
 * embedding   vocab_size, hidden_size, max_position_embeddings, type_vocab_size
 * encoder     num_attention_heads, intermediate_size, hidden_act, attention_probs_dropout_prob
 * both        layer_norm_eps, hidden_dropout_prob
 * </pre>
 *
 * @param embedding tokens, positions and segments, with a norm
 * @param encoder what all blocks have in common; norms after each part, attention both ways
 * @param numLayers {@code num_hidden_layers}, at least 1
 * @param classifierDropoutRate share of the pooled vector to drop in training, in [0, 1)
 * @param initializerRange standard deviation of new weights, above 0
 * @param labels class names in index order, from {@code id2label}; empty if the file names none
 * @param others what else the file says, by key, to be written back as it was
 * @see <a href="https://huggingface.co/docs/transformers/model_doc/bert">HuggingFace's
 *     BertConfig</a>
 */
public record BertConfig(
        EmbeddingSettings embedding,
        EncoderSettings encoder,
        int numLayers,
        double classifierDropoutRate,
        double initializerRange,
        List<String> labels,
        Map<String, JsonElement> others) {

    /**
     * @throws IllegalArgumentException if embedding and encoder are not those of one BERT
     */
    public BertConfig {
        labels = List.copyOf(labels);
        var copies = new LinkedHashMap<String, JsonElement>();
        others.forEach((key, value) -> copies.put(key, value.deepCopy()));
        others = Collections.unmodifiableMap(copies);
        require(numLayers > 0, "numLayers", "at least 1", numLayers);
        require(embedding.numSegments() > 0, "numSegments", "at least 1", embedding.numSegments());
        require(embedding.normalize(), "embedding", "followed by a norm", "one without");
        require(!encoder.preNorm(), "preNorm", "false", true);
        require(!encoder.causal(), "causal", "false", true);
        same("embeddingSize", embedding.embeddingSize(), encoder.embeddingSize());
        same("epsilon", embedding.epsilon(), encoder.epsilon());
        same("dropoutRate", embedding.dropoutRate(), encoder.hiddenDropoutRate());
    }

    /**
     * Returns the configuration of a model made here, to be saved as a checkpoint.
     *
     * @param numLayers blocks on top of each other
     * @param labels class names in index order, empty for a model without classes
     */
    public static BertConfig of(
            EmbeddingSettings embedding,
            EncoderSettings encoder,
            int numLayers,
            List<String> labels) {
        double dropout = encoder.hiddenDropoutRate();
        return new BertConfig(embedding, encoder, numLayers, dropout, 0.02, labels, Map.of());
    }

    /**
     * Reads a {@code config.json}.
     *
     * @throws BadInput if it is no JSON object, or describes no BERT that can be built
     */
    public static BertConfig read(Path file) {
        return BertConfigFile.read(JsonFile.read(file));
    }

    /** Returns the {@code config.json}, with the keys in alphabetical order as Python writes it. */
    public String toJson() {
        return BertConfigFile.json(this);
    }

    /** Returns this configuration with other classes. */
    public BertConfig withLabels(List<String> other) {
        return new BertConfig(
                embedding,
                encoder,
                numLayers,
                classifierDropoutRate,
                initializerRange,
                other,
                others);
    }

    /** Returns this configuration with another dropout in all places; 0 turns it off. */
    public BertConfig withDropoutRate(double rate) {
        return new BertConfig(
                embedding.withDropoutRate(rate),
                encoder.withHiddenDropoutRate(rate).withAttentionDropoutRate(rate),
                numLayers,
                rate,
                initializerRange,
                labels,
                others);
    }

    private static void same(String name, double ofEmbedding, double ofEncoder) {
        require(
                ofEmbedding == ofEncoder,
                "encoder's " + name,
                "the embedding's " + ofEmbedding,
                ofEncoder);
    }

    private static void require(boolean fits, String name, String expected, Object got) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "%s must be %s, got %s. BERT is built so.".formatted(name, expected, got));
        }
    }
}
