package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-cross-entropy-gradient. */
class CrossEntropyGradientCheck {
    private static final double WIGGLE = 1e-5;

    /** softmax([1, 2, 3]). */
    private static final double[] P = {0.0900306, 0.2447285, 0.6652410};

    @Test
    void probabilityLessLabelForOneSample() {
        INDArray z = Nd4j.createFromArray(new double[][] {{1, 2, 3}});
        INDArray expected = row(P[0], P[1], P[2] - 1);
        Expect.that("CrossEntropyGradient.of([[1, 2, 3]], [2])", () -> of(z, 2))
                .leaves("z", z)
                .looksLike("uphill", expected.neg())
                .looksLike("softmax-forgotten", row(1, 2, 2))
                .looksLike("label-forgotten", row(P))
                .looksLike("mean-over-the-entries", expected.div(3))
                .looksLike(
                        "softmax-derived-twice",
                        row(
                                P[0] * P[0] * (1 - P[0]),
                                P[1] * P[1] * (1 - P[1]),
                                (P[2] - 1) * P[2] * (1 - P[2])))
                .is(expected);
    }

    @Test
    void theMeanIsTakenOverTheSamples() {
        INDArray z = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {0, 0, 0}});
        double third = 1 / 3.0;
        INDArray sum =
                Nd4j.createFromArray(
                        new double[][] {{P[0], P[1], P[2] - 1}, {third - 1, third, third}});
        Expect.that("CrossEntropyGradient.of([[1, 2, 3], [0, 0, 0]], [2, 0])", () -> of(z, 2, 0))
                .leaves("z", z)
                .looksLike("sum-not-mean", sum)
                .looksLike("mean-over-the-entries", sum.div(6))
                .is(sum.div(2));
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        double[][] z = {{0.5, -1.2, 2}, {-0.3, 0.8, 0.1}};
        int[] labels = {1, 2};
        double[][] expected = new double[2][3];
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) {
                double before = z[n][c];
                z[n][c] = before + WIGGLE;
                double above = loss(z, labels);
                z[n][c] = before - WIGGLE;
                expected[n][c] = (above - loss(z, labels)) / (2 * WIGGLE);
                z[n][c] = before;
            }
        }
        INDArray scores = Nd4j.createFromArray(z);
        Expect.that("CrossEntropyGradient.of(" + scores + ", [1, 2])", () -> of(scores, labels))
                .is(Nd4j.createFromArray(expected));
    }

    @Test
    void pyTorchHasTheSameGradient() {
        INDArray z =
                Nd4j.createFromArray(
                        new double[][] {
                            {0.132535079, 0.093983110, 3.673077260, 2.735380797, 2.242717328},
                            {3.719494392, 1.202458006, 1.475659151, -1.613563087, -1.596695006}
                        });
        INDArray sum =
                Nd4j.createFromArray(
                        new double[][] {
                            {-0.982817764, 0.016532433, 0.592539900, 0.231996376, 0.141749056},
                            {0.835777900, 0.067445949, 0.088635076, -0.995963793, 0.004104868}
                        });
        Expect.that("CrossEntropyGradient.of(z, [0, 3])", () -> of(z, 0, 3)).is(sum.div(2));
    }

    @Test
    void aCertainMistakePullsWithFullForce() {
        INDArray z = Nd4j.createFromArray(new double[][] {{0, 1000}});
        Expect.that("CrossEntropyGradient.of([[0, 1000]], [0])", () -> of(z, 0))
                .looksLikeIf("maximum-not-subtracted", got -> Double.isNaN(got.getDouble(1)))
                .is(row(-1, 1));
    }

    @Test
    void theOnlyClassTeachesNothing() {
        INDArray z = Nd4j.createFromArray(new double[][] {{4}, {-4}});
        Expect.that("CrossEntropyGradient.of([[4], [-4]], [0, 0])", () -> of(z, 0, 0))
                .is(Nd4j.zeros(2, 1));
    }

    private static INDArray of(INDArray z, int... labels) {
        return CrossEntropyGradient.of(z, labels);
    }

    private static INDArray row(double... numbers) {
        return Nd4j.createFromArray(new double[][] {numbers});
    }

    private static double loss(double[][] z, int... labels) {
        double total = 0;
        for (int n = 0; n < z.length; n++) {
            double sum = 0;
            for (double score : z[n]) {
                sum += Math.exp(score);
            }
            total += Math.log(sum) - z[n][labels[n]];
        }
        return total / z.length;
    }
}
