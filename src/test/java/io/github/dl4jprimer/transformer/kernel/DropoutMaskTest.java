package io.github.dl4jprimer.transformer.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class DropoutMaskTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void theShareThatIsDroppedIsTheRateAndTheMeanStays(double rate) {
        float[] factors = factors(new DropoutMask(rate, 7), 200_000);
        long dropped = 0;
        double sum = 0;
        for (float factor : factors) {
            assertTrue(factor == 0 || Math.abs(factor - 1 / (1 - rate)) < 1e-6);
            dropped += factor == 0 ? 1 : 0;
            sum += factor;
        }
        double deviation = Math.sqrt(rate * (1 - rate) / factors.length);
        assertEquals(rate, dropped / 200_000.0, 4 * deviation);
        assertEquals(1, sum / 200_000, 4 * deviation / (1 - rate));
    }

    @Test
    void aPlaceIsDroppedWhereverTheLoopStartsAndHoweverItSteps() {
        var mask = new DropoutMask(0.4, 123_456_789_012L);
        float[] all = factors(mask, 60);
        float[] tail = ones(30);
        mask.apply(tail, 10, 20, 40, 1);
        assertArrayEquals(ones(10), Arrays.copyOf(tail, 10));
        assertArrayEquals(Arrays.copyOfRange(all, 40, 60), Arrays.copyOfRange(tail, 10, 30));
        float[] shifted = ones(30);
        mask.from(40).apply(shifted, 10, 20, 0, 1);
        assertArrayEquals(tail, shifted);
        float[] everySixth = ones(10);
        mask.apply(everySixth, 0, 10, 5, 6);
        for (int i = 0; i < 10; i++) {
            assertEquals(all[5 + 6 * i], everySixth[i]);
        }
        assertArrayEquals(all, mask.array(Nd4j.zeros(3, 4, 5)).ravel().toFloatVector());
        assertEquals(DataType.DOUBLE, mask.array(Nd4j.zeros(DataType.DOUBLE, 3)).dataType());
    }

    @Test
    void neighbouringStepsLayersAndSitesDropOtherPlaces() {
        Set<Long> seeds = new HashSet<>();
        for (int network = 0; network < 4; network++) {
            for (int layer = 0; layer < 4; layer++) {
                for (int iteration = 0; iteration < 4; iteration++) {
                    for (int site = 0; site < 4; site++) {
                        seeds.add(DropoutMask.seed(network, layer, iteration, site));
                    }
                }
            }
        }
        assertEquals(256, seeds.size());
        float[] first = factors(new DropoutMask(0.5, DropoutMask.seed(1, 2, 3, 0)), 10_000);
        float[] next = factors(new DropoutMask(0.5, DropoutMask.seed(1, 2, 4, 0)), 10_000);
        int same = 0;
        for (int i = 0; i < first.length; i++) {
            same += first[i] == next[i] ? 1 : 0;
        }
        assertEquals(5000, same, 4 * Math.sqrt(2500));
    }

    @Test
    void noneDropsNothing() {
        assertTrue(DropoutMask.none().isNone());
        assertArrayEquals(ones(50), factors(DropoutMask.none(), 50));
        assertNotEquals(0, new DropoutMask(0.1, 0).rate());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aRateThatIsNoShareIsRefused(double rate) {
        var error = assertThrows(IllegalArgumentException.class, () -> new DropoutMask(rate, 0));
        assertEquals(
                "rate must be at least 0 and below 1, got " + rate + ". It is the share to drop.",
                error.getMessage());
    }

    private static float[] factors(DropoutMask mask, int count) {
        float[] factors = ones(count);
        mask.apply(factors, 0, count, 0, 1);
        return factors;
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
