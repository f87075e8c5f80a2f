package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w4-padding-mask; the numbers of the golden check are PyTorch's. */
class PaddingMaskCheck {
    private static final double LARGER = 0.7310586;
    private static final double SMALLER = 1 - LARGER;

    /** Softmax of [1, 2, 3], and of [1, 2, 0]. */
    private static final double[] UP = {0.0900306, 0.2447285, 0.6652410};

    private static final double[] SHUFFLED = {UP[1], UP[2], UP[0]};

    private final INDArray mask = Nd4j.createFromArray(1.0, 1.0, 0.0);

    @Test
    void nobodyLooksAtAHiddenKey() {
        INDArray scores = array(new double[][] {{1, 2, 3}, {3, 3, 3}, {2, 1, 0}});
        Expect.that(
                        "PaddingMask.weights([[1, 2, 3], [3, 3, 3], [2, 1, 0]], [1, 1, 0])",
                        () -> PaddingMask.weights(scores, mask))
                .leaves("scores", scores)
                .leaves("mask", mask)
                .looksLikeIf("zero-times-infinity", got -> Double.isNaN(got.getDouble(0, 0)))
                .looksLikeIf("queries-hidden", got -> firstRowIs(got, UP))
                .looksLikeIf("mask-after-softmax", got -> firstRowIs(got, UP[0], UP[1], 0))
                .looksLikeIf("score-set-to-zero", got -> firstRowIs(got, SHUFFLED))
                .looksLikeIf("mask-inverted", got -> firstRowIs(got, 0, 0, 1))
                .is(
                        array(
                                new double[][] {
                                    {SMALLER, LARGER, 0}, {0.5, 0.5, 0}, {LARGER, SMALLER, 0}
                                }));
    }

    @Test
    void whatIsHiddenMayHaveAnyScore() {
        INDArray scores = array(new double[][] {{1, 2, 20000}});
        Expect.that(
                        "PaddingMask.weights([[1, 2, 20000]], [1, 1, 0])",
                        () -> PaddingMask.weights(scores, mask))
                .looksLikeIf("maximum-of-the-padding", got -> Double.isNaN(got.getDouble(0, 0)))
                .looksLikeIf("penalty-too-small", got -> got.getDouble(0, 2) > 0)
                .is(array(new double[][] {{SMALLER, LARGER, 0}}));
    }

    @Test
    void withoutPaddingItIsTheSoftmax() {
        INDArray scores = array(new double[][] {{1, 2, 3}});
        INDArray open = Nd4j.createFromArray(1.0, 1.0, 1.0);
        Expect.that(
                        "PaddingMask.weights([[1, 2, 3]], [1, 1, 1])",
                        () -> PaddingMask.weights(scores, open))
                .is(array(new double[][] {UP}));
    }

    @Test
    void theOnlyRealKeyGetsEverything() {
        INDArray scores = array(new double[][] {{-5, 40, 7}, {0, 0, 0}});
        INDArray first = Nd4j.createFromArray(1.0, 0.0, 0.0);
        Expect.that(
                        "PaddingMask.weights([[-5, 40, 7], [0, 0, 0]], [1, 0, 0])",
                        () -> PaddingMask.weights(scores, first))
                .is(array(new double[][] {{1, 0, 0}, {1, 0, 0}}));
    }

    /** Scores are known up to a number a row, so the logarithm of unmasked weights will do. */
    @Test
    void fiveKeysGiveWhatPyTorchGives() {
        double[][] unmasked = {
            {0.09473233, 0.15323104, 0.15447607, 0.23257132, 0.36498924},
            {0.26701052, 0.28579421, 0.11931579, 0.29748980, 0.03038967}
        };
        double[][] masked = {
            {0.23539524, 0.38075553, 0.38384923, 0, 0}, {0.39726583, 0.42521274, 0.17752142, 0, 0}
        };
        INDArray scores = Transforms.log(array(unmasked));
        INDArray three = Nd4j.createFromArray(1.0, 1.0, 1.0, 0.0, 0.0);
        Expect.that(
                        "PaddingMask.weights(scores [2, 5], [1, 1, 1, 0, 0])",
                        () -> PaddingMask.weights(scores, three))
                .is(array(masked), 1e-5);
    }

    private static boolean firstRowIs(INDArray weights, double... row) {
        return weights.getRow(0).equalsWithEps(Nd4j.createFromArray(row), 1e-5);
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
