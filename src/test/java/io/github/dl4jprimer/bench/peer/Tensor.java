package io.github.dl4jprimer.bench.peer;

import java.util.Arrays;

/**
 * A parameter of a peer's network, in PyTorch's layout, and what it starts with.
 *
 * <p>Drawn values follow a formula on whole numbers that Java and TorchScript compute to the same
 * bit, so that all contenders start alike:
 *
 * <pre>
 * n = (25173 i (i + k) + 165901723 i) mod 2³¹
 * v = scale (n / 2³⁰ - 1),   i the place in the tensor, k the tensor's number
 * </pre>
 *
 * @param start what it is filled with
 * @param shape [out, in] of weights, [n] of a vector
 */
record Tensor(Start start, int... shape) {
    private static final long MASK = (1L << 31) - 1;

    /** What a tensor is filled with. */
    enum Start {
        /** Numbers between -1/√in and 1/√in. */
        DRAWN,
        /** Zeros. */
        ZEROS,
        /** Ones. */
        ONES
    }

    static Tensor weights(int out, int in) {
        return new Tensor(Start.DRAWN, out, in);
    }

    static Tensor zeros(int size) {
        return new Tensor(Start.ZEROS, size);
    }

    static Tensor ones(int size) {
        return new Tensor(Start.ONES, size);
    }

    /** Returns the count of numbers. */
    int length() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Returns the largest drawn number, 1/√in. */
    double scale() {
        return 1 / Math.sqrt(shape[shape.length - 1]);
    }

    /**
     * Returns the first values, row by row.
     *
     * @param number k, which of the network's tensors this is
     */
    float[] values(int number) {
        var values = new float[length()];
        if (start != Start.DRAWN) {
            Arrays.fill(values, start == Start.ONES ? 1 : 0);
            return values;
        }
        double scale = scale();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * (unit(i, number) * 2 - 1));
        }
        return values;
    }

    /** Returns n / 2³¹, in [0, 1). */
    static double unit(long i, long k) {
        return ((25173 * i * (i + k) + 165901723 * i) & MASK) / (double) (1L << 31);
    }
}
