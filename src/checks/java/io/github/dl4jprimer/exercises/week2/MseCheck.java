package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-mse. */
class MseCheck {
    private static final double WIGGLE = 1e-5;

    private final INDArray prediction = array(new double[][] {{1, 2}, {3, 4}});
    private final INDArray target = array(new double[][] {{3, 2}, {3, 5}});

    @Test
    void theLossIsTheMeanOfTheSquares() {
        Expect.that(
                        "Mse.loss([[1, 2], [3, 4]], [[3, 2], [3, 5]])",
                        () -> Mse.loss(prediction, target))
                .leaves("prediction", prediction)
                .leaves("target", target)
                .looksLike("divided-by-the-samples", 2.5)
                .looksLike("sum-not-mean", 5.0)
                .looksLike("root-taken", Math.sqrt(1.25))
                .looksLike("not-squared", 0.75)
                .looksLike("not-squared", -0.75)
                .is(1.25);
    }

    @Test
    void theGradientPointsAwayFromTheTarget() {
        INDArray expected = array(new double[][] {{-1, 0}, {0, -0.5}});
        Expect.that(
                        "Mse.gradient([[1, 2], [3, 4]], [[3, 2], [3, 5]])",
                        () -> Mse.gradient(prediction, target))
                .leaves("prediction", prediction)
                .leaves("target", target)
                .looksLike("uphill", expected.neg())
                .looksLike("two-forgotten", expected.div(2))
                .looksLike("divided-by-the-samples", expected.mul(2))
                .looksLike("sum-not-mean", expected.mul(4))
                .is(expected);
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        double[] at = {0.3, -2, 1.5};
        double[] aim = {1, -1.5, -4};
        double[] expected = new double[3];
        for (int k = 0; k < 3; k++) {
            double before = at[k];
            at[k] = before + WIGGLE;
            double above = meanSquare(at, aim);
            at[k] = before - WIGGLE;
            expected[k] = (above - meanSquare(at, aim)) / (2 * WIGGLE);
            at[k] = before;
        }
        Expect.that(
                        "Mse.gradient([[0.3, -2, 1.5]], [[1, -1.5, -4]])",
                        () -> Mse.gradient(array(new double[][] {at}), array(new double[][] {aim})))
                .is(array(new double[][] {expected}));
    }

    @Test
    void pyTorchHasTheSameLoss() {
        INDArray at =
                array(
                        new double[][] {
                            {-3.919049168, 4.845825084, -0.548260011},
                            {-2.067014305, -0.330025772, -1.499585199},
                            {3.298427784, -0.290021481, -4.031254513},
                            {-0.955762268, -2.501151308, 0.314565560}
                        });
        INDArray aim =
                array(
                        new double[][] {
                            {-1.058195303, 0.601773555, 1.053865337},
                            {-0.323163229, 0.863711952, 0.456947738},
                            {1.838239556, 0.525555460, -1.049491194},
                            {-0.350281394, -0.240514346, -2.462977457}
                        });
        Expect.that("Mse.loss(prediction, target)", () -> Mse.loss(at, aim)).is(5.161447582);
    }

    @Test
    void oneSpikeOutweighsTheRest() {
        INDArray quiet = array(new double[][] {{0}, {0}, {0}, {0}});
        INDArray spike = array(new double[][] {{1}, {1}, {1}, {97}});
        Expect.that(
                        "Mse.loss([[0], [0], [0], [0]], [[1], [1], [1], [97]])",
                        () -> Mse.loss(quiet, spike))
                .is(2353.0);
        Expect.that(
                        "Mse.gradient([[0], [0], [0], [0]], [[1], [1], [1], [97]])",
                        () -> Mse.gradient(quiet, spike))
                .is(array(new double[][] {{-0.5}, {-0.5}, {-0.5}, {-48.5}}));
    }

    private static double meanSquare(double[] at, double[] aim) {
        double total = 0;
        for (int k = 0; k < at.length; k++) {
            total += (at[k] - aim[k]) * (at[k] - aim[k]);
        }
        return total / at.length;
    }

    private static INDArray array(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
