package io.github.dl4jprimer.torchfile;

import static io.github.dl4jprimer.torchfile.TorchFiles.floats;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the legacy format whose parts are odd or out of order. */
class LegacyFormatTest {
    private static final byte[] PICKLE =
            Pickle.begin()
                    .orderedDict()
                    .text("w")
                    .vector("FloatStorage", "0", 2)
                    .op(Opcode.SETITEM)
                    .end();
    private static final byte[] DATA = floats(1, 2);

    @TempDir Path folder;

    private void assertRefused(String expected, byte[] bytes) throws IOException {
        var path = Files.write(folder.resolve("corrupt.bin"), bytes);
        var message = assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains(path.toString()), message);
        assertEquals(1, message.lines().count());
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
}
