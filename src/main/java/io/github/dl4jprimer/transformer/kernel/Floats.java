package io.github.dl4jprimer.transformer.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A stretch of floats outside the Java heap: an ND4J array in row-major order, or a part of one.
 *
 * <p>Tiles are copied from and to it in bulk, from any thread; OpenBLAS works on it in place. It
 * keeps the array, and so the memory, alive.
 */
public final class Floats {
    private final INDArray owner;
    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final long offset;

    private Floats(INDArray owner, FloatPointer pointer, FloatBuffer buffer, long offset) {
        this.owner = owner;
        this.pointer = pointer;
        this.buffer = buffer;
        this.offset = offset;
    }

    /**
     * Returns the memory of an array.
     *
     * @throws IllegalArgumentException if it is not FLOAT, or not in row-major order without gaps
     */
    public static Floats of(INDArray array) {
        if (array.dataType() != DataType.FLOAT || !isRowMajor(array)) {
            throw new IllegalArgumentException(
                    "array must be FLOAT in row-major order, got %s with strides %s. Copy it with dup('c')."
                            .formatted(array.dataType(), Arrays.toString(array.stride())));
        }
        var pointer = (FloatPointer) array.data().addressPointer();
        var sized = new FloatPointer(pointer).capacity(pointer.position() + array.length());
        return new Floats(array, sized, sized.asBuffer(), 0);
    }

    /** Whether an array lies in memory as a loop over its indices would write it. */
    public static boolean isRowMajor(INDArray array) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            long size = array.size(axis);
            // ND4J gives an axis of one any stride, and then says that strides are unusual.
            if (size != 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= size;
        }
        return true;
    }

    /** Returns the same memory from {@code elements} further on. */
    public Floats from(long elements) {
        return new Floats(owner, pointer, buffer, offset + elements);
    }

    /** Copies {@code count} floats into the start of a tile. */
    void read(long from, float[] tile, int count) {
        buffer.get(Math.toIntExact(offset + from), tile, 0, count);
    }

    /** Copies the first {@code count} floats of a tile back. */
    void write(long from, float[] tile, int count) {
        buffer.put(Math.toIntExact(offset + from), tile, 0, count);
    }

    /** Returns one float. */
    float get(long at) {
        return buffer.get(Math.toIntExact(offset + at));
    }

    /** Sets one float. */
    void set(long at, float value) {
        buffer.put(Math.toIntExact(offset + at), value);
    }

    /** Returns a copy of the first {@code count} floats. */
    float[] copy(int count) {
        var copy = new float[count];
        read(0, copy, count);
        return copy;
    }

    /** Returns the address as OpenBLAS takes it. */
    FloatPointer pointer() {
        return new FloatPointer(pointer).position(pointer.position() + offset);
    }

    @Override
    public String toString() {
        return "Floats of " + owner.shapeInfoToString();
    }
}
