package io.github.dl4jprimer.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes a tensor's numbers, which come block by block in row-major order, into a FLOAT array of
 * any strides: a transposed view, some columns of a wider array.
 *
 * <p>No second copy of the tensor is made, only of one block. A block is cut into tiles of {@value
 * #WIDTH} columns, which stay in the processor's nearest cache while rows become columns; ND4J's
 * {@code assign} of a transposed view goes through the array in an order that misses it.
 */
public final class FloatBlocks {
    /** 256 KB of floats, which the processor's second cache holds with room to spare. */
    private static final int BLOCK = 1 << 16;

    /** Columns of a tile: 16 floats are one cache line. */
    private static final int WIDTH = 16;

    private final INDArray target;
    private final FloatBuffer memory;
    private final long columns;
    private final long columnStride;
    private final int rowsABlock;
    private final float[] block;
    private final float[] tile;

    private FloatBlocks(INDArray target) {
        this.target = target;
        memory = memory(target);
        int last = target.rank() - 1;
        columns = last < 0 ? 1 : target.size(last);
        columnStride = columns == 1 ? 1 : target.stride(last);
        rowsABlock = (int) Math.max(1, BLOCK / columns);
        int numbers = (int) Math.min(target.length(), BLOCK);
        block = new float[numbers];
        tile = new float[columnStride == 1 ? 0 : WIDTH * rowsABlock];
    }

    /** Where a tensor's bytes come from. */
    @FunctionalInterface
    public interface Bytes {
        /** Fills a buffer with the tensor's bytes from {@code from} on. */
        void read(long from, ByteBuffer buffer) throws IOException;
    }

    /**
     * Fills a FLOAT array.
     *
     * @param type what the bytes are; a floating-point type
     */
    public static void read(Bytes bytes, TensorType type, INDArray target) throws IOException {
        var blocks = new FloatBlocks(target);
        var buffer = ByteBuffer.allocateDirect(blocks.block.length * type.bytes());
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        long rows = target.length() / blocks.columns;
        for (long row = 0; row < rows; row += blocks.rowsABlock) {
            int count = (int) Math.min(blocks.rowsABlock, rows - row);
            for (long column = 0; column < blocks.columns; column += BLOCK) {
                // Several rows are whole ones; a row longer than a block comes in pieces.
                int width = (int) Math.min(BLOCK, blocks.columns - column);
                buffer.clear().limit(count * width * type.bytes());
                bytes.read((row * blocks.columns + column) * type.bytes(), buffer);
                type.widen(buffer.flip(), blocks.block);
                blocks.write(row, count, column, width);
            }
        }
    }

    private void write(long firstRow, int rows, long firstColumn, int width) {
        if (columnStride == 1) {
            for (int r = 0; r < rows; r++) {
                memory.put(at(firstRow + r, firstColumn), block, r * width, width);
            }
            return;
        }
        for (int c = 0; c < width; c += WIDTH) {
            int count = Math.min(WIDTH, width - c);
            turn(c, count, rows, width);
            for (int k = 0; k < count; k++) {
                writeColumn(firstRow, rows, firstColumn + c + k, k * rows);
            }
        }
    }

    /** Turns the columns from {@code first} on of a block into rows of the tile. */
    private void turn(int first, int count, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            int from = r * width + first;
            for (int k = 0; k < count; k++) {
                tile[k * rows + r] = block[from + k];
            }
        }
    }

    private void writeColumn(long firstRow, int rows, long column, int from) {
        boolean dense = target.rank() == 2 && target.stride(0) == 1;
        if (dense) {
            memory.put(at(firstRow, column), tile, from, rows);
        } else {
            for (int r = 0; r < rows; r++) {
                memory.put(at(firstRow + r, column), tile[from + r]);
            }
        }
    }

    /** Returns the place of a number, its row being the index of all axes but the last. */
    private int at(long row, long column) {
        long place = column * columnStride;
        long rest = row;
        for (int axis = target.rank() - 2; axis >= 0; axis--) {
            place += rest % target.size(axis) * target.stride(axis);
            rest /= target.size(axis);
        }
        return Math.toIntExact(place);
    }

    private static FloatBuffer memory(INDArray target) {
        long reach = 1;
        for (int axis = 0; axis < target.rank(); axis++) {
            reach += (target.size(axis) - 1) * target.stride(axis);
        }
        var pointer = (FloatPointer) target.data().addressPointer();
        return new FloatPointer(pointer).capacity(pointer.position() + reach).asBuffer();
    }
}
