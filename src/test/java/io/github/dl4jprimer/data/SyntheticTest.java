package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticTest {
    private static long count(NumberDataset data, int label) {
        return Arrays.stream(data.classes()).filter(index -> index == label).count();
    }

    @Test
    void moonsWithoutNoiseLieOnTwoHalfCircles() {
        var moons = Synthetic.moons(40, 0, 1);
        for (int i = 0; i < moons.size(); i++) {
            double x = moons.features().getDouble(i, 0);
            double y = moons.features().getDouble(i, 1);
            boolean upper = moons.classes()[i] == 0;
            assertEquals(1, upper ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5), 1e-5);
            assertTrue(upper ? y >= -1e-6 : y <= 0.5 + 1e-6);
        }
        assertEquals(20, count(moons, 1));
    }

    @Test
    void spiralArmsAreTurnedByAThirdOfACircle() {
        var spiral = Synthetic.spiral(30, 0, 1);
        for (int i = 0; i < spiral.size(); i++) {
            double x = spiral.features().getDouble(i, 0);
            double y = spiral.features().getDouble(i, 1);
            double turns = Math.atan2(y, x) / (2 * Math.PI) - Math.hypot(x, y);
            double arm = (turns + 4) % 1 * 3;
            assertEquals(0, Math.abs(arm - spiral.classes()[i] + 1.5 + 3) % 3 - 1.5, 1e-3);
        }
        assertEquals(10, count(spiral, 2));
    }

    @Test
    void xorOfFourPointsIsTheTruthTable() {
        var xor = Synthetic.xor(4, 0, 9);
        assertArrayEquals(
                new float[][] {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}}, xor.features().toFloatMatrix());
        assertArrayEquals(new int[] {0, 1, 1, 0}, xor.classes());
    }

    @Test
    void theLineHasTheGivenSlopeAndIntercept() {
        var line = Synthetic.line(5, 3, -1, 0, 2);
        assertEquals(line.features().mul(3).sub(1), line.targets());
        assertTrue(line.isRegression());
    }

    @Test
    void noiseHasTheGivenDeviation() {
        var line = Synthetic.line(5000, 0, 0, 0.5, 3);
        assertEquals(0.5, line.targets().stdNumber().doubleValue(), 0.02);
    }

    @Test
    void theSeedDecidesThePointsAndTheChecksum() {
        assertEquals(
                Synthetic.moons(10, 0.1, 1).checksum(), Synthetic.moons(10, 0.1, 1).checksum());
        assertNotEquals(
                Synthetic.moons(10, 0.1, 1).checksum(), Synthetic.moons(10, 0.1, 2).checksum());
    }

    @Test
    void impossibleSizesAndNoiseAreRejected() {
        var size = assertThrows(IllegalArgumentException.class, () -> Synthetic.spiral(10, 0, 1));
        assertEquals(
                "size must be a positive multiple of 3, got 10. Each class has as many points.",
                size.getMessage());
        var noise = assertThrows(IllegalArgumentException.class, () -> Synthetic.xor(4, -0.1, 1));
        assertEquals(
                "noise must be at least 0, got -0.1. 0.1 is a good start.", noise.getMessage());
    }
}
