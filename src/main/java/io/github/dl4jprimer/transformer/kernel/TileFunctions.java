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
    private static final float SQRT_HALF = 0.70710677f;
    private static final float TANH_SCALE = 0.7978846f; // √(2/π)
    private static final float TANH_CUBIC = 0.044715f;
    private static final float ERF_LIMIT = 4;
    private static final float TANH_LIMIT = 7.905311f;

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
            float p = 2.7706815e-08f + s * -2.7261424e-10f;
            p = -2.101024e-06f + s * p;
            p = -5.6925062e-05f + s * p;
            p = -7.3499064e-04f + s * p;
            p = -0.0029546f + s * p;
            p = -0.016096033f + s * p;
            float q = -2.1337405e-04f + s * -1.45660715e-05f;
            q = -0.001682827f + s * q;
            q = -0.0073733293f + s * q;
            q = -0.014264739f + s * q;
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
            float p = 2.000188e-13f + s * -2.7607684e-16f;
            p = -8.604672e-11f + s * p;
            p = 5.1222973e-08f + s * p;
            p = 1.48572235e-05f + s * p;
            p = 6.3726195e-04f + s * p;
            p = 0.0048935246f + s * p;
            float q = 1.1853471e-04f + s * 1.1982584e-06f;
            q = 0.0022684347f + s * q;
            q = 0.004893525f + s * q;
            out[i] = 0.5f + 0.5f * (v * p / q);
        }
    }

    /** slope = slope ⊙ d/dx of x Φ(x), given Φ(x) and exp(-x²/2). */
    static void geluSlope(float[] slope, float[] x, float[] share, float[] bell, int count) {
        for (int i = 0; i < count; i++) {
            slope[i] *= share[i] + x[i] * 0.3989423f * bell[i]; // 1 / √(2π)
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
