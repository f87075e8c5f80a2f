package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.exercises.week3.RandomSearch.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks w3-random-search. */
class RandomSearchCheck {
    private static final Trial SLOW = new Trial(0.0001, 0.9, 0.85);
    private static final Trial GOOD = new Trial(0.01, 0.4, 0.5);
    private static final Trial LUCKY = new Trial(0.03, 0.45, 0.3);
    private static final Trial BROKEN = new Trial(1, Double.NaN, Double.NaN);

    @Test
    void theMiddleIsThatOfTheLogarithms() {
        drawn(0.5)
                .looksLike("drawn-on-a-plain-scale", 0.50005)
                .looksLike("logarithms-mixed", Math.exp(-2))
                .is(0.01);
        drawn(0.25)
                .looksLike("drawn-on-a-plain-scale", 0.250075)
                .looksLike("logarithms-mixed", Math.exp(-3))
                .is(0.001, 1e-9);
    }

    @Test
    void theBoundsAreReached() {
        drawn(0).is(0.0001, 1e-9);
        drawn(1).is(1.0);
        Expect.that("RandomSearch.learningRate(0.3, 0.3, 0.7)", () -> rate(0.3, 0.3, 0.7)).is(0.3);
    }

    @Test
    void theValidationLossDecides() {
        best(SLOW, LUCKY, GOOD)
                .looksLike("chosen-by-the-test-set", LUCKY)
                .looksLike("highest-loss-chosen", SLOW)
                .is(GOOD);
    }

    @Test
    void aFailedTrialIsNeverChosenBeforeAnother() {
        best(BROKEN, SLOW, GOOD).looksLike("nan-wins", BROKEN).is(GOOD);
        best(GOOD, BROKEN).looksLike("nan-wins", BROKEN).is(GOOD);
    }

    @Test
    void theOnlyTrialIsTheBest() {
        best(SLOW).is(SLOW);
        best(BROKEN).is(BROKEN);
    }

    private static Expect<Double> drawn(double u) {
        return Expect.that(
                "RandomSearch.learningRate(0.0001, 1, %s)".formatted(u), () -> rate(0.0001, 1, u));
    }

    private static double rate(double low, double high, double u) {
        return RandomSearch.learningRate(low, high, u);
    }

    private static Expect<Trial> best(Trial... trials) {
        var list = List.of(trials);
        return Expect.that("RandomSearch.best(" + list + ")", () -> RandomSearch.best(list));
    }
}
