package io.github.dl4jprimer.transformer.kernel;

/**
 * Loops over the first {@code count} numbers of tiles: {@code float[]} that fit the caches.
 *
 * <p>Each loop is simple enough for the JIT compiler to turn into vector instructions, which it
 * does for Java arrays but not for memory outside the heap. Loops are not merged by hand: on tiles
 * that stay in the first cache, several short ones are as fast as one long one.
 */
final class Tile {
    private Tile() {}

    /** x += y. */
    static void add(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] += y[i];
        }
    }

    /** x += y ⊙ z. */
    static void addProduct(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            x[i] += y[i] * z[i];
        }
    }

    /** x -= y. */
    static void subtract(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] -= y[i];
        }
    }

    /** x -= y, y being one number. */
    static void subtract(float[] x, float y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] -= y;
        }
    }

    /** x = x ⊙ y. */
    static void multiply(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= y[i];
        }
    }

    /** x = x * y, y being one number. */
    static void multiply(float[] x, float y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= y;
        }
    }

    /** x = x ⊙ stretch + shift. */
    static void stretchAndShift(float[] x, float[] stretch, float[] shift, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = x[i] * stretch[i] + shift[i];
        }
    }

    /** Returns the sum; eight partial sums, since the compiler may not reorder one. */
    static float sum(float[] x, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int i = 0;
        for (; i + 7 < count; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        for (; i < count; i++) {
            a += x[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Returns the sum of x ⊙ y, as {@link #sum}. */
    static float dot(float[] x, float[] y, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int i = 0;
        for (; i + 7 < count; i += 8) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
            e += x[i + 4] * y[i + 4];
            f += x[i + 5] * y[i + 5];
            g += x[i + 6] * y[i + 6];
            h += x[i + 7] * y[i + 7];
        }
        for (; i < count; i++) {
            a += x[i] * y[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
