package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-l2-gradient. */
class L2GradientCheck {
    private static final double WIGGLE = 1e-5;

    private final INDArray w = array(1, -2, 0, 3);
    private final INDArray half = array(0.5, 0.5, 0.5, 0.5);

    @Test
    void thePenaltyIsAddedToTheLoss() {
        Expect.that("L2Gradient.loss(0.5, [[1, -2], [0, 3]], 0.1)", () -> loss(0.5, 0.1))
                .leaves("w", w)
                .looksLike("half-forgotten", 1.9)
                .looksLike("norm-not-squared", 0.5 + 0.05 * Math.sqrt(14))
                .looksLike("mean-of-the-squares", 0.5 + 0.05 * 14 / 4)
                .looksLike("data-left-out", 0.7)
                .is(1.2);
    }

    @Test
    void thePenaltyIsAddedToTheGradient() {
        Expect.that(
                        "L2Gradient.gradient([[0.5, 0.5], [0.5, 0.5]], [[1, -2], [0, 3]], 0.1)",
                        () -> L2Gradient.gradient(half, w, 0.1))
                .leaves("dataGradient", half)
                .leaves("w", w)
                .looksLike("two-left-in", array(0.7, 0.1, 0.5, 1.1))
                .looksLike("weights-grow", array(0.4, 0.7, 0.5, 0.2))
                .looksLike("sign-not-size", array(0.6, 0.4, 0.5, 0.6))
                .looksLike("data-left-out", array(0.1, -0.2, 0, 0.3))
                .is(array(0.6, 0.3, 0.5, 0.8));
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        // The data loss is the sum of the weights, so its gradient is 1 everywhere.
        double[] at = {0.4, -1.5, 2, -0.1};
        double[] expected = new double[4];
        for (int i = 0; i < 4; i++) {
            double before = at[i];
            at[i] = before + WIGGLE;
            double above = L2Gradient.loss(sum(at), array(at), 0.3);
            at[i] = before - WIGGLE;
            expected[i] = (above - L2Gradient.loss(sum(at), array(at), 0.3)) / (2 * WIGGLE);
            at[i] = before;
        }
        Expect.that(
                        "L2Gradient.gradient(ones, [[0.4, -1.5], [2, -0.1]], 0.3)",
                        () -> L2Gradient.gradient(array(1, 1, 1, 1), array(at), 0.3))
                .is(array(expected));
    }

    @Test
    void decayShrinksTheWeightsBeforeTheStep() {
        Expect.that(
                        "L2Gradient.decayStep(w, dataGradient, 0.5, 0.1)",
                        () -> L2Gradient.decayStep(w, half, 0.5, 0.1))
                .leaves("w", w)
                .leaves("dataGradient", half)
                .looksLike("rate-not-in-the-decay", array(0.65, -2.05, -0.25, 2.45))
                .looksLike("decay-after-the-step", w.sub(0.25).mul(0.95))
                .looksLike("weights-grow", w.mul(1.05).sub(0.25))
                .looksLike("uphill", w.mul(0.95).add(0.25))
                .is(array(0.7, -2.15, -0.25, 2.6));
    }

    @Test
    void underSgdBothAreOne() {
        Expect.that(
                        "w - 0.2 · L2Gradient.gradient(dataGradient, w, 0.3)",
                        () -> w.sub(L2Gradient.gradient(half, w, 0.3).mul(0.2)))
                .is(L2Gradient.decayStep(w, half, 0.2, 0.3));
    }

    @Test
    void withoutACoefficientNothingIsAdded() {
        Expect.that("L2Gradient.loss(0.5, w, 0)", () -> loss(0.5, 0)).is(0.5);
        Expect.that(
                        "L2Gradient.gradient(dataGradient, w, 0)",
                        () -> L2Gradient.gradient(half, w, 0))
                .is(half);
        Expect.that(
                        "L2Gradient.decayStep(w, zeros, 0.1, 0)",
                        () -> L2Gradient.decayStep(w, array(0, 0, 0, 0), 0.1, 0))
                .is(w);
    }

    private double loss(double dataLoss, double l2) {
        return L2Gradient.loss(dataLoss, w, l2);
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static INDArray array(double... numbers) {
        return Nd4j.createFromArray(numbers).reshape(2, 2);
    }
}
