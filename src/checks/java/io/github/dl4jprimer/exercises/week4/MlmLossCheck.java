package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.scratch.NumericalGradient;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-mlm-loss; the longer numbers are PyTorch's. */
class MlmLossCheck {
    private static final double UP = 0.4076060;

    private final INDArray z = Nd4j.createFromArray(new double[][][] {{{1, 2, 3}, {0, 0, 0}}});
    private final int[][] label = {{2, -100}};
    private final INDArray torch =
            Nd4j.createFromArray(
                    new double[][][] {
                        {
                            {0.132535079, 0.093983111, 3.673077260, 2.735380797, 2.242717328},
                            {3.719494392, 1.202458006, 1.475659151, -1.613563087, -1.596695006},
                            {1.535547810, 1.034711034, 3.928494595, 0.896277970, -0.205564480}
                        },
                        {
                            {-0.499449372, -2.538289550, 2.569286906, -1.116472978, -0.673391282},
                            {0.223978141, 0.319265671, -2.452334565, 0.701612546, 1.347649294},
                            {-1.874345731, 1.456118089, 0.089313422, 1.279265733, 0.634430115}
                        }
                    });

    @Test
    void onlyTheGuessedPositionCounts() {
        Expect.that("MlmLoss.of([[[1, 2, 3], [0, 0, 0]]], [[2, -100]])", () -> MlmLoss.of(z, label))
                .leaves("z", z)
                .looksLike("divided-by-all-positions", UP / 2)
                .looksLike("sign-forgotten", -UP)
                .looksLikeIfThrown("ignored-position-counted")
                .is(UP);
    }

    @Test
    void theMeanIsTakenOverThePositionsOfTheWholeBatch() {
        loss(new int[][] {{0, 3, 4}, {1, 1, 2}})
                .looksLike("sum-not-mean", 23.2597737)
                .is(3.8766289);
        double sum = 4.0638792 + 5.2179256 + 1.8300079 + 2.3100446;
        loss(new int[][] {{0, -100, -100}, {1, 1, 2}})
                .looksLike("sum-not-mean", sum)
                .looksLike("divided-by-all-positions", sum / 6)
                .looksLike("texts-averaged-first", (4.0638792 + (sum - 4.0638792) / 3) / 2)
                .is(sum / 4);
    }

    @Test
    void nothingToGuessCostsNothing() {
        int[][] none = {{-100, -100}};
        Expect.that("MlmLoss.of(z, [[-100, -100]])", () -> MlmLoss.of(z, none))
                .looksLikeIf("zero-divided-by-zero", got -> Double.isNaN(got))
                .is(0.0);
        Expect.that("MlmLoss.gradient(z, [[-100, -100]])", () -> MlmLoss.gradient(z, none))
                .looksLikeIf("zero-divided-by-zero", got -> Double.isNaN(got.getDouble(0)))
                .looksLikeIf("ignored-position-learns", got -> got.getDouble(0) != 0)
                .is(Nd4j.zerosLike(z));
    }

    @Test
    void extremeScoresStayFinite() {
        INDArray extreme = Nd4j.createFromArray(new double[][][] {{{0, 1000}}});
        Expect.that(
                        "MlmLoss.of([[[0, 1000]]], [[0]])",
                        () -> MlmLoss.of(extreme, new int[][] {{0}}))
                .looksLikeIf("maximum-not-subtracted", got -> !Double.isFinite(got))
                .is(1000.0);
    }

    @Test
    void whatIsNotGuessedGetsNoGradient() {
        Expect.that(
                        "MlmLoss.gradient([[[1, 2, 3], [0, 0, 0]]], [[2, -100]])",
                        () -> MlmLoss.gradient(z, label))
                .leaves("z", z)
                .looksLikeIf("ignored-position-learns", got -> got.getDouble(0, 1, 0) != 0)
                .looksLike("divided-by-all-positions", gradient(0.0450153, 0.1223642, -0.1673795))
                .is(gradient(0.0900306, 0.2447285, -0.3347590));
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        int[][] labels = {{0, -100, -100}, {1, 1, 2}};
        Expect.that("MlmLoss.gradient(z [2, 3, 5], labels)", () -> MlmLoss.gradient(torch, labels))
                .is(NumericalGradient.of(() -> meanLoss(torch, labels), torch));
    }

    private Expect<Double> loss(int[][] labels) {
        return Expect.that(
                "MlmLoss.of(z [2, 3, 5], %s)".formatted(Arrays.deepToString(labels)),
                () -> MlmLoss.of(torch, labels));
    }

    /** The loss, written down once more for the differences. */
    private static double meanLoss(INDArray z, int[][] labels) {
        double total = 0;
        int n = 0;
        for (int b = 0; b < labels.length; b++) {
            for (int t = 0; t < labels[b].length; t++) {
                if (labels[b][t] >= 0) {
                    double[] scores = z.slice(b).slice(t).toDoubleVector();
                    double sum = Arrays.stream(scores).map(Math::exp).sum();
                    total += Math.log(sum) - scores[labels[b][t]];
                    n++;
                }
            }
        }
        return total / n;
    }

    private static INDArray gradient(double... first) {
        return Nd4j.createFromArray(new double[][][] {{first, {0, 0, 0}}});
    }
}
