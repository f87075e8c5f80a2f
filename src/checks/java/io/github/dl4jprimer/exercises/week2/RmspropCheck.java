package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-rmsprop, on a ravine against the path that PyTorch's RMSprop takes. */
class RmspropCheck {
    private static final double ROOT_OF_MEAN = Math.sqrt(0.01 * 12.5);

    private final INDArray p = pair(1, -2);
    private final INDArray g = pair(3, -4);
    private final Rmsprop rule = new Rmsprop(0.1, 0.99, 1e-8);

    @Test
    void bothParametersMoveAlikeWhateverTheirGradients() {
        Expect.that("new Rmsprop(0.1, 0.99, 1e-8).step([1, -2], [3, -4])", () -> rule.step(p, g))
                .leaves("p", p)
                .leaves("g", g)
                .looksLike("root-forgotten", pair(1 - 0.3 / 0.09, -2 + 0.4 / 0.16))
                .looksLike("sum-not-average", pair(0.9, -1.9))
                .looksLike(
                        "one-size-for-all", pair(1 - 0.3 / ROOT_OF_MEAN, -2 + 0.4 / ROOT_OF_MEAN))
                .looksLikeIf("square-forgotten", got -> Double.isNaN(got.getDouble(1)))
                .looksLikeIf("average-of-before", got -> Math.abs(got.getDouble(0)) > 1e6)
                .is(pair(0, -1));
    }

    @Test
    void theAverageIsKeptFromStepToStep() {
        double second = 1 / Math.sqrt(0.0199);
        Expect.that("the second step with the same gradient", () -> rule.step(rule.step(p, g), g))
                .looksLike("average-not-kept", pair(-1, 0))
                .is(pair(-0.1 * second, -1 + 0.1 * second));
    }

    @Test
    void forTinyGradientsItMattersWhereEpsilonStands() {
        INDArray tiny = pair(1e-6, -1e-6);
        double inside = 1e-7 / Math.sqrt(1e-14 + 1e-8);
        Expect.that(
                        "new Rmsprop(0.1, 0.99, 1e-8).step([1, -2], [1e-6, -1e-6])",
                        () -> rule.step(p, tiny))
                .looksLike("epsilon-inside", pair(1 - inside, -2 + inside))
                .looksLike("epsilon-forgotten", pair(0, -1))
                .is(pair(1 - 1e-7 / 1.1e-7, -2 + 1e-7 / 1.1e-7));
    }

    @Test
    void withoutAGradientNothingMoves() {
        Expect.that(
                        "new Rmsprop(0.1, 0.99, 1e-8).step([1, -2], [0, 0])",
                        () -> rule.step(p, Nd4j.zerosLike(g)))
                .looksLikeIf("epsilon-forgotten", got -> Double.isNaN(got.getDouble(0)))
                .is(pair(1, -2));
    }

    @Test
    void theRavineIsWalkedAsPyTorchDoes() {
        Expect.that("5 steps on the ravine (x² + 20y²) / 2 from [10, 1], rate 0.1", this::ravine)
                .is(pair(6.964657803039472, 0), 1e-5);
    }

    private INDArray ravine() {
        INDArray at = pair(10, 1);
        for (int i = 0; i < 5; i++) {
            at = rule.step(at, at.mul(pair(1, 20)));
        }
        return at;
    }

    private static INDArray pair(double first, double second) {
        return Nd4j.createFromArray(first, second);
    }
}
