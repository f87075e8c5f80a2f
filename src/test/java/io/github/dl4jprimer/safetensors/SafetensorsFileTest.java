package io.github.dl4jprimer.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class SafetensorsFileTest {
    @TempDir Path folder;

    @Test
    void writesTheBytesTheFormatAsksFor() throws IOException {
        var path = folder.resolve("a.safetensors");
        SafetensorsWriter.write(
                path, Map.of("w", Nd4j.createFromArray(1f, -2f)), Map.of("format", "pt"));
        var header =
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        var expected = file(header + " ".repeat((8 - header.length() % 8) % 8), floats(1, -2));
        assertArrayEquals(expected, Files.readAllBytes(path));
    }

    @Test
    void readsBackEveryTypeItWrites() {
        var tensors = new LinkedHashMap<String, INDArray>();
        tensors.put("float", Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
        tensors.put("double", Nd4j.createFromArray(Math.PI, Double.MIN_VALUE));
        tensors.put("long", Nd4j.createFromArray(Long.MIN_VALUE, 7L));
        tensors.put("int", Nd4j.createFromArray(new int[][] {{Integer.MAX_VALUE}, {-1}}));
        tensors.put("scalar", Nd4j.scalar(2.5f));
        tensors.put("empty", Nd4j.create(DataType.FLOAT, 0, 3));
        tensors.put("名字 \"quoted\"", Nd4j.createFromArray(9f));
        var path = folder.resolve("all.safetensors");
        SafetensorsWriter.write(path, tensors, Map.of());
        try (var file = SafetensorsFile.open(path)) {
            assertEquals(List.copyOf(tensors.keySet()), List.copyOf(file.tensors().keySet()));
            tensors.forEach((name, array) -> assertEquals(array, file.read(name), name));
        }
    }

    @Test
    void writesColumnMajorArraysAndViewsRowByRow() throws IOException {
        var columnMajor = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}).dup('f');
        var path = folder.resolve("f.safetensors");
        var view = Nd4j.createFromArray(new float[][] {{0, 7}, {0, 8}}).getColumn(1);
        var tensors = new LinkedHashMap<String, INDArray>();
        tensors.put("w", columnMajor);
        tensors.put("v", view);
        SafetensorsWriter.write(path, tensors, Map.of());
        var bytes = Files.readAllBytes(path);
        var data = ByteBuffer.wrap(bytes, bytes.length - 32, 32).slice();
        assertEquals(ByteBuffer.wrap(floats(1, 2, 3, 4, 5, 6, 7, 8)), data);
    }

    @Test
    void readsIntoColumnMajorViewsOfAnotherPrecision() {
        var path = folder.resolve("w.safetensors");
        var stored = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}});
        SafetensorsWriter.write(path, Map.of("w", stored), Map.of());
        var flat = Nd4j.zeros(DataType.DOUBLE, 1, 8);
        var target =
                flat.get(NDArrayIndex.point(0), NDArrayIndex.interval(2, 8)).reshape('f', 2, 3);
        try (var file = SafetensorsFile.open(path)) {
            file.readInto("w", target);
        }
        assertArrayEquals(new double[] {0, 0, 1, 4, 2, 5, 3, 6}, flat.toDoubleVector());
    }

    @ParameterizedTest(name = "{0} bits {1} are {2}")
    @CsvSource({
        "F16, 3C00, 1", "F16, C000, -2", "F16, 7BFF, 65504", "F16, 0001, 5.9604645E-8",
        "F16, 83FF, -6.097555E-5", "F16, 7C00, Infinity", "F16, 7E00, NaN", "F16, 3555, 0.33325195",
        "BF16, 3F80, 1", "BF16, C000, -2", "BF16, 3EAB, 0.33398438", "BF16, FF80, -Infinity"
    })
    void widensHalfPrecisionExactly(String type, String bits, float expected) throws IOException {
        var value = (short) Integer.parseInt(bits, 16);
        var data = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort(value).array();
        var header = "{\"h\":{\"dtype\":\"%s\",\"shape\":[1],\"data_offsets\":[0,2]}}";
        var path = Files.write(folder.resolve("h"), file(header.formatted(type), data));
        try (var file = SafetensorsFile.open(path)) {
            assertEquals(expected, file.read("h").getFloat(0));
            assertEquals(DataType.FLOAT, file.read("h").dataType());
        }
    }

    @Test
    void readsAHeaderInAnyOrderWithEscapedNames() throws IOException {
        var header =
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]},"
                        + "\"\\u0061\":{\"data_offsets\":[0,4],\"shape\":[],\"dtype\":\"F32\"}}";
        var path = Files.write(folder.resolve("o"), file(header, floats(1, 2)));
        try (var file = SafetensorsFile.open(path)) {
            assertEquals(1, file.read("a").getFloat(0));
            assertEquals(2, file.read("b").getFloat(0));
        }
    }

    @Test
    void aFileWithoutTensorsIsValid() throws IOException {
        var path = Files.write(folder.resolve("none"), file("{}", new byte[0]));
        try (var file = SafetensorsFile.open(path)) {
            assertTrue(file.tensors().isEmpty());
        }
    }

    @Test
    void aTypeWithoutCounterpartIsValidButNotRead() throws IOException {
        var header = "{\"flag\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]}}";
        var path = Files.write(folder.resolve("bool"), file(header, new byte[1]));
        try (var file = SafetensorsFile.open(path)) {
            var error = assertThrows(BadInput.class, () -> file.read("flag"));
            assertEquals(
                    "tensor 'flag' must be F64, F32, F16, BF16, I64 or I32, got BOOL ("
                            + path
                            + "). Convert it first.",
                    error.getMessage());
        }
    }

    @Test
    void aTensorThatDoesNotFitIsNamed() {
        var path = folder.resolve("w.safetensors");
        SafetensorsWriter.write(path, Map.of("w", Nd4j.createFromArray(1f, 2f)), Map.of());
        try (var file = SafetensorsFile.open(path)) {
            var shape = assertThrows(BadInput.class, () -> file.readInto("w", Nd4j.zeros(3)));
            assertTrue(shape.getMessage().startsWith("tensor 'w' must be [3], got [2]"));
            var missing = assertThrows(BadInput.class, () -> file.read("b"));
            assertTrue(missing.getMessage().startsWith("tensor 'b' must be in the file"));
        }
    }

    @Test
    void integersAreNotTakenForWeights() {
        var path = folder.resolve("i.safetensors");
        SafetensorsWriter.write(path, Map.of("w", Nd4j.createFromArray(1, 2)), Map.of());
        try (var file = SafetensorsFile.open(path)) {
            var error = assertThrows(BadInput.class, () -> file.readInto("w", Nd4j.zeros(2)));
            assertTrue(error.getMessage().startsWith("tensor 'w' must be floating-point, got I32"));
        }
    }

    @Test
    void otherTypesAreNotWrittenAndNothingIsLeftBehind() throws IOException {
        var path = folder.resolve("h.safetensors");
        var half = Nd4j.createFromArray(1f).castTo(DataType.BFLOAT16);
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> SafetensorsWriter.write(path, Map.of("h", half), Map.of()));
        assertEquals(
                "tensor must be DOUBLE, FLOAT, LONG or INT, got BFLOAT16. Cast it first.",
                error.getMessage());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    static byte[] file(String header, byte[] data) {
        var json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }

    static byte[] floats(float... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
