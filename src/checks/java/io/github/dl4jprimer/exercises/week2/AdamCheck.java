package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-adam, on a ravine against the path that PyTorch's Adam takes. */
class AdamCheck {
    /** Length of the first step without correction, in learning rates: 0.1 / √0.001. */
    private static final double UNCORRECTED = 0.1 / Math.sqrt(0.001);

    private final INDArray p = pair(1, -2);
    private final INDArray g = pair(10, -0.5);
    private final Adam adam = new Adam(0.3);

    @Test
    void theFirstStepIsAsLongAsTheLearningRate() {
        double root = 0.3 * UNCORRECTED;
        Expect.that("new Adam(0.3).step([1, -2], [10, -0.5])", () -> adam.step(p, g))
                .leaves("p", p)
                .leaves("g", g)
                .looksLike("no-bias-correction", pair(1 - root, -2 + root))
                .looksLikeIf("steps-counted-from-zero", got -> Double.isNaN(got.getDouble(0)))
                .looksLikeIf("square-forgotten", got -> Double.isNaN(got.getDouble(1)))
                .looksLike("root-forgotten", pair(1 - 0.03, -2 + 0.6))
                .looksLike("uphill", pair(1.3, -2.3))
                .is(pair(0.7, -1.7));
    }

    @Test
    void onASteadySlopeEveryStepIsAsLong() {
        double m = 1 / 0.19;
        double v = 1 / Math.sqrt(1 - 0.999 * 0.999);
        Expect.that("the second step with the same gradient", () -> adam.step(adam.step(p, g), g))
                .looksLike("correction-written-back", twoSteps(m / v))
                .looksLike("correction-written-back", twoSteps(m))
                .looksLike("correction-written-back", twoSteps(1 / v))
                .looksLike("steps-not-counted", twoSteps(1.9 / Math.sqrt(1.999)))
                .is(twoSteps(1));
    }

    @Test
    void forTinyGradientsItMattersWhereEpsilonStands() {
        INDArray tiny = pair(1e-6, -1e-6);
        double early = 0.3 * Math.sqrt(0.001) / 0.1 * 1e-7 / (Math.sqrt(0.001) * 1e-6 + 1e-8);
        double right = 0.3 / 1.01;
        Expect.that("new Adam(0.3).step([1, -2], [1e-6, -1e-6])", () -> adam.step(p, tiny))
                .looksLike("epsilon-before-correction", pair(1 - early, -2 + early))
                .looksLike("epsilon-forgotten", pair(0.7, -1.7))
                .is(pair(1 - right, -2 + right));
    }

    @Test
    void withoutAGradientNothingMoves() {
        Expect.that("new Adam(0.3).step([1, -2], [0, 0])", () -> adam.step(p, Nd4j.zerosLike(g)))
                .looksLikeIf("epsilon-forgotten", got -> Double.isNaN(got.getDouble(0)))
                .is(pair(1, -2));
    }

    @Test
    void theRavineIsWalkedAsPyTorchDoes() {
        Expect.that("20 steps on the ravine (x² + 20y²) / 2 from [10, 1], rate 0.3", this::ravine)
                .is(pair(4.308599496520579, 0.22845749582645386), 1e-5);
    }

    private INDArray ravine() {
        INDArray at = pair(10, 1);
        for (int i = 0; i < 20; i++) {
            at = adam.step(at, at.mul(pair(1, 20)));
        }
        return at;
    }

    /** A first step as long as the learning rate and a second one of this many. */
    private static INDArray twoSteps(double second) {
        return pair(0.7 - 0.3 * second, -1.7 + 0.3 * second);
    }

    private static INDArray pair(double first, double second) {
        return Nd4j.createFromArray(first, second);
    }
}
