package io.github.dl4jprimer.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Moves bytes between a file and an array's own memory, without a copy in between.
 *
 * <p>The array must be row-major without gaps; processors are little-endian, as the format is.
 */
final class ArrayBytes {
    /** A ByteBuffer holds less than 2 GB, so large arrays go in pieces. */
    private static final long PIECE = 1L << 30;

    private ArrayBytes() {}

    /** Fills the array from the file's position {@code from} on. */
    static void read(FileChannel file, long from, INDArray array) throws IOException {
        long bytes = bytes(array);
        for (long done = 0; done < bytes; done += PIECE) {
            read(file, from + done, piece(array, done, bytes));
        }
    }

    /** Fills what remains of the buffer from the file's position {@code from} on. */
    static void read(FileChannel file, long from, ByteBuffer buffer) throws IOException {
        long start = from - buffer.position();
        while (buffer.hasRemaining()) {
            // one read may give less than asked for
            if (file.read(buffer, start + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
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

    /** Returns whether the array's bytes are its elements in row-major order. */
    static boolean isPlain(INDArray array, DataType type) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            // ND4J gives an axis of one any stride.
            if (array.size(axis) != 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return array.dataType() == type;
    }

    private static ByteBuffer piece(INDArray array, long done, long bytes) {
        var pointer = new BytePointer(array.data().addressPointer());
        long start = pointer.position();
        pointer.capacity(start + Math.min(bytes, done + PIECE)).position(start + done);
        return pointer.asByteBuffer();
    }

    private static long bytes(INDArray array) {
        return array.length() * array.dataType().width();
    }
}
