package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void computesMeanAndSampleStandardDeviation() {
        Summary summary = Summary.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertEquals(5, summary.mean(), 1e-12);
        assertEquals(Math.sqrt(32.0 / 7), summary.standardDeviation(), 1e-12);
        assertEquals(2, summary.min());
        assertEquals(9, summary.max());
        assertEquals(8, summary.count());
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        Summary summary = Summary.of(1, Double.NaN, 3, Double.POSITIVE_INFINITY);
        assertEquals(2, summary.mean());
        assertEquals(2, summary.count());
    }

    @Test
    void hasNoSpreadForOneValueAndNothingForNone() {
        assertEquals(0, Summary.of(3).standardDeviation());
        assertTrue(Double.isNaN(Summary.of().mean()));
        assertEquals("n/a", Summary.of().toString());
    }

    @Test
    void writesMeanAndSpreadInTheSameDecimals() {
        assertEquals("0.930 ± 0.010", Summary.of(0.92, 0.93, 0.94).toString());
        assertEquals("0.9300", Summary.of(0.93).toString());
    }

    @Test
    void bandsSummariseEachPlaceOverTheRunsThatReachedIt() {
        double[][] runs = {{1, 2, 3}, {3, 6}};
        Band range = Band.minMax(runs);
        assertArrayEquals(new double[] {2, 4, 3}, range.mean());
        assertArrayEquals(new double[] {1, 2, 3}, range.low());
        assertArrayEquals(new double[] {3, 6, 3}, range.high());
        Band deviation = Band.standardDeviation(runs);
        assertEquals(2 - Math.sqrt(2), deviation.low()[0], 1e-12);
        assertEquals(4 + Math.sqrt(8), deviation.high()[1], 1e-12);
    }

    @Test
    void bandsRefuseNoRunsAndLimitsOfAnotherLength() {
        var none = assertThrows(IllegalArgumentException.class, () -> Band.minMax(new double[0][]));
        assertEquals(
                "runs must be at least one, got none. Add data before drawing.", none.getMessage());
        var uneven =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Band(new double[2], new double[3], new double[2]));
        assertEquals(
                "low must be as many as mean (2), got 3. Give one for each.", uneven.getMessage());
    }
}
