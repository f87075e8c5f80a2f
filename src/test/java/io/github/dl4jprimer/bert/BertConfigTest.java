package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.FeedForwardActivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BertConfigTest {
    private static final EmbeddingSettings EMBEDDING =
            EmbeddingSettings.of(100, 8, 16).withSegments(2);
    private static final EncoderSettings ENCODER = EncoderSettings.of(8, 2, 32);

    @TempDir Path folder;

    @Test
    void readsWhatHuggingFaceWrites() {
        var config = BertConfig.read(TinyBert.CLASSIFIER.resolve("config.json"));
        var embedding = EmbeddingSettings.of(196, 32, 40).withSegments(2);
        assertEquals(embedding.withEpsilon(1e-12).withDropoutRate(0.1), config.embedding());
        var encoder = EncoderSettings.of(32, 4, 64).withEpsilon(1e-12);
        assertEquals(
                encoder.withHiddenDropoutRate(0.1).withAttentionDropoutRate(0.1), config.encoder());
        assertEquals(2, config.numLayers());
        assertEquals(0.1, config.classifierDropoutRate());
        assertEquals(0.02, config.initializerRange());
        assertEquals(List.of("告警", "正常", "未知"), config.labels());
        assertEquals("true", config.others().get("use_cache").toString());
    }

    @Test
    void missingKeysHaveHuggingFacesDefaults() throws IOException {
        var config = read("{}");
        assertEquals(30_522, config.embedding().vocabularySize());
        assertEquals(512, config.embedding().maxLength());
        assertEquals(768, config.encoder().embeddingSize());
        assertEquals(12, config.encoder().numHeads());
        assertEquals(3072, config.encoder().feedForwardSize());
        assertEquals(12, config.numLayers());
        assertEquals(FeedForwardActivation.GELU, config.encoder().activation());
        assertEquals(List.of(), config.labels());
    }

    @Test
    void writesBackWhatItReadAndWhatItDoesNotKnow() throws IOException {
        var text = Files.readString(TinyBert.CLASSIFIER.resolve("config.json"));
        var odd = text.replaceFirst("\\{", "{\"of_tomorrow\": {\"深\": [1, null]},");
        var config = read(odd);
        assertEquals(JsonParser.parseString(odd), JsonParser.parseString(config.toJson()));
        assertEquals(config, read(config.toJson()));
    }

    @Test
    void writesOtherDropoutAndLabelsInTheirPlaces() throws IOException {
        var config =
                BertConfig.of(EMBEDDING, ENCODER, 3, List.of("a", "b"))
                        .withDropoutRate(0.25)
                        .withLabels(List.of("c", "d", "e"));
        var again = read(config.toJson());
        assertEquals(config.encoder(), again.encoder());
        assertEquals(config.embedding(), again.embedding());
        assertEquals(0.25, again.classifierDropoutRate());
        assertEquals(List.of("c", "d", "e"), again.labels());
        var json = JsonParser.parseString(config.toJson()).getAsJsonObject();
        assertEquals("{\"c\":0,\"d\":1,\"e\":2}", json.get("label2id").toString());
        assertTrue(json.get("classifier_dropout").isJsonNull(), "as the hidden one");
        assertEquals("bert", json.get("model_type").getAsString());
    }

    @Test
    void theClassifiersDropoutMayDiffer() throws IOException {
        var config = read("{\"hidden_dropout_prob\": 0.1, \"classifier_dropout\": 0.3}");
        assertEquals(0.1, config.encoder().hiddenDropoutRate());
        assertEquals(0.3, config.classifierDropoutRate());
        assertEquals(0.3, read(config.toJson()).classifierDropoutRate());
    }

    @ParameterizedTest
    @CsvSource({
        "gelu, GELU, gelu",
        "gelu_new, GELU_TANH, gelu_new",
        "gelu_pytorch_tanh, GELU_TANH, gelu_new",
        "relu, RELU, relu"
    })
    void knowsTheActivations(String name, FeedForwardActivation expected, String written)
            throws IOException {
        var config = read("{\"hidden_act\": \"%s\"}".formatted(name));
        assertEquals(expected, config.encoder().activation());
        var json = JsonParser.parseString(config.toJson()).getAsJsonObject();
        assertEquals(written, json.get("hidden_act").getAsString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "vocab_size": 0 | vocab_size must be a whole number from 1 to 10000000, got 0
                    "vocab_size": 1.5 | vocab_size must be a whole number from 1 to 10000000, got 1.5
                    "vocab_size": "9" | vocab_size must be a whole number from 1 to 10000000, got "9"
                    "vocab_size": 99999999999999999999 | vocab_size must be a whole number
                    "hidden_size": -1 | hidden_size must be a whole number from 1 to 65536, got -1
                    "hidden_size": 770 | num_attention_heads must be a divisor of hidden_size 770, got 12
                    "num_hidden_layers": 1001 | num_hidden_layers must be a whole number from 1 to 1000, got 1001
                    "num_attention_heads": [] | num_attention_heads must be a whole number from 1 to 65536, got []
                    "intermediate_size": 1e99 | intermediate_size must be a whole number from 1 to 65536, got 1e99
                    "max_position_embeddings": true | max_position_embeddings must be a whole number
                    "type_vocab_size": 0 | type_vocab_size must be a whole number from 1 to 65536, got 0
                    "hidden_dropout_prob": 1 | hidden_dropout_prob must be a number from 0.0 to below 1, got 1
                    "attention_probs_dropout_prob": -0.1 | attention_probs_dropout_prob must be a number from 0.0 to below 1, got -0.1
                    "classifier_dropout": "x" | classifier_dropout must be a number from 0.0 to below 1, got "x"
                    "layer_norm_eps": 0 | layer_norm_eps must be a number above 0.0 and below 1, got 0
                    "layer_norm_eps": 1e999 | layer_norm_eps must be a number above 0.0 and below 1, got 1e999
                    "initializer_range": {} | initializer_range must be a number above 0.0 and below 1, got {}
                    "hidden_act": "silu" | hidden_act must be one of gelu, gelu_new, gelu_pytorch_tanh, relu, got silu
                    "hidden_act": 1 | hidden_act must be a text, got 1
                    "model_type": "roberta" | model_type must be bert, got roberta
                    "position_embedding_type": "relative_key" | position_embedding_type must be absolute, got relative_key
                    "is_decoder": true | is_decoder must be false, got true
                    "add_cross_attention": 1 | add_cross_attention must be true or false, got 1
                    "id2label": ["a"] | id2label must be an object of names by number, got ["a"]
                    "id2label": {"1": "a"} | id2label["0"] must be a name, got null
                    "id2label": {"0": " "} | id2label["0"] must be a name, got " "
                    "id2label": {"0": {}} | id2label["0"] must be a name, got {}
                    """)
    void refusesABadValueWithFileAndKey(String entry, String expected) {
        var error = assertThrows(BadInput.class, () -> read("{" + entry + "}"));
        assertTrue(error.getMessage().startsWith(expected), error.getMessage());
        var end = " (%s). Use the files of one BERT checkpoint.".formatted(file());
        assertTrue(error.getMessage().endsWith(end), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "{'a': 1}", "\"\\u000a\"", "{\"a\": \"\uffff"})
    void refusesWhatIsNoJsonObject(String text) {
        var error = assertThrows(BadInput.class, () -> read(text));
        var start = "config.json must be a JSON object in UTF-8, got ";
        assertTrue(error.getMessage().startsWith(start), error.getMessage());
        assertTrue(error.getMessage().contains(file().toString()), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    @Test
    void refusesDeepNestingOtherBytesAndAMissingFile() throws IOException {
        assertThrows(BadInput.class, () -> read("{\"a\":" + "[".repeat(1_000_000) + "}"));
        Files.write(file(), "{\"a\": \"磁盘\"}".getBytes(StandardCharsets.UTF_16));
        assertThrows(BadInput.class, () -> BertConfig.read(file()));
        Files.delete(file());
        var error = assertThrows(BadInput.class, () -> BertConfig.read(file()));
        assertEquals(
                "config.json must be a file, got nothing (%s). Pass a HuggingFace directory."
                        .formatted(file()),
                error.getMessage());
    }

    @Test
    void refusesSettingsThatAreNoBerts() {
        var labels = List.<String>of();
        var bad =
                List.of(
                        List.of(
                                EMBEDDING.withSegments(0),
                                ENCODER,
                                "numSegments must be at least 1"),
                        List.of(EMBEDDING.withNormalization(false), ENCODER, "embedding must be"),
                        List.of(EMBEDDING.withEpsilon(1e-6), ENCODER, "encoder's epsilon must be"),
                        List.of(EMBEDDING.withDropoutRate(0.1), ENCODER, "encoder's dropoutRate"),
                        List.of(EMBEDDING, ENCODER.withPreNorm(true), "preNorm must be false"),
                        List.of(EMBEDDING, ENCODER.withCausal(true), "causal must be false"),
                        List.of(
                                EMBEDDING,
                                EncoderSettings.of(12, 2, 32),
                                "encoder's embeddingSize must be the embedding's 8.0, got 12.0"));
        IntStream.range(0, bad.size())
                .forEach(
                        i -> {
                            var one = bad.get(i);
                            var error =
                                    assertThrows(
                                            IllegalArgumentException.class,
                                            () ->
                                                    BertConfig.of(
                                                            (EmbeddingSettings) one.get(0),
                                                            (EncoderSettings) one.get(1),
                                                            2,
                                                            labels));
                            var expected = (String) one.get(2);
                            assertTrue(error.getMessage().startsWith(expected), error.getMessage());
                        });
        assertThrows(
                IllegalArgumentException.class, () -> BertConfig.of(EMBEDDING, ENCODER, 0, labels));
    }

    private BertConfig read(String json) throws IOException {
        Files.writeString(file(), json);
        return BertConfig.read(file());
    }

    private Path file() {
        return folder.resolve("config.json");
    }
}
