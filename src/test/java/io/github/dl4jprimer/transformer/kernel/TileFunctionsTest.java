package io.github.dl4jprimer.transformer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The polynomials against Java's double-precision functions. */
class TileFunctionsTest {
    @Test
    void expIsRightDownToWhereAFloatEnds() {
        float[] x = new float[8701];
        for (int i = 0; i < x.length; i++) {
            x[i] = -i / 100f;
        }
        float[] values = x.clone();
        TileFunctions.expOfNegative(values, values.length);
        for (int i = 0; i < x.length; i++) {
            double wanted = Math.exp(x[i]);
            // Relative where weights count, absolute where 1 + y has no more digits.
            assertEquals(wanted, values[i], 2e-6 * wanted + 2e-7, "exp(" + x[i] + ")");
        }
        assertEquals(1, values[0]);
    }

    @Test
    void expOfTheFarthestNumbersIsNearlyZero() {
        float[] x = {-88, -1e30f, Float.NEGATIVE_INFINITY, -1000};
        TileFunctions.expOfNegative(x, 3);
        for (int i = 0; i < 3; i++) {
            assertTrue(x[i] >= 0 && x[i] < 1e-6, "value " + x[i]);
        }
        assertEquals(-1000, x[3], "beyond the count");
    }

    @Test
    void sharesGoFromZeroToOne() {
        float[] x = {-1e30f, -5, -1, 0, 1, 5, 1e30f};
        float[] normal = new float[x.length];
        float[] tanh = new float[x.length];
        TileFunctions.normalShare(x, normal, x.length);
        TileFunctions.tanhShare(x, tanh, x.length);
        float[] wanted = {0, 0, 0.15865526f, 0.5f, 0.8413447f, 1, 1};
        for (int i = 0; i < x.length; i++) {
            assertEquals(wanted[i], normal[i], 5e-7, "normal " + x[i]);
            assertEquals(wanted[i], tanh[i], 2e-4, "tanh " + x[i]);
        }
    }
}
