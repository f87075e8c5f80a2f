package io.github.dl4jprimer.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Moves bytes between a file and an array's own memory, without a copy in between.
 *
 * <p>The array must be row-major and own its buffer from the first element on; processors are
 * little-endian, as the format is.
 */
final class ArrayBytes {
    /** A ByteBuffer holds less than 2 GB, so large arrays go in pieces. */
    private static final long PIECE = 1L << 30;

    private ArrayBytes() {}

    /** Fills the array from the file's position {@code from} on. */
    static void read(FileChannel file, long from, INDArray array) throws IOException {
        long bytes = bytes(array);
        for (long done = 0; done < bytes; ) {
            var piece = piece(array, done, bytes);
            while (piece.hasRemaining()) {
                int count = file.read(piece, from + done);
                if (count < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
                done += count;
            }
        }
    }

    /** Appends the array's bytes to the file. */
    static void write(FileChannel file, INDArray array) throws IOException {
        long bytes = bytes(array);
        for (long done = 0; done < bytes; ) {
            var piece = piece(array, done, bytes);
            while (piece.hasRemaining()) {
                done += file.write(piece);
            }
        }
    }

    /** Widens 16-bit floats to FLOAT, bit by bit. */
    static void widen(ByteBuffer half, TensorType type, INDArray array) {
        var numbers = new float[half.remaining() / Short.BYTES];
        var shorts = half.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] =
                    type == TensorType.BF16
                            ? Float.intBitsToFloat(shorts.get(i) << 16)
                            : halfToFloat(shorts.get(i));
        }
        array.data().setData(numbers);
    }

    /** Java 17 has no {@code Float.float16ToFloat}. */
    static float halfToFloat(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int widened = exponent == 0x1f ? 0xff : exponent + 127 - 15;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
    }

    /** Returns whether the array's bytes are its elements in row-major order. */
    static boolean isPlain(INDArray array, DataType type) {
        return array.dataType() == type
                && !array.isView()
                && array.ordering() == 'c'
                && array.offset() == 0
                && array.elementWiseStride() == 1;
    }

    private static ByteBuffer piece(INDArray array, long done, long bytes) {
        var pointer = new BytePointer(array.data().pointer());
        pointer.capacity(Math.min(bytes, done + PIECE)).position(done);
        return pointer.asByteBuffer();
    }

    private static long bytes(INDArray array) {
        return array.length() * array.dataType().width();
    }
}
