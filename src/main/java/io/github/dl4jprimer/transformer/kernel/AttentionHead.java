package io.github.dl4jprimer.transformer.kernel;

/**
 * Where one head of one example lies in the memory of all.
 *
 * @param attention sizes
 * @param number of the head among all examples' heads, b H + h
 * @param part of the loop that works on it, for working memory of its own
 * @param tiles heap tiles [T, T] of that part
 */
record AttentionHead(AttentionKernel attention, int number, int part, float[][] tiles) {

    /** Returns b, the example. */
    int example() {
        return number / attention.numHeads();
    }

    /** Returns the head's columns of the queries in [B T, 3D], [T, d]. */
    Matrix queries(Floats qkv) {
        return third(qkv, 0);
    }

    /** Returns the head's columns of the keys in [B T, 3D], [T, d]. */
    Matrix keys(Floats qkv) {
        return third(qkv, 1);
    }

    /** Returns the head's columns of the values in [B T, 3D], [T, d]. */
    Matrix values(Floats qkv) {
        return third(qkv, 2);
    }

    /** Returns the head's columns of [B T, D], [T, d]. */
    Matrix columns(Floats matrix) {
        return columns(matrix, 0, width());
    }

    /** Returns the head's square of [B, H, T, T]. */
    Matrix square(Floats squares) {
        return Matrix.of(squares.from(start()), attention.length(), attention.length());
    }

    /** Returns the first or second square of working memory that belongs to this part. */
    Matrix work(Floats work, int which) {
        long size = (long) attention.length() * attention.length();
        Floats own = work.from((2L * part + which) * size);
        return Matrix.of(own, attention.length(), attention.length());
    }

    /** Returns the place of the head's square in [B, H, T, T]. */
    long start() {
        return (long) number * attention.length() * attention.length();
    }

    private Matrix third(Floats qkv, int which) {
        return columns(qkv, which * width(), 3 * width());
    }

    private Matrix columns(Floats matrix, int firstColumn, int stride) {
        long row = (long) example() * attention.length();
        long column = firstColumn + (long) (number % attention.numHeads()) * attention.headSize();
        return Matrix.strided(
                matrix.from(row * stride + column),
                attention.length(),
                attention.headSize(),
                stride);
    }

    /** Returns D. */
    private int width() {
        return attention.numHeads() * attention.headSize();
    }

    /** A tile [T, T]. */
    float[] tile(int which) {
        return tiles[which];
    }
}
