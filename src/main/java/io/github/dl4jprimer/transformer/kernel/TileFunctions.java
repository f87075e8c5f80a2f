package io.github.dl4jprimer.transformer.kernel;

/**
 * Functions of single numbers over tiles, by polynomials: {@code Math.exp} would be called number
 * by number, these loops become vector instructions.
 *
 * <p>Accurate to a few units in the last place of a float. The rational functions for erf and tanh
 * are those of the Eigen library, fitted to the interval beyond which a float is at the limit.
 *
 * @see <a
 *     href="https://gitlab.com/libeigen/eigen/-/blob/3.4/Eigen/src/Core/MathFunctionsImpl.h">Eigen's
 *     tanh</a>
 */
final class TileFunctions {
    private static final float SQRT_HALF = 0.70710678118f;
    private static final float TANH_SCALE = 0.7978845608f; // √(2/π)
    private static final float TANH_CUBIC = 0.044715f;
    private static final float ERF_LIMIT = 4;
    private static final float TANH_LIMIT = 7.90531110763549805f;

    private TileFunctions() {}

    /** x = exp(x) for x at most 0: the series of exp(x / 256) - 1, then doubled eight times. */
    static void expOfNegative(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            float u = Math.max(x[i], -87f) * (1f / 256f);
            float y = 1f / 120f + u * (1f / 720f);
            y = 1f / 24f + u * y;
            y = 1f / 6f + u * y;
            y = 0.5f + u * y;
            y = 1f + u * y;
            y = u * y;
            // exp(2u) - 1 = y (2 + y): working on exp - 1 keeps the digits of small numbers.
            y = y * (2f + y);
            y = y * (2f + y);
            y = y * (2f + y);
            y = y * (2f + y);
            y = y * (2f + y);
            y = y * (2f + y);
            y = y * (2f + y);
            y = y * (2f + y);
            x[i] = 1f + y;
        }
    }

    /** out = (1 + erf(x / √2)) / 2, the share of the normal distribution below x. */
    static void normalShare(float[] x, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            float v = Math.min(ERF_LIMIT, Math.max(-ERF_LIMIT, x[i] * SQRT_HALF));
            float s = v * v;
            float p = 2.77068142495902e-08f + s * -2.72614225801306e-10f;
            p = -2.10102402082508e-06f + s * p;
            p = -5.69250639462346e-05f + s * p;
            p = -7.34990630326855e-04f + s * p;
            p = -2.95459980854025e-03f + s * p;
            p = -1.60960333262415e-02f + s * p;
            float q = -2.13374055278905e-04f + s * -1.45660718464996e-05f;
            q = -1.68282697438203e-03f + s * q;
            q = -7.37332916720468e-03f + s * q;
            q = -1.42647390514189e-02f + s * q;
            out[i] = 0.5f + 0.5f * (v * p / q);
        }
    }

    /** out = (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2, near {@link #normalShare}. */
    static void tanhShare(float[] x, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            float z = x[i];
            float v = TANH_SCALE * (z + TANH_CUBIC * z * z * z);
            v = Math.min(TANH_LIMIT, Math.max(-TANH_LIMIT, v));
            float s = v * v;
            float p = 2.00018790482477e-13f + s * -2.76076847742355e-16f;
            p = -8.60467152213735e-11f + s * p;
            p = 5.12229709037114e-08f + s * p;
            p = 1.48572235717979e-05f + s * p;
            p = 6.37261928875436e-04f + s * p;
            p = 4.89352455891786e-03f + s * p;
            float q = 1.18534705686654e-04f + s * 1.19825839466702e-06f;
            q = 2.26843463243900e-03f + s * q;
            q = 4.89352518554385e-03f + s * q;
            out[i] = 0.5f + 0.5f * (v * p / q);
        }
    }

    /** slope = slope ⊙ d/dx of x Φ(x), given Φ(x) and exp(-x²/2). */
    static void geluSlope(float[] slope, float[] x, float[] share, float[] bell, int count) {
        for (int i = 0; i < count; i++) {
            slope[i] *= share[i] + x[i] * 0.3989422804f * bell[i]; // 1 / √(2π)
        }
    }

    /** slope = slope ⊙ d/dx of x s(x), given s from {@link #tanhShare}. */
    static void geluTanhSlope(float[] slope, float[] x, float[] share, int count) {
        for (int i = 0; i < count; i++) {
            float s = share[i];
            float z = x[i];
            // 1 - tanh² = 4 s (1 - s)
            float inner = TANH_SCALE * (1f + 3f * TANH_CUBIC * z * z);
            slope[i] *= s + 2f * z * s * (1f - s) * inner;
        }
    }

    /** out = -x² / 2. */
    static void minusHalfSquare(float[] x, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = -0.5f * x[i] * x[i];
        }
    }
}
