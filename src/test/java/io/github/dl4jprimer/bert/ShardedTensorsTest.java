package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

class ShardedTensorsTest {
    @TempDir Path outside;

    private Path folder;
    private Path index;

    @BeforeEach
    void writeTwoShards() throws IOException {
        folder = Files.createDirectory(outside.resolve("model"));
        index = folder.resolve("model.safetensors.index.json");
        write(folder.resolve("one.safetensors"), "a", 1);
        write(folder.resolve("two.safetensors"), "b", 2);
        write(outside.resolve("three.safetensors"), "c", 3);
    }

    @Test
    void readsEachTensorFromItsFile() throws IOException {
        Files.writeString(
                index,
                "{\"weight_map\": {\"b\": \"two.safetensors\", \"a\": \"one.safetensors\"}}");
        try (var sharded = ShardedTensors.open(index)) {
            assertEquals(List.of("b", "a"), List.copyOf(sharded.tensors().keySet()));
            var target = Nd4j.zeros(2);
            sharded.readInto("b", target);
            assertEquals(Nd4j.createFromArray(2f, 2f), target);
            sharded.readInto("a", target);
            assertEquals(Nd4j.createFromArray(1f, 1f), target);
            var error = assertThrows(BadInput.class, () -> sharded.readInto("c", target));
            assertTrue(error.getMessage().startsWith("tensor 'c' must be in the index, got none"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "../three.safetensors" | a safetensors file of this folder, got "../three.safetensors"
                    "/etc/passwd" | a safetensors file of this folder, got "/etc/passwd"
                    "sub/one.safetensors" | a safetensors file of this folder
                    "..\\\\three.safetensors" | a safetensors file of this folder
                    ".safetensors" | a safetensors file of this folder
                    "pytorch_model.bin" | a safetensors file of this folder
                    7 | a safetensors file of this folder, got 7
                    null | a safetensors file of this folder, got null
                    ["one.safetensors"] | a safetensors file of this folder
                    "two.safetensors" | a file that holds this tensor, got two.safetensors
                    """)
    void refusesAnIndexThatNamesAnotherFile(String file, String expected) throws IOException {
        Files.writeString(index, "{\"weight_map\": {\"a\": %s}}".formatted(file));
        var message = refusal();
        assertTrue(message.startsWith("weight_map[\"a\"] must be " + expected), message);
        assertTrue(message.contains(index.toString()), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void refusesATensorThatTheIndexDoesNotName() throws IOException {
        Files.writeString(index, "{\"weight_map\": {}}");
        try (var empty = ShardedTensors.open(index)) {
            assertEquals(Map.of(), empty.tensors());
        }
        SafetensorsWriter.write(
                folder.resolve("one.safetensors"),
                Map.of("a", Nd4j.ones(1), "z", Nd4j.ones(1)),
                Map.of());
        Files.writeString(index, "{\"weight_map\": {\"a\": \"one.safetensors\"}}");
        assertTrue(
                refusal()
                        .startsWith(
                                "weight_map[\"z\"] must be one.safetensors, which holds it, got"
                                        + " null"));
    }

    @Test
    void refusesAMissingFileAndAnIndexWithoutMap() throws IOException {
        Files.writeString(index, "{\"weight_map\": {\"a\": \"four.safetensors\"}}");
        assertTrue(refusal().startsWith("safetensors file must be a file, got nothing"));
        Files.writeString(index, "{\"weight_map\": 3}");
        assertTrue(refusal().startsWith("weight_map must be an object, got 3"));
    }

    private String refusal() {
        var error = assertThrows(BadInput.class, () -> ShardedTensors.open(index).close());
        return error.getMessage();
    }

    private static void write(Path file, String name, float value) {
        SafetensorsWriter.write(file, Map.of(name, Nd4j.createFromArray(value, value)), Map.of());
    }
}
