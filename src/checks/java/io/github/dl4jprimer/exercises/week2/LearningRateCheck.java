package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks w2-learning-rate, at last with real walks down a parabola. */
class LearningRateCheck {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void candidatesDifferByFactors() {
        Expect.that("LearningRate.grid(0.0001, 1, 5)", () -> LearningRate.grid(1e-4, 1, 5))
                .looksLike("equal-steps", new double[] {1e-4, 0.250075, 0.50005, 0.750025, 1})
                .looksLike("whole-number-division", new double[] {1e-4, 1e-4, 1e-4, 1e-4, 1})
                .looksLikeIf("end-missing", got -> Math.abs(got[4] - Math.pow(10, -0.8)) < 1e-9)
                .is(new double[] {1e-4, 1e-3, 1e-2, 0.1, 1}, 1e-9);
    }

    @Test
    void oneCandidateIsTheLowest() {
        Expect.that("LearningRate.grid(0.01, 1, 1)", () -> LearningRate.grid(0.01, 1, 1))
                .looksLikeIf("nought-by-nought", got -> Double.isNaN(got[0]))
                .is(new double[] {0.01});
    }

    @Test
    void theLowestLossWins() {
        Expect.that("best([0.01, 0.1, 1], losses 0.5, 0.2, 0.9)", () -> best(0.5, 0.2, 0.9))
                .looksLike("loss-not-rate", 0.2)
                .looksLike("highest-loss", 1.0)
                .is(0.1);
    }

    @Test
    void aDivergedTrainingNeverWins() {
        Expect.that("best([0.01, 0.1, 1], losses 0.5, 0.2, NaN)", () -> best(0.5, 0.2, NAN))
                .looksLike("diverged-wins", 1.0)
                .is(0.1);
        Expect.that("best([0.01, 0.1, 1], losses NaN, 0.5, 0.2)", () -> best(NAN, 0.5, 0.2))
                .looksLike("diverged-wins", 0.01)
                .is(1.0);
        Expect.that("best([0.01, 0.1, 1], losses ∞, 0.5, NaN)", () -> best(INFINITE, 0.5, NAN))
                .looksLike("diverged-wins", 0.01)
                .looksLike("diverged-wins", 1.0)
                .is(0.1);
    }

    @Test
    void everyRateIsTrainedOnce() {
        List<Double> trained = new ArrayList<>();
        Expect.that(
                        "rates trained by best([0.01, 0.1, 1], …)",
                        () -> {
                            LearningRate.best(
                                    new double[] {0.01, 0.1, 1},
                                    rate -> {
                                        trained.add(rate);
                                        return 1 / rate;
                                    });
                            return trained;
                        })
                .looksLikeIf("trained-twice", got -> got.size() > 3)
                .is(List.of(0.01, 0.1, 1.0));
    }

    @Test
    void onASteepParabolaTheMiddleWins() {
        Expect.that(
                        "best(grid(0.0001, 1, 5), 20 steps on 10w² from w = 1)",
                        () -> {
                            double[] rates = LearningRate.grid(1e-4, 1, 5);
                            return LearningRate.best(rates, LearningRateCheck::parabola);
                        })
                .is(0.01);
    }

    private static double parabola(double rate) {
        double w = 1;
        for (int step = 0; step < 20; step++) {
            w -= rate * 20 * w;
        }
        return 10 * w * w;
    }

    /** Of the rates 0.01, 0.1 and 1, with these losses. */
    private static double best(double... losses) {
        double[] rates = {0.01, 0.1, 1};
        return LearningRate.best(
                rates, rate -> rate < 0.05 ? losses[0] : rate < 0.5 ? losses[1] : losses[2]);
    }
}
