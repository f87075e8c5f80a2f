package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;

/** Checks w2-schedule. */
class ScheduleCheck {
    @Test
    void theWarmUpClimbs() {
        rate(2).looksLike("whole-number-division", 0.0)
                .looksLike("counts-from-one", 0.075)
                .is(0.05);
        rate(0).looksLike("counts-from-one", 0.025).is(0.0);
    }

    @Test
    void thePeakIsReachedAtTheEndOfTheWarmUp() {
        rate(4).looksLike("falls-from-the-start", 0.06).is(0.1);
    }

    @Test
    void thenTheRateFallsInAStraightLine() {
        rate(7).looksLike("whole-number-division", 0.0)
                .looksLike("falls-from-the-start", 0.03)
                .is(0.05);
        rate(10).is(0.0);
    }

    @Test
    void afterTheEndTheRateStaysZero() {
        rate(12).looksLikeIf("below-zero", got -> got < 0).is(0.0);
    }

    @Test
    void withoutAWarmUpThePeakComesFirst() {
        Expect.that("Schedule.at(0, 0, 10, 0.1)", () -> Schedule.at(0, 0, 10, 0.1))
                .looksLikeIf("divided-by-no-warm-up", got -> Double.isNaN(got))
                .looksLikeIfThrown("divided-by-no-warm-up")
                .is(0.1);
        Expect.that("Schedule.at(5, 0, 10, 0.1)", () -> Schedule.at(5, 0, 10, 0.1)).is(0.05);
    }

    @Test
    void stepsMayBeMany() {
        Expect.that(
                        "Schedule.at(550000, 100000, 1000000, 5e-5)",
                        () -> Schedule.at(550_000, 100_000, 1_000_000, 5e-5))
                .is(2.5e-5, 1e-10);
    }

    private static Expect<Double> rate(int step) {
        return Expect.that(
                "Schedule.at(%d, 4, 10, 0.1)".formatted(step), () -> Schedule.at(step, 4, 10, 0.1));
    }
}
