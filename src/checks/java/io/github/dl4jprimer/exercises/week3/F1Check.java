package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks w3-f1. */
class F1Check {
    private static final int[][] ALARMS = {{3, 1, 0}, {2, 4, 0}, {0, 0, 0}};

    @Test
    void oneClassBalancesPrecisionAndRecall() {
        ofClass(ALARMS, 0)
                .looksLike("whole-number-division", 0.0)
                .looksLike("arithmetic-mean", 0.675)
                .looksLike("precision-or-recall-alone", 0.6)
                .looksLike("precision-or-recall-alone", 0.75)
                .is(6 / 9.0);
        ofClass(ALARMS, 1).is(8 / 11.0);
    }

    @Test
    void theMeanGivesEachClassOneVote() {
        macro(ALARMS)
                .looksLike("absent-class-counted", (6 / 9.0 + 8 / 11.0) / 3)
                .looksLike("that-is-accuracy", 0.7)
                .looksLike("weighted-by-size", (4 * 6 / 9.0 + 6 * 8 / 11.0) / 10)
                .looksLike("f1-of-the-means", 2 * 0.7 * 0.7083333 / (0.7 + 0.7083333))
                .is((6 / 9.0 + 8 / 11.0) / 2);
    }

    @Test
    void aClassThatIsNeverFoundHasZero() {
        int[][] never = {{0, 2}, {0, 3}};
        ofClass(never, 0).looksLikeIf("zero-divided-by-zero", got -> Double.isNaN(got)).is(0.0);
        macro(never)
                .looksLikeIf("zero-divided-by-zero", got -> Double.isNaN(got))
                .looksLike("missed-class-left-out", 0.75)
                .is(0.375);
    }

    @Test
    void aClassThatIsOnlyPredictedCounts() {
        macro(new int[][] {{0, 0}, {2, 2}}).looksLike("missed-class-left-out", 2 / 3.0).is(1 / 3.0);
    }

    @Test
    void nothingCountedIsZero() {
        ofClass(new int[2][2], 1)
                .looksLikeIf("zero-divided-by-zero", got -> Double.isNaN(got))
                .is(0.0);
        macro(new int[2][2]).looksLikeIf("zero-divided-by-zero", got -> Double.isNaN(got)).is(0.0);
    }

    @Test
    void allRightIsOne() {
        macro(new int[][] {{1, 0}, {0, 99}}).is(1.0);
    }

    private static Expect<Double> ofClass(int[][] counts, int c) {
        return Expect.that(
                "F1.of(%s, %d)".formatted(Arrays.deepToString(counts), c), () -> F1.of(counts, c));
    }

    private static Expect<Double> macro(int[][] counts) {
        return Expect.that(
                "F1.macro(%s)".formatted(Arrays.deepToString(counts)), () -> F1.macro(counts));
    }
}
