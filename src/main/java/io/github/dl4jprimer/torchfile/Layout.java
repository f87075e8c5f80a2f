package io.github.dl4jprimer.torchfile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the elements of a strided array are in its storage: element {@code (i, j, …)} at {@code
 * offset + i stride[0] + j stride[1] + …}.
 */
final class Layout {
    private final long[] shape;
    private final long[] stride;
    private final long offset;

    private Layout(long[] shape, long[] stride, long offset) {
        this.shape = shape;
        this.stride = stride;
        this.offset = offset;
    }

    /** The layout of a tensor in its storage. */
    static Layout of(TorchTensor tensor) {
        return new Layout(longs(tensor.shape()), longs(tensor.stride()), tensor.offset());
    }

    /** The layout of an array in its buffer. */
    static Layout of(INDArray array) {
        return new Layout(array.shape(), array.stride(), array.offset());
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns the axes longer than 1, the one with the widest steps first. */
    int[] axesByStride() {
        return IntStream.range(0, shape.length)
                .filter(axis -> shape[axis] != 1)
                .boxed()
                .sorted(Comparator.comparingLong(axis -> -stride[axis]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns the same elements with the given axes only, in their order; at least one axis. */
    Layout permuted(int... axes) {
        if (axes.length == 0) {
            return new Layout(new long[] {1}, new long[] {1}, offset);
        }
        return new Layout(
                Arrays.stream(axes).mapToLong(axis -> shape[axis]).toArray(),
                Arrays.stream(axes).mapToLong(axis -> stride[axis]).toArray(),
                offset);
    }

    /** Returns the number of axes. */
    int rank() {
        return shape.length;
    }

    /** Returns the number of rows, the size of the first axis. */
    long rows() {
        return shape[0];
    }

    /** Returns the elements {@code (row, …)}. */
    Layout row(long row) {
        int rank = shape.length;
        return new Layout(
                Arrays.copyOfRange(shape, 1, rank),
                Arrays.copyOfRange(stride, 1, rank),
                offset + row * stride[0]);
    }

    /** Returns the elements {@code (first, …)} to {@code (first + count - 1, …)}. */
    Layout rows(long first, long count) {
        var part = shape.clone();
        part[0] = count;
        return new Layout(part, stride, offset + first * stride[0]);
    }

    /** Returns these elements of {@code storage} as an array that shares its memory. */
    INDArray in(DataBuffer storage) {
        return Nd4j.create(storage, shape, stride, offset, 'c');
    }

    /** Returns where the first element is. */
    long offset() {
        return offset;
    }

    /** Returns the same layout in a storage that begins at its first element. */
    Layout atStart() {
        return new Layout(shape, stride, 0);
    }

    /** Returns how many rows there are within so many elements of the storage, at least one. */
    long rowsWithin(long elements) {
        long more = elements - row(0).span();
        return stride[0] == 0 ? rows() : Math.max(1, Math.min(rows(), 1 + more / stride[0]));
    }

    /** Returns the number of elements of the storage from the first one here to the last. */
    long span() {
        long last = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            last += (shape[axis] - 1) * stride[axis];
        }
        return last + 1;
    }

    /** Returns whether the elements follow each other in the storage, row by row. */
    boolean isDense() {
        long expected = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (stride[axis] != expected) {
                return false;
            }
            expected *= shape[axis];
        }
        return true;
    }
}
