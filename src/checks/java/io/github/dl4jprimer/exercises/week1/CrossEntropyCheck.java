package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-cross-entropy. */
class CrossEntropyCheck {
    private static final double UP = 0.4076060;

    @Test
    void theSurpriseAtOneSample() {
        INDArray z = Nd4j.createFromArray(new double[][] {{1, 2, 3}});
        Expect.that("CrossEntropy.of([[1, 2, 3]], [2])", () -> CrossEntropy.of(z, new int[] {2}))
                .leaves("z", z)
                .looksLike("mean-over-the-entries", UP / 3)
                .looksLike("sign-forgotten", -UP)
                .is(UP);
    }

    @Test
    void theMeanIsTakenOverTheSamples() {
        INDArray z = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {0, 0, 0}});
        double sum = UP + Math.log(3);
        Expect.that(
                        "CrossEntropy.of([[1, 2, 3], [0, 0, 0]], [2, 0])",
                        () -> CrossEntropy.of(z, new int[] {2, 0}))
                .looksLike("sum-not-mean", sum)
                .looksLike("mean-over-the-entries", sum / 6)
                .is(sum / 2);
    }

    @Test
    void aCertainMistakeCostsMuchButNotInfinitelyMuch() {
        INDArray z = Nd4j.createFromArray(new double[][] {{0, 1000}});
        Expect.that("CrossEntropy.of([[0, 1000]], [0])", () -> CrossEntropy.of(z, new int[] {0}))
                .looksLikeIf("logarithm-of-zero", got -> !Double.isFinite(got))
                .looksLikeIf("logarithm-of-zero", got -> got > 0 && got < 100)
                .is(1000.0);
    }

    @Test
    void certainAndRightCostsNothing() {
        INDArray z = Nd4j.createFromArray(new double[][] {{-1000, 1000}});
        Expect.that(
                        "CrossEntropy.of([[-1000, 1000]], [1])",
                        () -> CrossEntropy.of(z, new int[] {1}))
                .is(0.0);
    }

    @Test
    void theOnlyClassIsNoSurprise() {
        INDArray z = Nd4j.createFromArray(new double[][] {{4}, {-4}});
        Expect.that("CrossEntropy.of([[4], [-4]], [0, 0])", () -> CrossEntropy.of(z, new int[2]))
                .is(0.0);
    }
}
