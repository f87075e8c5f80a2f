package io.github.dl4jprimer.safetensors;

import java.util.Arrays;
import java.util.List;

/**
 * One tensor as a file's header describes it.
 *
 * @param name its name
 * @param type element type
 * @param shape sizes of the axes, row-major; empty for a scalar
 * @param begin first byte, counted from the end of the header
 * @param end byte after the last one
 */
public record TensorInfo(String name, TensorType type, List<Long> shape, long begin, long end) {
    /** Copies the shape. */
    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** Returns the shape as ND4J takes it. */
    public long[] dimensions() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns the number of bytes. */
    public long bytes() {
        return end - begin;
    }

    /** Returns the number of elements. */
    public long length() {
        return bytes() / type.bytes();
    }

    boolean hasShape(long... expected) {
        return Arrays.equals(dimensions(), expected);
    }
}
