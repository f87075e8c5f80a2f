package io.github.dl4jprimer.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

class ScheduleTest {
    @Test
    void linearWarmupClimbsAndFallsInStraightLines() {
        assertArrayEquals(
                new double[] {0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0},
                rates(new WarmupLinear(1, 2, 6), 8),
                1e-15);
    }

    @Test
    void withoutWarmupTheFirstRateIsThePeak() {
        assertArrayEquals(
                new double[] {0.4, 0.3, 0.2, 0.1, 0}, rates(new WarmupLinear(0.4, 0, 4), 5), 1e-15);
        assertEquals(0.4, new WarmupCosine(0.4, 0, 4).valueAt(0, 0), 1e-15);
    }

    @Test
    void cosineWarmupFallsAlongHalfACosine() {
        double r = Math.sqrt(0.5);
        assertArrayEquals(
                new double[] {0, 1, 2, 1 + r, 1, 1 - r, 0, 0},
                rates(new WarmupCosine(2, 2, 6), 8),
                1e-15);
    }

    @Test
    void stepDecayMultipliesEverySoOften() {
        assertArrayEquals(
                new double[] {1, 1, 0.5, 0.5, 0.25},
                rates(StepDecay.everyIterations(1, 0.5, 2), 5),
                1e-15);
        var byEpoch = StepDecay.everyEpochs(1, 0.1, 3);
        assertEquals(1, byEpoch.valueAt(100, 2), 1e-15);
        assertEquals(0.1, byEpoch.valueAt(0, 3), 1e-15);
    }

    @Test
    void schedulesSurviveJson() {
        for (var schedule :
                new ISchedule[] {
                    new WarmupLinear(0.1, 3, 9),
                    new WarmupCosine(0.1, 3, 9),
                    StepDecay.everyIterations(0.1, 0.5, 4)
                }) {
            var layer = new DenseLayer.Builder().nIn(1).nOut(1).updater(new Sgd(schedule)).build();
            var config = new NeuralNetConfiguration.Builder().layer(layer).build();
            var read = NeuralNetConfiguration.fromJson(config.toJson());
            var sgd = (Sgd) ((DenseLayer) read.getLayer()).getIUpdater();
            assertEquals(schedule, sgd.getLearningRateSchedule());
            assertEquals(schedule, schedule.clone());
        }
    }

    @Test
    void impossibleSchedulesAreRefused() {
        assertMessage(
                "peak must be above 0.0, got 0.0. It is the highest learning rate; 5e-5 is usual"
                        + " for BERT.",
                () -> new WarmupLinear(0, 1, 2));
        assertMessage(
                "warmupSteps must be at least 0, got -1. 0 means no warm-up.",
                () -> new WarmupCosine(1, -1, 2));
        assertMessage(
                "totalSteps must be above warmupSteps 5, got 5. It is epochs times batches.",
                () -> new WarmupLinear(1, 5, 5));
        assertMessage(
                "every must be at least 1, got 0. It counts the steps between two falls.",
                () -> StepDecay.everyEpochs(1, 0.5, 0));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }

    private static double[] rates(ISchedule schedule, int steps) {
        return IntStream.range(0, steps).mapToDouble(t -> schedule.valueAt(t, 0)).toArray();
    }
}
