package io.github.dl4jprimer.bert;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.FeedForwardActivation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A {@link BertConfig} as HuggingFace's {@code config.json}.
 *
 * <p>Sizes have bounds far above any BERT's: a forged one is refused here, and one that is merely
 * wrong where the weights are looked at, in both cases before memory is asked for.
 */
final class BertConfigFile {
    private static final int MOST_TOKENS = 10_000_000;
    private static final int MOST_FEATURES = 65_536;
    private static final int MOST_POSITIONS = 1_000_000;
    private static final int MOST_LAYERS = 1_000;

    private static final Map<String, FeedForwardActivation> ACTIVATIONS =
            Map.of(
                    "gelu", FeedForwardActivation.GELU,
                    "gelu_new", FeedForwardActivation.GELU_TANH,
                    "gelu_pytorch_tanh", FeedForwardActivation.GELU_TANH,
                    "relu", FeedForwardActivation.RELU);

    /** What {@link #json} writes itself; {@code num_labels} would contradict new labels. */
    private static final Set<String> KNOWN =
            Set.of(
                    "vocab_size",
                    "hidden_size",
                    "num_hidden_layers",
                    "num_attention_heads",
                    "intermediate_size",
                    "hidden_act",
                    "hidden_dropout_prob",
                    "attention_probs_dropout_prob",
                    "classifier_dropout",
                    "max_position_embeddings",
                    "type_vocab_size",
                    "layer_norm_eps",
                    "initializer_range",
                    "id2label",
                    "label2id",
                    "num_labels");

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private BertConfigFile() {}

    static BertConfig read(JsonFile file) {
        checkKind(file);
        double dropout = file.fraction("hidden_dropout_prob", 0, true, 0.1);
        double epsilon = file.fraction("layer_norm_eps", 0, false, 1e-12);
        int features = file.wholeNumber("hidden_size", 1, MOST_FEATURES, 768);
        var embedding =
                EmbeddingSettings.of(
                                file.wholeNumber("vocab_size", 1, MOST_TOKENS, 30_522),
                                features,
                                file.wholeNumber("max_position_embeddings", 1, MOST_POSITIONS, 512))
                        .withSegments(file.wholeNumber("type_vocab_size", 1, MOST_FEATURES, 2))
                        .withEpsilon(epsilon)
                        .withDropoutRate(dropout);
        var encoder =
                EncoderSettings.of(
                                features,
                                heads(file, features),
                                file.wholeNumber("intermediate_size", 1, MOST_FEATURES, 3072))
                        .withActivation(activation(file))
                        .withEpsilon(epsilon)
                        .withAttentionDropoutRate(
                                file.fraction("attention_probs_dropout_prob", 0, true, 0.1))
                        .withHiddenDropoutRate(dropout);
        return new BertConfig(
                embedding,
                encoder,
                file.wholeNumber("num_hidden_layers", 1, MOST_LAYERS, 12),
                file.fraction("classifier_dropout", 0, true, dropout),
                file.fraction("initializer_range", 0, false, 0.02),
                labels(file),
                others(file));
    }

    /** Refuses what would load without a word and compute something else. */
    private static void checkKind(JsonFile file) {
        var type = file.text("model_type", "bert");
        if (!type.equals("bert")) {
            throw file.refused("model_type", "bert", type);
        }
        var positions = file.text("position_embedding_type", "absolute");
        if (!positions.equals("absolute")) {
            throw file.refused("position_embedding_type", "absolute", positions);
        }
        for (var key : List.of("is_decoder", "add_cross_attention")) {
            if (file.flag(key, false)) {
                throw file.refused(key, "false", true);
            }
        }
    }

    private static int heads(JsonFile file, int features) {
        int heads = file.wholeNumber("num_attention_heads", 1, MOST_FEATURES, 12);
        if (features % heads != 0) {
            var expected = "a divisor of hidden_size " + features;
            throw file.refused("num_attention_heads", expected, heads);
        }
        return heads;
    }

    private static FeedForwardActivation activation(JsonFile file) {
        var name = file.text("hidden_act", "gelu");
        if (!ACTIVATIONS.containsKey(name)) {
            var known = ACTIVATIONS.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw file.refused("hidden_act", "one of " + known, name);
        }
        return ACTIVATIONS.get(name);
    }

    private static List<String> labels(JsonFile file) {
        var value = file.get("id2label");
        var labels = new ArrayList<String>();
        if (value instanceof JsonObject names) {
            for (int i = 0; i < names.size(); i++) {
                labels.add(label(file, i, names.get(String.valueOf(i))));
            }
        } else if (!value.isJsonNull()) {
            throw file.refused("id2label", "an object of names by number", value);
        }
        return labels;
    }

    private static String label(JsonFile file, int index, JsonElement value) {
        if (value instanceof JsonPrimitive name && !name.getAsString().isBlank()) {
            return name.getAsString();
        }
        throw file.refused("id2label[\"%d\"]".formatted(index), "a name", value);
    }

    private static Map<String, JsonElement> others(JsonFile file) {
        var others = new TreeMap<String, JsonElement>(file.json().asMap());
        others.keySet().removeAll(KNOWN);
        return others;
    }

    static String json(BertConfig config) {
        var values = new TreeMap<String, JsonElement>(config.others());
        var embedding = config.embedding();
        var encoder = config.encoder();
        values.putIfAbsent("model_type", new JsonPrimitive("bert"));
        values.put("vocab_size", new JsonPrimitive(embedding.vocabularySize()));
        values.put("hidden_size", new JsonPrimitive(embedding.embeddingSize()));
        values.put("max_position_embeddings", new JsonPrimitive(embedding.maxLength()));
        values.put("type_vocab_size", new JsonPrimitive(embedding.numSegments()));
        values.put("num_hidden_layers", new JsonPrimitive(config.numLayers()));
        values.put("num_attention_heads", new JsonPrimitive(encoder.numHeads()));
        values.put("intermediate_size", new JsonPrimitive(encoder.feedForwardSize()));
        values.put("hidden_act", new JsonPrimitive(name(encoder.activation())));
        values.put("layer_norm_eps", number(encoder.epsilon()));
        values.put("hidden_dropout_prob", number(encoder.hiddenDropoutRate()));
        values.put("attention_probs_dropout_prob", number(encoder.attentionDropoutRate()));
        boolean asHidden = config.classifierDropoutRate() == encoder.hiddenDropoutRate();
        values.put(
                "classifier_dropout",
                asHidden ? JsonNull.INSTANCE : number(config.classifierDropoutRate()));
        values.put("initializer_range", number(config.initializerRange()));
        if (!config.labels().isEmpty()) {
            putLabels(config.labels(), values);
        }
        return GSON.toJson(values);
    }

    private static void putLabels(List<String> labels, Map<String, JsonElement> values) {
        var names = new JsonObject();
        var numbers = new JsonObject();
        for (int i = 0; i < labels.size(); i++) {
            names.addProperty(String.valueOf(i), labels.get(i));
            numbers.addProperty(labels.get(i), i);
        }
        values.put("id2label", names);
        values.put("label2id", numbers);
    }

    private static String name(FeedForwardActivation activation) {
        return switch (activation) {
            case GELU -> "gelu";
            case GELU_TANH -> "gelu_new";
            case RELU -> "relu";
        };
    }

    /** A number with the fewest digits: 1E-12, where Java has 1.0E-12. */
    private static JsonPrimitive number(double value) {
        return new JsonPrimitive(BigDecimal.valueOf(value).stripTrailingZeros());
    }
}
