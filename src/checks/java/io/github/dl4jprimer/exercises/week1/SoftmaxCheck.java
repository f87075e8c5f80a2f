package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-softmax. */
class SoftmaxCheck {
    private static final double[] UP = {0.0900306, 0.2447285, 0.6652410};

    @Test
    void oneRowBecomesProbabilities() {
        INDArray scores = Nd4j.createFromArray(new double[][] {{1, 2, 3}});
        Expect.that("Softmax.of([[1, 2, 3]])", () -> Softmax.of(scores))
                .leaves("scores", scores)
                .looksLike("wrong-axis", Nd4j.onesLike(scores))
                .is(Nd4j.createFromArray(new double[][] {UP}));
    }

    @Test
    void eachRowIsNormalisedOnItsOwn() {
        INDArray scores = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {7, 7, 7}});
        double third = 1 / 3.0;
        Expect.that("Softmax.of([[1, 2, 3], [7, 7, 7]])", () -> Softmax.of(scores))
                .looksLikeIf("wrong-axis", got -> sumsToOne(got.sum(0)))
                .is(Nd4j.createFromArray(new double[][] {UP, {third, third, third}}));
    }

    @Test
    void extremeScoresStayFinite() {
        INDArray scores = Nd4j.createFromArray(new double[][] {{1000, 1001, 1002}});
        Expect.that("Softmax.of([[1000, 1001, 1002]])", () -> Softmax.of(scores))
                .looksLikeIf("maximum-not-subtracted", got -> Double.isNaN(got.getDouble(0)))
                .is(Nd4j.createFromArray(new double[][] {UP}));
    }

    @Test
    void aRowFarBelowAnotherStaysFinite() {
        INDArray scores = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {1001, 1002, 1003}});
        Expect.that("Softmax.of([[1, 2, 3], [1001, 1002, 1003]])", () -> Softmax.of(scores))
                .looksLikeIf("one-maximum-for-all", got -> Double.isNaN(got.getDouble(0, 0)))
                .is(Nd4j.createFromArray(new double[][] {UP, UP}));
    }

    @Test
    void theOnlyClassIsCertain() {
        INDArray scores = Nd4j.createFromArray(new double[][] {{-5}, {9}});
        Expect.that("Softmax.of([[-5], [9]])", () -> Softmax.of(scores))
                .looksLikeIf("wrong-axis", got -> sumsToOne(got.sum(0)))
                .is(Nd4j.createFromArray(new double[][] {{1}, {1}}));
    }

    private static boolean sumsToOne(INDArray sums) {
        return sums.equalsWithEps(Nd4j.onesLike(sums), 1e-5);
    }
}
