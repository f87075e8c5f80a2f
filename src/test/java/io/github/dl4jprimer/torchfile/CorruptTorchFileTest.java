package io.github.dl4jprimer.torchfile;

import static io.github.dl4jprimer.torchfile.TorchFiles.floats;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40})
    void aForgedStorageLengthAsksForNoMemory(long length) throws IOException {
        var bytes = TorchFiles.legacy(PICKLE, 4, DATA);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length - 16, length);
        assertRefused(
                "2 elements of storage '0', got %d in the last 8 bytes".formatted(length), bytes);
        var huge = Pickle.begin().orderedDict().text("w");
        huge.vector("FloatStorage", "0", length).op(Opcode.SETITEM);
        assertRefused("torch file must hold", TorchFiles.legacy(huge.end(), 4, DATA));
        assertRefused("torch file must hold", TorchFiles.zip(huge.end(), DATA));
    }

    @Test
    void theLegacyFormatIsInOrder() throws IOException {
        assertRefused(
                "PyTorch's magic number, got '1001'",
                parts(TorchFiles.version(1001), TorchFiles.magic()));
        assertRefused("format 1001, got '7'", parts(TorchFiles.magic(), TorchFiles.version(7)));
        var start =
                parts(TorchFiles.magic(), TorchFiles.version(1001), TorchFiles.system(), PICKLE);
        assertRefused(
                "a list of storages, got None", parts(start, Pickle.begin().op(Opcode.NONE).end()));
        assertRefused(
                "storage '0', got none", parts(start, Pickle.begin().op(Opcode.EMPTY_LIST).end()));
        assertRefused("storages of its tensors only, got '5'", parts(start, keys("5")));
        assertRefused(
                "each storage once, got '0' twice",
                parts(start, keys("0", "0"), length(2), DATA, length(2), DATA));
        assertRefused(
                "nothing after its storages, got 1 bytes more",
                parts(start, keys("0"), length(2), DATA, new byte[1]));
    }

    @Test
    void aGitLfsPointerSaysWhatItIs() throws IOException {
        var pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\n";
        assertRefused("Fetch it: git lfs pull", pointer.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] keys(String... keys) {
        var pickle = Pickle.begin().op(Opcode.EMPTY_LIST).op(Opcode.MARK);
        for (var key : keys) {
            pickle.text(key);
        }
        return pickle.op(Opcode.APPENDS).end();
    }

    private static byte[] length(long length) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    }

    private static byte[] parts(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
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
