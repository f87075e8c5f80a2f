package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BadInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRatesTest {
    @Test
    void ratesAreReadInTheirOrder() {
        var settings = Settings.none().with("rates", "0.1,0.001");
        assertArrayEquals(new double[] {0.1, 0.001}, LearningRates.in(settings, "rates"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.1,", "fast", "0", "-0.1", "NaN", "Infinity"})
    void whatIsNoRateIsRefused(String text) {
        var settings = new Settings(Map.of("rates", text));
        var error = assertThrows(BadInput.class, () -> LearningRates.in(settings, "rates"));
        assertEquals(
                "rates must be numbers above 0 with commas between them, got "
                        + text
                        + ". Write 0.01,0.1.",
                error.getMessage());
    }

    @Test
    void aRateIsWrittenWithNoMoreDigitsThanItNeeds() {
        assertEquals("0.003", LearningRates.text(0.003));
        assertEquals("0.00005", LearningRates.text(5e-5));
        assertEquals("1", LearningRates.text(1));
        assertEquals("0.333", LearningRates.text(1.0 / 3));
    }
}
