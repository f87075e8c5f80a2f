package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.report.Summary;
import org.junit.jupiter.api.Test;

class SweepTest {
    @Test
    void triesTheValuesInTheirOrder() {
        var sweep = Sweep.over(new double[] {0, 0.5, 2}, value -> 10 * value);
        assertArrayEquals(new double[] {0, 5, 20}, sweep.at(Double::doubleValue));
        assertEquals(0, sweep.first());
        assertEquals(20, sweep.last());
    }

    @Test
    void findsThePointOfTheLowestMeasure() {
        var sweep = Sweep.over(new double[] {1, 3, 7}, value -> value);
        assertEquals(3, sweep.lowest(value -> Math.abs(value - 4)));
    }

    @Test
    void bandReachesOneStandardDeviationBothWays() {
        var sweep = Sweep.over(new double[] {0, 10}, value -> Summary.of(value + 1, value + 3));
        var band = sweep.band(summary -> summary); // means 2 and 12, deviation sqrt(2)
        assertArrayEquals(new double[] {2, 12}, band.mean(), 1e-12);
        assertArrayEquals(new double[] {2 - Math.sqrt(2), 12 - Math.sqrt(2)}, band.low(), 1e-12);
        assertArrayEquals(new double[] {2 + Math.sqrt(2), 12 + Math.sqrt(2)}, band.high(), 1e-12);
    }
}
