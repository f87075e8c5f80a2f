package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-huber. */
class HuberCheck {
    private static final double WIGGLE = 1e-5;

    private final INDArray prediction = array(new double[][] {{1, 2}, {3, 4}});
    private final INDArray target = array(new double[][] {{3, 2}, {2.75, 4.5}});

    @Test
    void smallErrorsAreSquaredAndLargeOnesAreNot() {
        Expect.that(
                        "Huber.loss([[1, 2], [3, 4]], [[3, 2], [2.75, 4.5]], 0.5)",
                        () -> Huber.loss(prediction, target, 0.5))
                .leaves("prediction", prediction)
                .leaves("target", target)
                .looksLike("sum-not-mean", 1.03125)
                .looksLike("jump-at-delta", (1 + 0.15625) / 4)
                .looksLike("half-forgotten", (0.875 + 0.3125) / 4)
                .looksLike("negative-error-taken-for-small", (2 + 0.15625) / 4)
                .looksLike("divided-by-delta", 1.03125 / 4 / 0.5)
                .is(0.2578125);
    }

    @Test
    void theSlopeIsLimited() {
        INDArray expected = array(new double[][] {{-0.125, 0}, {0.0625, -0.125}});
        Expect.that(
                        "Huber.gradient([[1, 2], [3, 4]], [[3, 2], [2.75, 4.5]], 0.5)",
                        () -> Huber.gradient(prediction, target, 0.5))
                .leaves("prediction", prediction)
                .leaves("target", target)
                .looksLike("sum-not-mean", expected.mul(4))
                .looksLike("not-limited", array(new double[][] {{-0.5, 0}, {0.0625, -0.125}}))
                .looksLike("slope-one", array(new double[][] {{-0.25, 0}, {0.0625, -0.125}}))
                .looksLike("sign-lost", array(new double[][] {{0.125, 0}, {0.0625, -0.125}}))
                .looksLike("sign-lost", array(new double[][] {{0.125, 0}, {0.0625, 0.125}}))
                .looksLike("divided-by-delta", expected.div(0.5))
                .is(expected);
    }

    @Test
    void bothSidesOfTheTargetCountAlike() {
        Expect.that(
                        "Huber.loss([[3]], [[0]], 1) - Huber.loss([[-3]], [[0]], 1)",
                        () -> one(3) - one(-3))
                .is(0.0);
        Expect.that("Huber.loss([[3]], [[0]], 1)", () -> one(3)).is(2.5);
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        for (double error : new double[] {-7, -1.1, -0.4, 0.9, 2.5}) {
            double expected = (one(error + WIGGLE) - one(error - WIGGLE)) / (2 * WIGGLE);
            Expect.that(
                            "Huber.gradient([[%s]], [[0]], 1)".formatted(error),
                            () -> Huber.gradient(row(error), row(0), 1).getDouble(0))
                    .is(expected);
        }
    }

    @Test
    void pyTorchHasTheSameLoss() {
        INDArray at =
                row(
                        -3.919049168,
                        4.845825084,
                        -0.548260011,
                        -2.067014305,
                        -0.330025772,
                        -1.499585199,
                        3.298427784,
                        -0.290021481,
                        -4.031254513,
                        -0.955762268,
                        -2.501151308,
                        0.314565560);
        INDArray aim =
                row(
                        -1.058195303,
                        0.601773555,
                        1.053865337,
                        -0.323163229,
                        0.863711952,
                        0.456947738,
                        1.838239556,
                        0.525555460,
                        -1.049491194,
                        -0.350281394,
                        -0.240514346,
                        -2.462977457);
        Expect.that("Huber.loss(prediction, target, 1)", () -> Huber.loss(at, aim, 1))
                .is(1.549764202);
    }

    @Test
    void aSpikePullsNoHarderThanDelta() {
        Expect.that(
                        "Huber.gradient([[0, 0]], [[1, 1000000]], 1)",
                        () -> Huber.gradient(row(0, 0), row(1, 1e6), 1))
                .is(row(-0.5, -0.5));
    }

    private static double one(double error) {
        return Huber.loss(row(error), row(0), 1);
    }

    private static INDArray row(double... numbers) {
        return array(new double[][] {numbers});
    }

    private static INDArray array(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
