package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void fitsFiniteValuesWithAMargin() {
        Range range =
                Range.fitting(
                        DoubleStream.of(2, Double.NaN, 4, Double.POSITIVE_INFINITY), false, 0.05);
        assertEquals(new Range(1.9, 4.1, false), range);
    }

    @Test
    void givesAConstantSomeRoom() {
        assertEquals(
                new Range(0.45, 0.55, false),
                Range.fitting(DoubleStream.of(0.5, 0.5), false, 0.05));
        assertEquals(new Range(-1, 1, false), Range.fitting(DoubleStream.of(0), false, 0.05));
        assertEquals(new Range(1.5, 6, true), Range.fitting(DoubleStream.of(3), true, 0.05));
    }

    @Test
    void takesRoundingNoiseForAConstant() {
        Range range = Range.fitting(DoubleStream.of(1e6, 1e6 + 1e-6), false, 0.05);
        assertTrue(range.max() - range.min() > 1e5);
    }

    @Test
    void showsSomethingWithoutValues() {
        assertEquals(
                new Range(-0.05, 1.05, false), Range.fitting(DoubleStream.empty(), false, 0.05));
        assertTrue(Range.fitting(DoubleStream.of(-1, 0), true, 0.05).min() > 0);
    }

    @Test
    void placesValuesEvenlyOrByFactors() {
        assertEquals(0.25, new Range(0, 4, false).position(1));
        assertEquals(0.5, new Range(0.01, 100, true).position(1), 1e-12);
        assertEquals(1, new Range(0.01, 100, true).at(0.5), 1e-12);
    }

    @Test
    void bringsWhatIsFarAwayNearerWithoutTurningItRound() {
        var range = new Range(0, 1, false);
        assertEquals(21, range.clamp(Double.POSITIVE_INFINITY));
        assertEquals(-20, range.clamp(-1e300));
        assertTrue(Double.isNaN(range.clamp(Double.NaN)));
        assertTrue(Double.isNaN(new Range(1, 10, true).clamp(0)));
        assertEquals(100, new Range(1, 10, true).clamp(1e9));
    }

    @Test
    void refusesARangeWithoutLength() {
        var failure = assertThrows(IllegalArgumentException.class, () -> new Range(1, 1, false));
        assertEquals(
                "range must be finite with min < max, got 1.0 to 1.0. Give other limits.",
                failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Range(0, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new Range(Double.NaN, 1, false));
    }

    @Test
    void onlyVeryShortAndVeryLongLinearRangesHaveAUnit() {
        assertEquals(1, new Range(0, 1, false).unit());
        assertEquals(1, new Range(-1e-5, 1e-5, false).unit());
        assertEquals(1, new Range(0, 1e8, false).unit());
        assertEquals(1e-14, new Range(1e-15, 1.2e-14, false).unit(), 1e-20);
        assertEquals(1e90, new Range(0, 4e90, false).unit(), 1e80);
        assertEquals(1, new Range(1e-15, 1e-14, true).unit());
    }

    @Test
    void whatADivergedRunLeavesDoesNotHideTheOthers() {
        Range range = Range.fitting(DoubleStream.of(0.5, 1, 1e120, -1e300), false, 0);
        assertEquals(new Range(0.5, 1, false), range);
        Range logarithmic = Range.fitting(DoubleStream.of(1, 10, 1e-200), true, 0);
        assertEquals(1, logarithmic.min(), 1e-12);
        assertEquals(10, logarithmic.max(), 1e-12);
    }

    @Test
    void endsBelongToTheRange() {
        var range = new Range(-1, 1, false);
        assertTrue(range.contains(-1) && range.contains(1) && !range.contains(1.0001));
        assertTrue(!range.contains(Double.NaN));
    }
}
