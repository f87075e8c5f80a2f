package io.github.dl4jprimer.transformer.kernel;

/** The activations of the feed-forward part on float tiles. */
public enum ActivationKernel {
    /** x Φ(x). */
    GELU {
        @Override
        void apply(float[] x, float[] out, int count) {
            TileFunctions.normalShare(x, out, count);
            Tile.multiply(out, x, count);
        }

        @Override
        void multiplySlope(float[] gradient, float[] x, float[][] spare, int count) {
            TileFunctions.normalShare(x, spare[0], count);
            TileFunctions.minusHalfSquare(x, spare[1], count);
            TileFunctions.expOfNegative(spare[1], count);
            TileFunctions.geluSlope(gradient, x, spare[0], spare[1], count);
        }
    },

    /** GELU's approximation by tanh. */
    GELU_TANH {
        @Override
        void apply(float[] x, float[] out, int count) {
            TileFunctions.tanhShare(x, out, count);
            Tile.multiply(out, x, count);
        }

        @Override
        void multiplySlope(float[] gradient, float[] x, float[][] spare, int count) {
            TileFunctions.tanhShare(x, spare[0], count);
            TileFunctions.geluTanhSlope(gradient, x, spare[0], count);
        }
    },

    /** max(x, 0). */
    RELU {
        @Override
        void apply(float[] x, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = Math.max(x[i], 0f);
            }
        }

        @Override
        void multiplySlope(float[] gradient, float[] x, float[][] spare, int count) {
            for (int i = 0; i < count; i++) {
                gradient[i] = x[i] > 0 ? gradient[i] : 0f;
            }
        }
    };

    /** out = f(x), the first {@code count} numbers. */
    abstract void apply(float[] x, float[] out, int count);

    /** gradient = gradient ⊙ f'(x), using the spare tiles. */
    abstract void multiplySlope(float[] gradient, float[] x, float[][] spare, int count);
}
