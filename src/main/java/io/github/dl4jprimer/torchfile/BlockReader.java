package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.safetensors.FloatBlocks;
import io.github.dl4jprimer.safetensors.TensorType;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies a strided tensor from a file into an array of any memory order and type, a block of rows
 * at a time, so that nothing but one block is needed besides the array.
 *
 * <p>The axes are walked in the order in which the tensor lies in the file, whatever their order in
 * the tensor, so that a transposed one is read from front to back, too. Blocks that lie in the
 * array as they do in the file are read in place; {@link FloatBlocks} turns or widens what has no
 * gaps; ND4J copies the rest. Processors are little-endian, as the files are.
 */
final class BlockReader {
    private static final long BLOCK_BYTES = 1 << 22;

    private final FileChannel file;
    private final long begin;
    private final int width;
    private final DataType type;
    private final INDArray target;
    private final long blockLength;
    private INDArray block;

    private BlockReader(FileChannel file, long begin, TorchTensor tensor, INDArray target) {
        this.file = file;
        this.begin = begin;
        this.target = target;
        width = tensor.storage().type().bytes();
        type = memoryType(tensor.storage().type());
        blockLength = Math.min(BLOCK_BYTES / width, tensor.storage().length());
    }

    /**
     * Fills an array.
     *
     * @param begin where in the file the tensor's storage begins
     * @param target of the tensor's shape, not empty
     */
    static void read(FileChannel file, long begin, TorchTensor tensor, INDArray target)
            throws IOException {
        var reader = new BlockReader(file, begin, tensor, target);
        var layout = Layout.of(tensor);
        var axes = layout.axesByStride();
        var from = layout.permuted(axes);
        var to = Layout.of(target).permuted(axes);
        try {
            if (reader.isForFloatBlocks(from, to)) {
                long first = begin + from.offset() * reader.width;
                FloatBlocks.read(
                        (at, buffer) -> reader.fill(buffer, first + at),
                        tensor.storage().type(),
                        to.in(target.data()));
            } else {
                reader.copy(from, to);
            }
        } finally {
            reader.close();
        }
    }

    /** Whether all numbers follow each other in the file and have to be turned or widened. */
    private boolean isForFloatBlocks(Layout from, Layout to) {
        var inPlace = type == DataType.FLOAT && to.isDense();
        return target.dataType() == DataType.FLOAT && type.isFPType() && from.isDense() && !inPlace;
    }

    /** The ND4J type whose elements are the same bytes. */
    private static DataType memoryType(TensorType type) {
        return switch (type) {
            case F16 -> DataType.FLOAT16;
            case BF16 -> DataType.BFLOAT16;
            default -> type.readAs();
        };
    }

    /** Copies rows by the block, or row by row where one alone is larger than a block. */
    private void copy(Layout from, Layout to) throws IOException {
        if (from.rank() > 1 && from.row(0).span() > blockLength) {
            for (long row = 0; row < from.rows(); row++) {
                copy(from.row(row), to.row(row));
            }
            return;
        }
        long step = from.rowsWithin(blockLength);
        for (long row = 0; row < from.rows(); row += step) {
            long count = Math.min(step, from.rows() - row);
            copyBlock(from.rows(row, count), to.rows(row, count));
        }
    }

    /**
     * Copies elements that lie within one block of the file, with whatever is between them there.
     */
    private void copyBlock(Layout from, Layout to) throws IOException {
        long position = begin + from.offset() * width;
        long bytes = from.span() * width;
        if (target.dataType() == type && from.isDense() && to.isDense()) {
            fill(bytes(target.data(), to.offset() * width, bytes), position);
            return;
        }
        if (block == null) {
            block = Nd4j.createUninitialized(type, blockLength);
        }
        fill(bytes(block.data(), 0, bytes), position);
        to.in(target.data()).assign(from.atStart().in(block.data()));
    }

    /** Returns a part of a buffer's memory, itself and no copy. */
    private static ByteBuffer bytes(DataBuffer buffer, long from, long count) {
        var pointer = new BytePointer(buffer.pointer());
        pointer.capacity(from + count).position(from);
        return pointer.asByteBuffer();
    }

    private void fill(ByteBuffer bytes, long from) throws IOException {
        long position = from;
        while (bytes.hasRemaining()) {
            int count = file.read(bytes, position);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            position += count;
        }
    }

    private void close() {
        if (block != null && block.closeable()) {
            block.close();
        }
    }
}
