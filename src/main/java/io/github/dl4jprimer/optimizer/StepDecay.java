package io.github.dl4jprimer.optimizer;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/**
 * Learning rate that is multiplied by a factor every so many steps.
 *
 * <pre>
 * rate(t) = initial * factor^floor(t / every)
 * </pre>
 *
 * <p>DL4J's {@code StepSchedule} computes exactly this (PyTorch's {@code StepLR}); these factories
 * only check its numbers, which it takes as they come.
 *
 * @see StepSchedule
 */
public final class StepDecay {
    private StepDecay() {}

    /**
     * Returns a rate that falls every so many iterations.
     *
     * @param initial first learning rate, above 0
     * @param factor what the rate is multiplied by, above 0 and below 1
     * @param every iterations between two falls, at least 1
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static ISchedule everyIterations(double initial, double factor, int every) {
        return checked(ScheduleType.ITERATION, initial, factor, every);
    }

    /** Returns a rate that falls every so many epochs; arguments as in {@link #everyIterations}. */
    public static ISchedule everyEpochs(double initial, double factor, int every) {
        return checked(ScheduleType.EPOCH, initial, factor, every);
    }

    private static ISchedule checked(ScheduleType type, double initial, double factor, int every) {
        Range.above("initial", initial, 0, "It is the first learning rate");
        Range.within("factor", factor, Double.MIN_VALUE, 1, "0.1 and 0.5 are usual");
        if (every < 1) {
            throw new IllegalArgumentException(
                    "every must be at least 1, got %d. It counts the steps between two falls."
                            .formatted(every));
        }
        return new StepSchedule(type, initial, factor, every);
    }
}
