package io.github.dl4jprimer.transformer.kernel;

/**
 * Maxima and sums down the columns of a square tile, in loops as long as possible.
 *
 * <p>The lower half of the rows is folded onto the upper half until one row is left: five long
 * loops for 32 rows instead of 32 short ones. The row that is left is spread over a whole tile
 * again, so that what follows is one long loop, too.
 */
final class TileColumns {
    private TileColumns() {}

    /** Sets each column of {@code out} to the largest number of that column. */
    static void maximum(float[] tile, int size, float[] out) {
        int rows = (size + 1) / 2;
        System.arraycopy(tile, 0, out, 0, rows * size);
        larger(out, tile, rows * size, (size - rows) * size);
        while (rows > 1) {
            int half = (rows + 1) / 2;
            larger(out, out, half * size, (rows - half) * size);
            rows = half;
        }
        spread(out, size);
    }

    /** Sets each column of {@code out} to the sum of that column. */
    static void sum(float[] tile, int size, float[] out) {
        foldedSum(tile, size, out);
        spread(out, size);
    }

    /** Sets each column of {@code out} to 1 / the sum of that column, or to 0 if that is 0. */
    static void inverseSum(float[] tile, int size, float[] out) {
        foldedSum(tile, size, out);
        for (int i = 0; i < size; i++) {
            out[i] = out[i] > 0 ? 1f / out[i] : 0f;
        }
        spread(out, size);
    }

    private static void foldedSum(float[] tile, int size, float[] out) {
        int rows = (size + 1) / 2;
        System.arraycopy(tile, 0, out, 0, rows * size);
        plus(out, tile, rows * size, (size - rows) * size);
        while (rows > 1) {
            int half = (rows + 1) / 2;
            plus(out, out, half * size, (rows - half) * size);
            rows = half;
        }
    }

    private static void larger(float[] x, float[] y, int from, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(x[i], y[from + i]);
        }
    }

    private static void plus(float[] x, float[] y, int from, int count) {
        for (int i = 0; i < count; i++) {
            x[i] += y[from + i];
        }
    }

    /** Copies the first row into all others. */
    private static void spread(float[] out, int size) {
        for (int rows = 1; rows < size; rows *= 2) {
            System.arraycopy(out, 0, out, rows * size, Math.min(rows, size - rows) * size);
        }
    }
}
