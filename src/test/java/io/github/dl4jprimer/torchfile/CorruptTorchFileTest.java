package io.github.dl4jprimer.torchfile;

import static io.github.dl4jprimer.torchfile.TorchFiles.floats;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Containers that break their format, each made from a good one by one change. */
class CorruptTorchFileTest {
    private static final byte[] PICKLE =
            Pickle.begin()
                    .orderedDict()
                    .text("w")
                    .vector("FloatStorage", "0", 2)
                    .op(Opcode.SETITEM)
                    .end();
    private static final byte[] DATA = floats(1, 2);

    @TempDir Path folder;

    private static Map<String, byte[]> entries() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("any name/data.pkl", PICKLE);
        entries.put("any name/data/0", DATA);
        return entries;
    }

    private static byte[] zip(Consumer<Map<String, byte[]>> change) {
        var entries = entries();
        change.accept(entries);
        return TorchFiles.zip(entries, ZipEntry.STORED);
    }

    private void assertRead(byte[] bytes) throws IOException {
        try (var file = TorchFile.open(Files.write(folder.resolve("good.bin"), bytes))) {
            assertArrayEquals(new float[] {1, 2}, file.read("w").toFloatVector());
        }
    }

    private void assertRefused(String expected, byte[] bytes) throws IOException {
        var path = Files.write(folder.resolve("corrupt.bin"), bytes);
        var message = assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains(path.toString()), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void theFilesTheCorruptOnesAreMadeFromAreGood() throws IOException {
        assertRead(zip(entries -> {}));
        assertRead(
                zip(
                        entries ->
                                entries.put(
                                        "any name/byteorder",
                                        new byte[] {'l', 'i', 't', 't', 'l', 'e'})));
        assertRead(zip(entries -> entries.put("another/data/0", DATA)));
        assertRead(zip(entries -> entries.put("any name/deeper/data.pkl", PICKLE)));
        assertRead(TorchFiles.legacy(PICKLE, 4, DATA));
    }

    @Test
    void aZipNeedsOnePickleAndEveryStorage() throws IOException {
        assertRefused(
                "one data.pkl in its folder, got none", zip(e -> e.remove("any name/data.pkl")));
        assertRefused(
                "one data.pkl in its folder, got several", zip(e -> e.put("b/data.pkl", PICKLE)));
        assertRefused(
                "one data.pkl in its folder, got none",
                TorchFiles.zip(Map.of("data.pkl", PICKLE), ZipEntry.STORED));
        assertRefused("entry 'any name/data/0', got none", zip(e -> e.remove("any name/data/0")));
        assertRefused(
                "2 elements of storage '0', got 4 bytes",
                zip(e -> e.put("any name/data/0", floats(1))));
        assertRefused(
                "2 elements of storage '0', got 12 bytes",
                zip(e -> e.put("any name/data/0", floats(1, 2, 3))));
    }

    @Test
    void aStorageKeyIsANameInTheZipAndNoPath() throws IOException {
        var pickle =
                Pickle.begin()
                        .orderedDict()
                        .text("w")
                        .vector("FloatStorage", "../../../etc/passwd", 2)
                        .op(Opcode.SETITEM);
        assertRefused(
                "entry 'any name/data/../../../etc/passwd', got none",
                zip(e -> e.put("any name/data.pkl", pickle.end())));
    }

    @Test
    void numbersOfAnotherByteOrderAreRefused() throws IOException {
        var big = "big".getBytes(StandardCharsets.US_ASCII);
        assertRefused(
                "little-endian numbers, got 'big'", zip(e -> e.put("any name/byteorder", big)));
    }

    @Test
    void compressedEntriesAreNotUnpacked() throws IOException {
        assertRefused(
                "entries without compression, got 'any name/data.pkl' with it",
                TorchFiles.zip(entries(), ZipEntry.DEFLATED));
    }

    @ParameterizedTest(name = "{0} bytes off the directory: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    8  | 2 | 1      | entries without compression
                    10 | 2 | 8      | entries without compression
                    20 | 4 | -1     | entries without compression
                    20 | 4 | 100000 | entries without compression
                    28 | 2 | 9      | as many entries as its zip directory says, got fewer
                    28 | 2 | 65535  | complete data, got an early end
                    30 | 2 | 65535  | complete data, got an early end
                    32 | 2 | 60000  | complete data, got an early end
                    42 | 4 | 100000 | 'any name/data.pkl' within the file, got byte 100000
                    42 | 4 | 7      | 'any name/data.pkl' at byte 7, got something else
                    42 | 4 | -1     | 'any name/data.pkl' within the file, got byte 4294967295
                    0  | 4 | 0      | as many entries as its zip directory says, got fewer
                    """)
    void aForgedDirectoryEntryIsRefused(int at, int width, int value, String expected)
            throws IOException {
        var bytes = zip(entries -> {});
        put(bytes, directory(bytes) + at, width, value);
        assertRefused(expected, bytes);
    }

    @ParameterizedTest(name = "{0} bytes into the end record: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    10 | 2 | 1     | a zip directory of 1 entries, got more
                    10 | 2 | 3     | got one of 3 entries in
                    10 | 2 | 0     | a zip directory of 0 entries, got more
                    12 | 4 | -1    | a zip directory, got one at bytes
                    16 | 4 | -1    | a zip directory, got one at bytes
                    16 | 4 | 0     | as many entries as its zip directory says, got fewer
                    20 | 2 | 1     | a zip directory, got an end without a directory
                    0  | 4 | 0     | a zip directory, got an end without a directory
                    """)
    void aForgedEndRecordIsRefused(int at, int width, int value, String expected)
            throws IOException {
        var bytes = zip(entries -> {});
        put(bytes, bytes.length - 22 + at, width, value);
        assertRefused(expected, bytes);
    }

    /**
     * The golden file ends as PyTorch writes it: large record of 56 bytes, its place, end record.
     */
    @ParameterizedTest(name = "{0} bytes before the end: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    66 | -1                  | got one of -1 entries in
                    66 | 9223372036854775807 | got one of 9223372036854775807 entries in
                    66 | 42                  | a zip directory of 42 entries, got more
                    58 | -1                  | a zip directory, got one at bytes
                    58 | 9223372036854775807 | a zip directory, got one at bytes
                    50 | -1                  | a zip directory, got one at bytes
                    50 | 9223372036854775807 | a zip directory, got one at bytes
                    50 | 9223372036854775000 | a zip directory, got one at bytes
                    34 | -1                  | got a directory at byte -1
                    34 | 9223372036854775807 | got a directory at byte 9223372036854775807
                    34 | 0                   | got none at byte 0
                    """)
    void aForgedLargeRecordIsRefused(int beforeEnd, long value, String expected)
            throws IOException {
        var bytes =
                Files.readAllBytes(
                        Path.of(
                                "src/test/resources/golden/bert-tiny/classifier/pytorch_model.bin"));
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length - beforeEnd, value);
        assertRefused(expected, bytes);
    }

    @Test
    void entriesOfOneNameAreRefused() throws IOException {
        var bytes = zip(entries -> entries.put("any name/data/1", DATA));
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("data/1", "data/0");
        assertRefused(
                "each entry once, got 'any name/data/0' twice",
                text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void headersThatDisagreeAreRefused() throws IOException {
        var text = new String(zip(entries -> {}), StandardCharsets.ISO_8859_1);
        var renamed = text.replaceFirst("any name/data/0", "any name/data/9");
        assertRefused(
                "'any name/data/0', got 'any name/data/9'",
                renamed.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (var whole : new byte[][] {zip(e -> {}), TorchFiles.legacy(PICKLE, 4, DATA)}) {
            for (int length = 0; length < whole.length; length++) {
                assertRefused("torch file must hold", Arrays.copyOf(whole, length));
            }
            assertRefused("torch file must hold", Arrays.copyOf(whole, whole.length + 1));
        }
    }

    @Test
    void aGitLfsPointerSaysWhatItIs() throws IOException {
        var pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\n";
        assertRefused("Fetch it: git lfs pull", pointer.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where the directory begins, as the last 22 bytes say. */
    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    private static void put(byte[] bytes, int at, int width, int value) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (width == 2) {
            buffer.putShort(at, (short) value);
        } else {
            buffer.putInt(at, value);
        }
    }
}
