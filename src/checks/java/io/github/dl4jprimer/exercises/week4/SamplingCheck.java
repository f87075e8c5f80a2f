package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks w4-sampling. */
class SamplingCheck {
    private static final double[] PLAIN = {0.6652410, 0.2447285, 0.0900306};

    @Test
    void aLowTemperatureMakesSurer() {
        distribution("[2, 1, 0], 0.5, 3", new double[] {2, 1, 0}, 0.5, 3)
                .looksLike("temperature-without-effect", PLAIN)
                .looksLike("temperature-multiplied", new double[] {0.5064804, 0.3071959, 0.1863237})
                .is(new double[] {0.8668133, 0.1173104, 0.0158762});
    }

    @Test
    void onlyTheTopAreKept() {
        distribution("[-1, 2, 1], 1, 2", new double[] {-1, 2, 1}, 1, 2)
                .looksLike("not-renormalised", new double[] {0, 0.7053845, 0.2594965})
                .looksLike("order-lost", new double[] {0.7310586, 0.2689414, 0})
                .looksLike("first-kept", new double[] {0.0474259, 0.9525741, 0})
                .looksLike("least-likely-kept", new double[] {0.1192029, 0, 0.8807971})
                .looksLike("dropped-set-to-zero", new double[] {PLAIN[2], PLAIN[0], PLAIN[1]})
                .is(new double[] {0, 0.7310586, 0.2689414});
    }

    @Test
    void drawingFollowsTheRunningSum() {
        double[] q = {0.2, 0.5, 0.3};
        drawn("[0.2, 0.5, 0.3], 0.1", q, 0.1).looksLike("always-the-likeliest", 1).is(0);
        drawn("[0.2, 0.5, 0.3], 0.6", q, 0.6).looksLikeIf("sum-not-running", got -> got != 1).is(1);
        drawn("[0.2, 0.5, 0.3], 0.95", q, 0.95).is(2);
    }

    @Test
    void anImpossibleTokenIsNeverDrawn() {
        drawn("[0, 0.5, 0.5], 0", new double[] {0, 0.5, 0.5}, 0)
                .looksLike("impossible-token-drawn", 0)
                .is(1);
        double[] tenths = new double[11];
        Arrays.fill(tenths, 0, 10, 0.1);
        drawn("[0.1, …, 0.1, 0], 1 - 1.1e-16", tenths, Math.nextDown(1.0))
                .looksLikeIf("rounding-at-the-end", got -> got != 9)
                .looksLikeIfThrown("rounding-at-the-end")
                .is(9);
    }

    @Test
    void ofEqualOnesTheLowerIdIsKept() {
        distribution("[1, 1, 1], 1, 2", new double[] {1, 1, 1}, 1, 2)
                .looksLikeIf("ties-all-kept", got -> got[2] > 0)
                .is(new double[] {0.5, 0.5, 0});
    }

    @Test
    void hardlyAnyTemperatureIsTheLikeliestAndNotNan() {
        distribution("[10, 20], 0.01, 2", new double[] {10, 20}, 0.01, 2)
                .looksLikeIf("maximum-not-subtracted", got -> Double.isNaN(got[1]))
                .is(new double[] {0, 1});
    }

    @Test
    void moreThanThereAreMeansAll() {
        distribution("[2, 1, 0], 1, 50", new double[] {2, 1, 0}, 1, 50).is(PLAIN);
        distribution("[-3], 2, 1", new double[] {-3}, 2, 1).is(new double[] {1});
    }

    @Test
    void theLogitsAreLeftAlone() {
        double[] logits = {0, 2, 1};
        Expect.that(
                        "logits, after Sampling.distribution(logits, 0.5, 2)",
                        () -> {
                            Sampling.distribution(logits, 0.5, 2);
                            return logits.clone();
                        })
                .looksLikeIf("input-changed", got -> true)
                .is(new double[] {0, 2, 1});
    }

    private static Expect<double[]> distribution(
            String shown, double[] logits, double temperature, int topK) {
        return Expect.that(
                "Sampling.distribution(" + shown + ")",
                () -> Sampling.distribution(logits, temperature, topK));
    }

    private static Expect<Integer> drawn(String shown, double[] q, double at) {
        return Expect.that("Sampling.draw(" + shown + ")", () -> Sampling.draw(q, at));
    }
}
