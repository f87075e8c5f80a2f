package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LearningRatesTest {
    @Test
    void aRateIsWrittenWithNoMoreDigitsThanItNeeds() {
        assertEquals("0.003", LearningRates.text(0.003));
        assertEquals("0.00005", LearningRates.text(5e-5));
        assertEquals("1", LearningRates.text(1));
        assertEquals("0.333", LearningRates.text(1.0 / 3));
    }
}
