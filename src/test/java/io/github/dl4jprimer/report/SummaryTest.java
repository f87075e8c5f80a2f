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

    @Test
    void equalValuesHaveNoSpreadAtAll() {
        // Their computed mean would be 0.10000000000000002 and the deviation 1.7e-17.
        Summary summary = Summary.of(0.1, 0.1, 0.1);
        assertEquals(0.1, summary.mean());
        assertEquals(0, summary.standardDeviation());
        assertEquals(3, summary.count());
        assertEquals("0.1000 ± 0", summary.toString());
    }

    @Test
    void roundingIsNotWrittenAsASpread() {
        Summary summary = Summary.of(0.3, 0.1 + 0.2);
        assertTrue(summary.standardDeviation() > 0, "the values do differ");
        assertEquals("0.3000 ± 0", summary.toString());
        assertEquals("0.90 ± 0.14", Summary.of(0.8, 1).toString());
    }

    @Test
    void hugeAndTinyValuesAreSummarised() {
        assertEquals("1.50e+200 ± 7.1e+199", Summary.of(1e200, 2e200).toString());
        assertEquals("1.50e-15 ± 7.1e-16", Summary.of(1e-15, 2e-15).toString());
        assertEquals("0 ± 0", Summary.of(0, -0.0).toString());
    }

    @Test
    void bandsOfRunsThatDivergedSummariseTheOthers() {
        Band band = Band.minMax(new double[][] {{1, Double.NaN}, {3, Double.NaN}});
        assertEquals(2, band.mean()[0]);
        assertTrue(Double.isNaN(band.mean()[1]) && Double.isNaN(band.low()[1]));
        Band nothing = Band.standardDeviation(new double[2][0]);
        assertEquals(0, nothing.mean().length);
    }
}
