package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.golden.Golden;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Each corrupt file of golden/bert-tiny in an otherwise good directory, as its manifest says. */
class CorruptCheckpointTest {
    private static final long MEGABYTE = 1 << 20;

    /** What a file that is well-formed but does not fit the model is told. */
    private static final Map<String, String> EXPECTED =
            Map.ofEntries(
                    Map.entry(
                            "wrong_dtype_int32.safetensors",
                            "tensor 'classifier.weight' must be floating-point, got I32 ("),
                    Map.entry(
                            "wrong_dtype_bool.safetensors",
                            "tensor 'classifier.weight' must be floating-point, got BOOL ("),
                    Map.entry(
                            "missing_tensor.safetensors",
                            "tensor 'bert.encoder.layer.1.attention.self.query.weight' must be in"
                                    + " the checkpoint, got none"),
                    Map.entry(
                            "missing_classifier.safetensors",
                            "checkpoint must have a classifier (tensor 'classifier.weight'), got"
                                    + " none"),
                    Map.entry("nan_weights.safetensors", "must hold finite numbers, got NaN"),
                    Map.entry("inf_weights.safetensors", "must hold finite numbers, got NaN"),
                    Map.entry("only_empty_header.safetensors", "must have a classifier"),
                    Map.entry(
                            "config_heads_do_not_divide.json",
                            "num_attention_heads must be a divisor of hidden_size 32, got 5 ("),
                    Map.entry(
                            "config_vocab_mismatch.json",
                            "tensor 'bert.embeddings.word_embeddings.weight' must be ["),
                    Map.entry(
                            "config_three_layers.json",
                            "tensor 'bert.encoder.layer.2.attention.self.query.weight' must be in"),
                    Map.entry(
                            "config_huge.json",
                            "hidden_size must be a whole number from 1 to 65536, got 2147483647"
                                    + " ("));

    @TempDir Path folder;

    static List<JsonObject> cases() {
        var cases = Golden.read("bert-tiny/corrupt/manifest").getAsJsonArray("cases").asList();
        return cases.stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> !one.get("file").getAsString().endsWith(".bin"))
                .toList();
    }

    @Test
    void thereAreCasesOfAllKinds() {
        assertEquals(42, cases().size());
        var kinds = cases().stream().map(one -> one.get("expect").getAsString()).distinct();
        assertEquals(List.of("reject", "model", "ok"), kinds.toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAnsweredAsTheManifestSays(JsonObject golden) throws IOException {
        var file = golden.get("file").getAsString();
        putInto(file);
        switch (golden.get("expect").getAsString()) {
            case "reject" -> {
                var message = refusal(() -> BertCheckpoint.open(folder).close());
                assertTrue(message.contains(name(file)), message);
            }
            case "model" -> checkModelRefused(file);
            default -> checkLogits(golden);
        }
    }

    @Test
    void aMissingHeadIsNamedAndDrawn() throws IOException {
        putInto("missing_classifier.safetensors");
        try (var checkpoint = BertCheckpoint.open(folder)) {
            assertFalse(checkpoint.hasClassifier());
            var loaded = checkpoint.classifier(TinyBert.TRAINING, List.of("a", "b", "c", "d"));
            assertEquals(List.of("classifier.weight", "classifier.bias"), loaded.fresh());
            assertEquals(
                    4,
                    loaded.network()
                            .output(TinyBert.batch(DataType.FLOAT).getFeatures())[0]
                            .size(1));
        }
    }

    private void checkModelRefused(String file) {
        var message =
                refusal(
                        () -> {
                            try (var checkpoint = BertCheckpoint.open(folder)) {
                                assertNotEquals(List.of(), checkpoint.problems());
                                checkpoint.classifier(TinyBert.TRAINING);
                            }
                        });
        assertTrue(message.contains(EXPECTED.get(file)), message);
        assertTrue(message.contains(folder.toString()), message);
    }

    private void checkLogits(JsonObject golden) {
        try (var checkpoint = BertCheckpoint.open(folder)) {
            assertEquals(List.of(), checkpoint.problems());
            var network = checkpoint.classifier(TinyBert.TRAINING).network();
            var logits = TinyBert.logits(network, TinyBert.batch(DataType.FLOAT));
            assertArrayEquals(
                    Golden.doubles(golden.get("logits")), logits.dup('c').data().asDouble(), 1e-5);
        }
    }

    /** Returns the one line of the refusal, made without much memory. */
    private static String refusal(Executable opening) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var message = assertThrows(BadInput.class, opening).getMessage();
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 64 * MEGABYTE, "memory");
        assertFalse(message.contains("\n"), message);
        assertTrue(message.length() < 500, message);
        return message;
    }

    private void putInto(String file) throws IOException {
        for (var good :
                List.of("config.json", "vocab.txt", "tokenizer_config.json", "model.safetensors")) {
            Files.copy(TinyBert.CLASSIFIER.resolve(good), folder.resolve(good));
        }
        var target = folder.resolve(name(file));
        Files.delete(target);
        Files.copy(TinyBert.ROOT.resolve("corrupt").resolve(file), target);
    }

    private static String name(String file) {
        return file.endsWith(".json") ? "config.json" : "model.safetensors";
    }
}
