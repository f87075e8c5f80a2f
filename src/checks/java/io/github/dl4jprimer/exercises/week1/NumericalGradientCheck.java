package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w1-numerical-gradient, with an ε so large that the ways of trying can be told apart. */
class NumericalGradientCheck {
    private final INDArray w = Nd4j.createFromArray(1.0, 2.0);

    @Test
    void everyNumberIsWiggledBothWays() {
        Expect.that(
                        "NumericalGradient.of(L = w0³ + w0·w1, [1, 2], 0.1)",
                        () -> NumericalGradient.of(NumericalGradientCheck::cubic, w, 0.1))
                .leaves("w", w)
                .looksLike("one-sided", pair(5.31, 1))
                .looksLike("two-forgotten", pair(10.02, 2))
                .looksLike("all-at-once", pair(6.01, 6.01))
                .is(pair(5.01, 1));
    }

    @Test
    void theErrorIsMeasuredAgainstTheSize() {
        Expect.that(
                        "NumericalGradient.relativeError(2, 3)",
                        () -> NumericalGradient.relativeError(2, 3))
                .looksLike("absolute-error", 1.0)
                .looksLike("signs-cancel", -0.2)
                .is(0.2);
        Expect.that(
                        "NumericalGradient.relativeError(1, -1)",
                        () -> NumericalGradient.relativeError(1, -1))
                .looksLikeIf("signs-cancel", got -> got > 1)
                .is(1.0);
    }

    @Test
    void twoZerosAgree() {
        Expect.that(
                        "NumericalGradient.relativeError(0, 0)",
                        () -> NumericalGradient.relativeError(0, 0))
                .looksLikeIf("nought-by-nought", got -> got.isNaN())
                .is(0.0);
    }

    @Test
    void aMatrixHasAGradientOfItsShape() {
        INDArray matrix = Nd4j.createFromArray(new double[][] {{1, -2, 0.5}, {0, 3, -1}});
        Expect.that(
                        "NumericalGradient.of(L = Σ tanh(w), w [2, 3], 0.00001)",
                        () -> NumericalGradient.of(NumericalGradientCheck::bent, matrix, 1e-5))
                .leaves("w", matrix)
                .is(slopeOfBent(matrix));
    }

    @Test
    void aPlantedMistakeIsFound() {
        Expect.that(
                        "relative error of -tanh² instead of 1 - tanh², at w0 = 1",
                        () -> {
                            double wrong = slopeOfBent(w).getDouble(0) - 1;
                            INDArray tried =
                                    NumericalGradient.of(NumericalGradientCheck::bent, w, 1e-5);
                            return NumericalGradient.relativeError(wrong, tried.getDouble(0));
                        })
                .is(1.0);
    }

    private static double cubic(INDArray at) {
        double first = at.getDouble(0);
        return first * first * first + first * at.getDouble(1);
    }

    private static double bent(INDArray at) {
        return Transforms.tanh(at).sumNumber().doubleValue();
    }

    private static INDArray slopeOfBent(INDArray at) {
        INDArray t = Transforms.tanh(at);
        return t.mul(t).rsub(1);
    }

    private static INDArray pair(double first, double second) {
        return Nd4j.createFromArray(first, second);
    }
}
