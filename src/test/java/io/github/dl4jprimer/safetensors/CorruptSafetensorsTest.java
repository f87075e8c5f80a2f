package io.github.dl4jprimer.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that break the format, each made from a good one by one change. */
class CorruptSafetensorsTest {
    private static final String A =
            "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    private static final String B =
            "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}";
    private static final String GOOD = "{" + A + "," + B + "}";
    private static final byte[] DATA = SafetensorsFileTest.floats(1, 2, 3, 4);

    @TempDir Path folder;

    @Test
    void theFileTheCorruptOnesAreMadeFromIsGood() throws IOException {
        var path = Files.write(folder.resolve("good"), SafetensorsFileTest.file(GOOD, DATA));
        try (var file = SafetensorsFile.open(path)) {
            assertEquals(3, file.read("b").getFloat(0));
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    [8,16] | [4,12] | tensors side by side, 'b' at byte 8, got byte 4
                    [8,16] | [0,8]  | tensors side by side
                    [8,16] | [12,20] | tensors side by side, 'b' at byte 8, got byte 12
                    [8,16] | [8,24] | as many bytes as shape [2] of 'b' needs, got 16
                    [8,16] | [16,8] | as many bytes as shape [2] of 'b' needs, got -8
                    [8,16] | [-8,0] | whole numbers >= 0 in 'b', got -8
                    [8,16] | [8,16,24] | two data_offsets of b
                    [8,16] | [8,"16"] | whole numbers >= 0 in 'b', got 16
                    [8,16] | [8,99999999999999999999] | whole numbers >= 0 in 'b'
                    [2]    | [3] | as many bytes as shape [3] of 'a' needs, got 8
                    [2]    | [2.0] | whole numbers >= 0 in 'a', got 2.0
                    [2]    | [4294967296,4294967296,2] | as many bytes as shape
                    [2]    | 2 | malformed JSON
                    F32    | F33 | a known dtype of 'a', got F33
                    "dtype":"F32", | ~~ | dtype, shape and two data_offsets of a
                    "dtype":"F32", | "dtype":"F32","dtype":"F32", | unique names, got 'a.dtype' twice
                    "dtype":"F32", | "dtype":"F32","more":1, | got more
                    "b"    | "a" | unique names, got 'a' twice
                    "b"    | "\\u0061" | unique names, got 'a' twice
                    "a":   | "__metadata__":{"n":1},"a": | text in __metadata__, got NUMBER
                    "a":   | "__metadata__":{},"__metadata__":{},"a": | '__metadata__' twice
                    "a"    | a | malformed JSON
                    16]}}  | 16]}}{} | malformed JSON
                    16]}}  | 16]} | complete JSON, got an early end
                    """)
    void aBrokenHeaderIsRefused(String good, String bad, String expected) throws IOException {
        var header = replaceFirst(good, bad);
        assertRefused(SafetensorsFileTest.file(header, DATA), expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\\ny\":1,\"a",
                "\"x\\ny\":{\"dtype\":\"F33\"},\"a",
                "\"x\\ny\":{\"dtype\":\"\\u001b[31m\"},\"a",
                "\"x\\ny\":{\"z\\n\":1},\"a",
                "\"x\\ny\":{\"dtype\":\"F32\",\"dtype\":\"F32\"},\"a",
                "\"x\\ny\":{\"shape\":[-1]},\"a",
                "\"x\\ny\":{},\"a",
                "\"x\\ny\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,8]},\"a",
                "\"x\\ny\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]},\"a"
            })
    void aNameWithALineBreakIsToldOnOneLine(String start) throws IOException {
        var header = replaceFirst("\"a", start);
        assertRefused(SafetensorsFileTest.file(header, DATA), "safetensors file must hold");
    }

    @ParameterizedTest(name = "{0} data bytes instead of 16")
    @ValueSource(ints = {0, 15, 17})
    void dataOfAnotherLengthIsRefused(int bytes) throws IOException {
        var file = SafetensorsFileTest.file(GOOD, Arrays.copyOf(DATA, bytes));
        assertRefused(file, "16 bytes of tensors, got " + bytes + " bytes");
    }

    @ParameterizedTest(name = "a file of {0} bytes")
    @ValueSource(ints = {0, 7, 8, 9})
    void aFileThatEndsInTheHeaderIsRefused(int bytes) throws IOException {
        var file = Arrays.copyOf(SafetensorsFileTest.file(GOOD, DATA), bytes);
        assertRefused(file, "a header within its " + bytes + " bytes");
    }

    @ParameterizedTest(name = "header length {0}")
    @ValueSource(longs = {-1, Long.MIN_VALUE, 0, 1, 2_000_000_000, 200, Long.MAX_VALUE})
    void aForgedHeaderLengthAsksForNoMemory(long length) throws IOException {
        var file = SafetensorsFileTest.file(GOOD, DATA);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertRefused(file, "a header within its " + file.length + " bytes");
    }

    @Test
    void aBigEndianLengthIsRefused() throws IOException {
        var file = SafetensorsFileTest.file(GOOD, DATA);
        ByteBuffer.wrap(file).putLong(GOOD.length());
        assertRefused(file, "a header within its");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " {}", "PK\u0003\u0004"})
    void aHeaderThatIsNoObjectIsRefused(String header) throws IOException {
        assertRefused(
                SafetensorsFileTest.file(header, new byte[0]),
                "safetensors header must be a JSON object, got other bytes");
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefused() throws IOException {
        var file = SafetensorsFileTest.file("{\"a\":1}", new byte[0]);
        file[10] = (byte) 0xff;
        assertRefused(file, "safetensors header must be UTF-8");
    }

    @Test
    void aNestedHeaderDoesNotOverflowTheStack() throws IOException {
        var header = "{\"a\":" + "[".repeat(100_000) + "}";
        assertRefused(SafetensorsFileTest.file(header, new byte[0]), "malformed JSON");
    }

    @Test
    void aMissingFileIsRefused() {
        var error =
                assertThrows(BadInput.class, () -> SafetensorsFile.open(folder.resolve("nowhere")));
        assertTrue(error.getMessage().startsWith("safetensors file must be a file, got nothing"));
    }

    private static String replaceFirst(String good, String bad) {
        int at = GOOD.indexOf(good);
        return GOOD.substring(0, at) + bad + GOOD.substring(at + good.length());
    }

    private void assertRefused(byte[] bytes, String expected) throws IOException {
        var path = Files.write(folder.resolve("corrupt.safetensors"), bytes);
        var error = assertThrows(BadInput.class, () -> SafetensorsFile.open(path).close());
        assertTrue(error.getMessage().contains(expected), error.getMessage());
        assertTrue(error.getMessage().contains(path.toString()), error.getMessage());
        assertFalse(error.getMessage().matches("(?s).*\\p{Cntrl}.*"), error.getMessage());
        assertTrue(error.getMessage().getBytes(StandardCharsets.UTF_8).length < 1000);
    }
}
