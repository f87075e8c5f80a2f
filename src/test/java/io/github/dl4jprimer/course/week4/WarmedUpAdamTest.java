package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.Settings;
import org.junit.jupiter.api.Test;

class WarmedUpAdamTest {
    private static final Settings SETTINGS =
            Settings.none().with("learningRate", 0.004, 0, 1).with("batchSize", 4, 1, 100);

    @Test
    void theLastBatchMayBeSmaller() {
        assertEquals(5, WarmedUpAdam.batches(SETTINGS, 20));
        assertEquals(6, WarmedUpAdam.batches(SETTINGS, 21));
        assertEquals(1, WarmedUpAdam.batches(SETTINGS, 1));
        assertEquals(0, WarmedUpAdam.batches(SETTINGS, 0));
    }

    /** 21 examples in batches of 4 are 6 steps, five epochs 30: 3 up and 27 down. */
    @Test
    void aTenthOfTheStepsLeadsUpToTheRateAndTheOthersDownToZero() {
        var updater = WarmedUpAdam.of(SETTINGS, 21, 5);
        assertEquals(0, updater.getLearningRate(0, 0), 1e-12);
        assertEquals(0.004 / 3, updater.getLearningRate(1, 0), 1e-12);
        assertEquals(0.004, updater.getLearningRate(3, 0), 1e-12);
        assertEquals(0.004 * 14 / 27, updater.getLearningRate(16, 0), 1e-12);
        assertEquals(0.0, updater.getLearningRate(30, 0), 1e-12);
    }
}
