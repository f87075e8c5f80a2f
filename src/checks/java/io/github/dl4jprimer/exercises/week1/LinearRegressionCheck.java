package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-linear-regression. */
class LinearRegressionCheck {
    private static final double WIGGLE = 1e-5;

    private final INDArray x = Nd4j.createFromArray(1.0, 2.0);
    private final INDArray y = Nd4j.createFromArray(3.0, 5.0);

    @Test
    void theLossIsTheMeanOfTheSquares() {
        Expect.that("LinearRegression.loss([1, 2], [3, 5], {0, 0})", () -> loss(0, 0))
                .leaves("x", x)
                .leaves("y", y)
                .looksLike("sum-not-mean", 34.0)
                .is(17.0);
        Expect.that("LinearRegression.loss([1, 2], [3, 5], {2, 1})", () -> loss(2, 1)).is(0.0);
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        double w = (meanSquare(0.5 + WIGGLE, 1) - meanSquare(0.5 - WIGGLE, 1)) / (2 * WIGGLE);
        double b = (meanSquare(0.5, 1 + WIGGLE) - meanSquare(0.5, 1 - WIGGLE)) / (2 * WIGGLE);
        Expect.that(
                        "LinearRegression.gradient([1, 2], [3, 5], {0.5, 1})",
                        () -> LinearRegression.gradient(x, y, new double[] {0.5, 1}))
                .leaves("x", x)
                .leaves("y", y)
                .looksLike("sum-not-mean", new double[] {2 * w, 2 * b})
                .looksLike("uphill", new double[] {-w, -b})
                .looksLike("two-forgotten", new double[] {w / 2, b / 2})
                .is(new double[] {w, b});
    }

    @Test
    void oneStepGoesDownhill() {
        Expect.that("LinearRegression.train([1, 2], [3, 5], 1, 0.1)", () -> train(1))
                .looksLike("uphill", new double[] {-1.3, -0.8})
                .looksLike("bias-not-learned", new double[] {1.3, 0})
                .is(new double[] {1.3, 0.8});
    }

    @Test
    void noStepStaysAtTheStart() {
        Expect.that("LinearRegression.train([1, 2], [3, 5], 0, 0.1)", () -> train(0))
                .is(new double[] {0, 0});
    }

    @Test
    void manyStepsFindTheLine() {
        Expect.that("LinearRegression.train([1, 2], [3, 5], 3000, 0.1)", () -> train(3000))
                .is(new double[] {2, 1}, 1e-4);
    }

    private double loss(double w, double b) {
        return LinearRegression.loss(x, y, new double[] {w, b});
    }

    private double[] train(int steps) {
        return LinearRegression.train(x, y, steps, 0.1);
    }

    private static double meanSquare(double w, double b) {
        return (Math.pow(w + b - 3, 2) + Math.pow(2 * w + b - 5, 2)) / 2;
    }
}
