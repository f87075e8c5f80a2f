package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.0123456, 3, 0.0123",
        "98765.4, 3, 98800",
        "0.1, 3, 0.100",
        "-2.5, 2, -2.5",
        "1e-7, 2, 1.0e-07",
        "123456789012, 3, 1.23e+11",
        "0, 4, 0",
        "0.99996, 4, 1.000",
        "NaN, 3, n/a",
        "Infinity, 3, ∞",
        "-Infinity, 3, -∞"
    })
    void keepsSignificantDigits(double value, int digits, String expected) {
        assertEquals(expected, Numbers.significant(value, digits));
    }

    @Test
    void refusesNoDigits() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Numbers.significant(1, 0));
        assertEquals("digits must be 1 to 15, got 0. 3 or 4 suit tables.", failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0.912, 0.0041, 0.9120 ± 0.0041",
        "93.4, 1.26, 93.4 ± 1.3",
        "1234, 56, 1234 ± 56",
        "0.5, 0, 0.5000 ± 0",
        "NaN, 1, n/a",
        "1e-12, 1e-13, 1.00e-12 ± 1.0e-13",
        "0.3, 5.5e-17, 0.3000 ± 0",
        "-0.3, 5.5e-17, -0.3000 ± 0",
        "0, 0, 0 ± 0",
        "0, 1e-16, 0 ± 1.0e-16",
        "1e12, 1, 1.00e+12 ± 1.0",
        "5, Infinity, ∞"
    })
    void roundsMeanAndSpreadToTheSecondDigitOfTheSpread(
            double mean, double spread, String expected) {
        assertEquals(expected, Numbers.plusMinus(mean, spread));
    }

    @Test
    void writesSharesAsPercentages() {
        assertEquals("93.4%", Numbers.percent(0.9341));
        assertEquals("n/a", Numbers.percent(Double.NaN));
    }

    @Test
    void labelsOfAnAxisShareTheirDecimals() {
        var range = new Range(0, 1, false);
        assertEquals("0.2", Numbers.tick(0.2, range));
        assertEquals("1.0", Numbers.tick(1, range));
        assertEquals("0", Numbers.tick(1e-17, range));
        assertEquals("−0.25", Numbers.tick(-0.25, new Range(-0.5, 0, false)));
        assertEquals("2e−6", Numbers.tick(2e-6, new Range(0, 6e-6, false)));
    }

    @Test
    void labelsOfALogarithmicAxisThinOutWithTheDecades() {
        var two = new Range(0.01, 1, true);
        assertEquals("0.02", Numbers.logarithmicTick(0.02, two));
        assertEquals("", Numbers.logarithmicTick(0.03, two));
        var five = new Range(1e-5, 1, true);
        assertEquals("", Numbers.logarithmicTick(0.02, five));
        assertEquals("1e−5", Numbers.logarithmicTick(1e-5, five));
        assertEquals("", Numbers.logarithmicTick(1e4, new Range(1, 1e20, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "2e-16, 0, 6e-16, 2e−16",
        "1.5e-15, 0, 2e-15, 1.5e−15",
        "-4e-15, -5e-15, 0, −4e−15",
        "0, -5e-15, 5e-15, 0",
        "1e-24, 0, 6e-16, 0",
        "3e90, 0, 4e90, 3e90",
        "2.5e90, 0, 4e90, 2.5e90",
        "1e6, 0, 3e6, 1e6",
        "1500000, 0, 3e6, 1.5e6",
        "500000, 0, 9e5, 500000",
        "0.002, 0, 0.01, 0.002",
        "0.305, 0.3, 0.31, 0.305"
    })
    void labelsAreShortWhateverTheSize(double value, double min, double max, String expected) {
        assertEquals(expected, Numbers.tick(value, new Range(min, max, false)));
    }

    @Test
    void noLabelOfAnAxisIsLongerThanTenCharacters() {
        for (int exponent = -300; exponent < 100; exponent++) {
            double unit = Math.pow(10, exponent);
            var range = new Range(-3 * unit, 7 * unit, false);
            for (int tick = -3; tick <= 7; tick++) {
                String label = Numbers.tick(tick * unit, range);
                assertTrue(label.length() <= 10, exponent + ": " + label);
                assertEquals(tick == 0, label.equals("0"), exponent + ": " + label);
            }
        }
    }

    @Test
    void neighbouringLabelsDiffer() {
        for (double size : new double[] {1e-15, 1e-6, 1, 1e5, 1e6, 1e90}) {
            var range = new Range(0.7 * size, 1.2 * size, false);
            var labels = new HashSet<String>();
            for (int tick = 14; tick <= 24; tick++) {
                labels.add(Numbers.tick(tick * 0.05 * size, range));
            }
            assertEquals(11, labels.size(), "at " + size + ": " + labels);
        }
    }
}
