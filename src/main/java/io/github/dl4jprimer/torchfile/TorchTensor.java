package io.github.dl4jprimer.torchfile;

import java.nio.file.Path;
import java.util.List;

/**
 * A tensor as a view of a storage: element {@code (i, j, …)} is the storage's element {@code offset
 * + i stride[0] + j stride[1] + …}.
 *
 * @param storage where its numbers are
 * @param offset index of the first element in the storage
 * @param shape sizes of the axes; empty for a scalar
 * @param stride steps along the axes, in elements
 */
record TorchTensor(TorchStorage storage, long offset, List<Long> shape, List<Long> stride) {
    /** Copies the lists. */
    TorchTensor {
        shape = List.copyOf(shape);
        stride = List.copyOf(stride);
    }

    /** Returns the number of elements. */
    long length() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /**
     * Refuses a view that reaches outside its storage or has more elements than that, as a view
     * that repeats elements may: four bytes could ask for any amount of memory.
     */
    TorchTensor checked(Path file) {
        if (shape.size() != stride.size()) {
            throw Refusal.broken("one stride for each axis of " + shape, stride.toString(), file);
        }
        var outside = offset < 0 || stride.stream().anyMatch(step -> step < 0);
        if (outside || shape.stream().anyMatch(size -> size < 0) || !fits()) {
            throw Refusal.broken(
                    "tensors within their storage of %d elements".formatted(storage.length()),
                    "shape %s, stride %s, offset %d".formatted(shape, stride, offset),
                    file);
        }
        return this;
    }

    /**
     * Whether the last element is in the storage, in arithmetic that a forged number cannot wrap.
     */
    private boolean fits() {
        if (shape.contains(0L)) {
            // An empty tensor reaches nowhere, whatever its other sizes are.
            return true;
        }
        try {
            long last = offset;
            long length = 1;
            for (int axis = 0; axis < shape.size(); axis++) {
                long steps = Math.multiplyExact(shape.get(axis) - 1, stride.get(axis));
                last = Math.addExact(last, steps);
                length = Math.multiplyExact(length, shape.get(axis));
            }
            return last < storage.length() && length <= storage.length();
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
