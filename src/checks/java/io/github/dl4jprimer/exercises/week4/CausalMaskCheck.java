package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w4-causal-mask; the numbers of the golden check are PyTorch's. */
class CausalMaskCheck {
    private static final double LARGER = 0.7310586;
    private static final double SMALLER = 1 - LARGER;
    private static final double[] UP = {0.0900306, 0.2447285, 0.6652410};

    @Test
    void aPositionSeesItselfAndWhatIsBefore() {
        Expect.that("CausalMask.mask(3)", () -> CausalMask.mask(3))
                .looksLike("future-seen", array(new double[][] {{1, 1, 1}, {0, 1, 1}, {0, 0, 1}}))
                .looksLike("itself-hidden", array(new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}}))
                .looksLike("mask-inverted", array(new double[][] {{0, 1, 1}, {0, 0, 1}, {0, 0, 0}}))
                .is(array(new double[][] {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}}));
    }

    @Test
    void whatComesLaterHasNoWeight() {
        INDArray scores = array(new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
        double first = 1 / (1 + 2 / Math.E);
        Expect.that(
                        "CausalMask.weights([[1, 2, 3], [1, 2, 3], [1, 2, 3]])",
                        () -> CausalMask.weights(scores))
                .leaves("scores", scores)
                .looksLikeIf("zero-times-infinity", got -> Double.isNaN(got.getDouble(0, 0)))
                .looksLikeIf("mask-after-softmax", got -> near(got, UP[0]) && last(got) == 0)
                .looksLikeIf("mask-not-used", got -> near(got, UP[0]))
                .looksLikeIf("score-set-to-zero", got -> near(got, first))
                .is(array(new double[][] {{1, 0, 0}, {SMALLER, LARGER, 0}, UP}));
    }

    @Test
    void aLargeScoreOfTheFutureChangesNothing() {
        INDArray scores = array(new double[][] {{0, 9, 2000}, {1, 2, 2000}, {0, 0, 2000}});
        Expect.that(
                        "CausalMask.weights([[0, 9, 2000], [1, 2, 2000], [0, 0, 2000]])",
                        () -> CausalMask.weights(scores))
                .looksLikeIf("maximum-of-the-future", got -> Double.isNaN(got.getDouble(0, 0)))
                .is(array(new double[][] {{1, 0, 0}, {SMALLER, LARGER, 0}, {0, 0, 1}}));
    }

    @Test
    void theOnlyPositionSeesItself() {
        Expect.that("CausalMask.mask(1)", () -> CausalMask.mask(1)).is(array(new double[][] {{1}}));
        INDArray one = array(new double[][] {{-7}});
        Expect.that("CausalMask.weights([[-7]])", () -> CausalMask.weights(one))
                .is(array(new double[][] {{1}}));
    }

    /** Scores are known up to a number a row, so the logarithm of unmasked weights will do. */
    @Test
    void fourPositionsGiveWhatPyTorchGives() {
        double[][] unmasked = {
            {0.34859240, 0.34772130, 0.07706702, 0.03973633},
            {0.19165860, 0.05019042, 0.13632661, 0.21707156},
            {0.04061877, 0.07117905, 0.55357906, 0.24139502},
            {0.05094256, 0.02542335, 0.74369890, 0.09624839}
        };
        double[][] masked = {
            {1, 0, 0, 0},
            {0.79247208, 0.20752792, 0, 0},
            {0.06104626, 0.10697554, 0.83197820, 0},
            {0.05559514, 0.02774527, 0.81162085, 0.10503875}
        };
        INDArray scores = Transforms.log(array(unmasked));
        Expect.that("CausalMask.weights(scores [4, 4])", () -> CausalMask.weights(scores))
                .is(array(masked), 1e-5);
    }

    private static boolean near(INDArray got, double first) {
        return Math.abs(got.getDouble(0, 0) - first) < 1e-5;
    }

    private static double last(INDArray got) {
        return got.getDouble(0, 2);
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
