package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks w2-perplexity. */
class PerplexityCheck {
    private static final double LN2 = Math.log(2);
    private static final double PADDING = 9;

    @Test
    void theMeanIsTakenOverTheTokens() {
        Expect.that(
                        "Perplexity.of([[ln 2, ln 2, 9], [ln 4, 9, 9]], [2, 1])",
                        () ->
                                Perplexity.of(
                                        new double[][] {
                                            {LN2, LN2, PADDING}, {2 * LN2, PADDING, PADDING}
                                        },
                                        new int[] {2, 1}))
                .looksLike("exp-forgotten", 4 * LN2 / 3)
                .looksLike("power-of-two", Math.pow(2, 4 * LN2 / 3))
                .looksLike("mean-of-the-lines", Math.pow(2, 1.5))
                .looksLike("mean-of-perplexities", 3.0)
                .looksLike("mean-of-perplexities", 8 / 3.0)
                .looksLike("padding-counted", Math.exp((4 * LN2 + 27) / 6))
                .looksLike("padding-counted", Math.exp(4 * LN2 / 6))
                .looksLike("divided-by-the-lines", 4.0)
                .looksLike("sum-not-mean", 16.0)
                .is(Math.pow(2, 4 / 3.0));
    }

    @Test
    void aGuessAmongFiftyHasPerplexityFifty() {
        double[] guess = new double[6];
        Arrays.fill(guess, Math.log(50));
        Expect.that(
                        "Perplexity.of([[ln 50, ln 50, ln 50, ln 50, ln 50, ln 50]], [6])",
                        () -> Perplexity.of(new double[][] {guess}, new int[] {6}))
                .is(50.0);
    }

    @Test
    void certainAndRightHasPerplexityOne() {
        Expect.that(
                        "Perplexity.of([[0, 0], [0, 0]], [2, 2])",
                        () -> Perplexity.of(new double[2][2], new int[] {2, 2}))
                .is(1.0);
    }

    @Test
    void aLineOfPaddingAloneChangesNothing() {
        Expect.that(
                        "Perplexity.of([[ln 2], [9]], [1, 0])",
                        () -> Perplexity.of(new double[][] {{LN2}, {PADDING}}, new int[] {1, 0}))
                .looksLikeIf("mean-of-the-lines", got -> Double.isNaN(got))
                .is(2.0);
    }

    @Test
    void pyTorchHasTheSamePerplexity() {
        double[][] losses = {
            {1.437706108, 3.493030194, 3.110997677, 2.454394347, 0},
            {3.416377557, 2.628918087, 3.293446409, 0, 0}
        };
        Expect.that("Perplexity.of(losses, [4, 3])", () -> Perplexity.of(losses, new int[] {4, 3}))
                .looksLikeIf("padding-counted", got -> got < 10)
                .is(Math.exp(2.833552911));
    }

    @Test
    void aScoreOfDl4jIsDividedByTheTokensFirst() {
        Expect.that(
                        "Perplexity.ofScore(4 ln 2 / 2, [2, 1])",
                        () -> Perplexity.ofScore(2 * LN2, new int[] {2, 1}))
                .looksLike("score-taken-for-the-mean", 4.0)
                .looksLike("lines-forgotten", Math.exp(2 * LN2 / 3))
                .looksLike("exp-forgotten", 4 * LN2 / 3)
                .is(Math.pow(2, 4 / 3.0));
    }
}
