package io.github.dl4jprimer.torchfile;

import static io.github.dl4jprimer.torchfile.TorchFiles.floats;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.torchfile.Pickle.View;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tensors of hand-made files: every type, every view, into every kind of array. */
class TorchFileTest {
    @TempDir Path folder;

    private TorchFile open(byte[] bytes) throws IOException {
        return TorchFile.open(Files.write(folder.resolve("pytorch_model.bin"), bytes));
    }

    /** A file with one tensor, "w", of one storage. */
    private TorchFile file(String type, long length, View view, byte[] storage) throws IOException {
        return open(TorchFiles.oneTensor(type, length, view, storage));
    }

    private static View view(long offset, List<Long> shape, List<Long> stride) {
        return new View(offset, shape, stride);
    }

    @Test
    void tensorsMayShareAStorage() throws IOException {
        var pickle = Pickle.begin().orderedDict().op(Opcode.MARK);
        pickle.text("all").vector("FloatStorage", "0", 6);
        pickle.text("名字").tensor("FloatStorage", "0", 6, view(2, List.of(2L), List.of(1L)));
        pickle.text("t").tensor("FloatStorage", "0", 6, view(0, List.of(3L, 2L), List.of(1L, 3L)));
        var bytes = TorchFiles.zip(pickle.op(Opcode.SETITEMS).end(), floats(1, 2, 3, 4, 5, 6));
        try (var file = open(bytes)) {
            assertEquals(List.of("all", "名字", "t"), List.copyOf(file.tensors().keySet()));
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, file.read("all").toFloatVector());
            assertArrayEquals(new float[] {3, 4}, file.read("名字").toFloatVector());
            assertArrayEquals(
                    new float[][] {{1, 4}, {2, 5}, {3, 6}}, file.read("t").toFloatMatrix());
            assertEquals(8, file.tensors().get("名字").bytes());
        }
    }

    @Test
    void theLegacyFormatHoldsTheSame() throws IOException {
        var pickle = Pickle.begin().orderedDict().op(Opcode.MARK);
        pickle.text("b").vector("FloatStorage", "1", 1);
        pickle.text("t").tensor("FloatStorage", "0", 4, view(0, List.of(2L, 2L), List.of(1L, 2L)));
        pickle.op(Opcode.SETITEMS);
        try (var file = open(TorchFiles.legacy(pickle.end(), 4, floats(1, 2, 3, 4), floats(9)))) {
            assertArrayEquals(new float[][] {{1, 3}, {2, 4}}, file.read("t").toFloatMatrix());
            assertArrayEquals(new float[] {9}, file.read("b").toFloatVector());
        }
    }

    @Test
    void scalarsAndEmptyTensorsAreRead() throws IOException {
        try (var file = file("FloatStorage", 3, view(1, List.of(), List.of()), floats(1, 2, 3))) {
            assertEquals(0, file.read("w").rank());
            assertEquals(2, file.read("w").getFloat(0));
        }
        try (var file =
                file("FloatStorage", 0, view(0, List.of(0L, 3L), List.of(3L, 1L)), floats())) {
            assertArrayEquals(new long[] {0, 3}, file.read("w").shape());
            file.readInto("w", Nd4j.create(DataType.FLOAT, 0, 3));
            assertEquals(0, file.tensors().get("w").length());
        }
    }

    @Test
    void strideOfAnAxisOfOneDoesNotMatter() throws IOException {
        var view = view(0, List.of(1L, 3L, 1L), List.of(999L, 1L, 0L));
        try (var file = file("FloatStorage", 3, view, floats(1, 2, 3))) {
            assertArrayEquals(new float[] {1, 2, 3}, file.read("w").reshape(3).toFloatVector());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DoubleStorage, 8, DOUBLE",
        "FloatStorage, 4, FLOAT",
        "LongStorage, 8, LONG",
        "IntStorage, 4, INT"
    })
    void fullPrecisionIsReadAsItIs(String type, int width, DataType expected) throws IOException {
        var bytes = ByteBuffer.allocate(2 * width).order(ByteOrder.LITTLE_ENDIAN);
        switch (expected) {
            case DOUBLE -> bytes.putDouble(Math.PI).putDouble(-1e300);
            case FLOAT -> bytes.putFloat(0.1f).putFloat(Float.MIN_VALUE);
            case LONG -> bytes.putLong(Long.MIN_VALUE).putLong(7);
            default -> bytes.putInt(Integer.MAX_VALUE).putInt(-1);
        }
        try (var file = file(type, 2, view(0, List.of(2L), List.of(1L)), bytes.array())) {
            var array = file.read("w");
            assertEquals(expected, array.dataType());
            assertArrayEquals(bytes.array(), memory(array));
        }
    }

    private static byte[] memory(INDArray array) {
        var bytes = new byte[(int) array.length() * array.dataType().width()];
        new BytePointer(array.data().pointer()).get(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ShortStorage", "CharStorage", "ByteStorage", "BoolStorage"})
    void typesWithoutCounterpartAreListedAndNotRead(String type) throws IOException {
        int width = type.equals("ShortStorage") ? 2 : 1;
        try (var file = file(type, 4, view(0, List.of(4L), List.of(1L)), new byte[4 * width])) {
            assertEquals(4, file.tensors().get("w").length());
            var message = assertThrows(BadInput.class, () -> file.read("w")).getMessage();
            assertTrue(message.startsWith("tensor 'w' must be F64, F32, F16, BF16"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HalfStorage", "BFloat16Storage"})
    void everySixteenBitNumberIsWidenedExactly(String type) throws IOException {
        var bits = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1 << 16; i++) {
            bits.putShort((short) i);
        }
        var view = view(0, List.of(1L << 16), List.of(1L));
        try (var file = file(type, 1 << 16, view, bits.array())) {
            var floats = file.read("w").toFloatVector();
            for (int i = 0; i < 1 << 16; i++) {
                assertEquals(
                        type.equals("HalfStorage") ? half(i) : Float.intBitsToFloat(i << 16),
                        floats[i]);
            }
        }
    }

    /** IEEE 754 binary16 by its definition. */
    private static float half(int bits) {
        int exponent = bits >> 10 & 31;
        double fraction = (bits & 1023) / 1024.0;
        double size =
                exponent == 0
                        ? fraction * 0x1p-14
                        : exponent < 31
                                ? (1 + fraction) * Math.pow(2, exponent - 15)
                                : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        return (float) (bits >> 15 == 0 ? size : -size);
    }

    @Test
    void aTensorThatDoesNotFitIsNamed() throws IOException {
        try (var file = file("IntStorage", 2, view(0, List.of(2L), List.of(1L)), new byte[8])) {
            var path = folder.resolve("pytorch_model.bin");
            assertMessage(
                    "tensor 'w' must be [3], got [2] (%s). Use the file that belongs to this"
                            + " model.",
                    path, () -> file.readInto("w", Nd4j.zeros(3)));
            assertMessage(
                    "tensor 'w' must be floating-point, got I32 (%s). Use the file that belongs to"
                            + " this model.",
                    path, () -> file.readInto("w", Nd4j.zeros(2)));
            assertMessage(
                    "tensor 'b' must be in the file, got none of this name (%s). Use the file that"
                            + " belongs to this model.",
                    path, () -> file.read("b"));
        }
    }

    @Test
    void aMissingFileIsRefused() {
        var path = folder.resolve("nowhere");
        assertMessage(
                "torch file must be a file, got nothing (%s). Check the path.",
                path, () -> TorchFile.open(path));
    }

    private static void assertMessage(String expected, Path path, Executable call) {
        assertEquals(expected.formatted(path), assertThrows(BadInput.class, call).getMessage());
    }
}
