package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-contrastive. */
class ContrastiveCheck {
    private static final double WIGGLE = 1e-5;

    private final INDArray a = array(new double[][] {{0, 0}, {0, 0}, {0, 0}});
    private final INDArray b = array(new double[][] {{0.3, 0.4}, {0.9, 1.2}, {3, 4}});
    private final int[] similar = {1, 0, 0};

    @Test
    void similarPairsPayForDistanceAndOthersForNearness() {
        Expect.that(
                        "Contrastive.loss(zeros, [[0.3, 0.4], [0.9, 1.2], [3, 4]], [1, 0, 0], 2)",
                        () -> Contrastive.loss(a, b, similar, 2))
                .leaves("a", a)
                .leaves("b", b)
                .looksLike("roles-swapped", (1.125 + 1.125 + 12.5) / 3)
                .looksLike("margin-not-cut", (0.25 + 4.5) / 3)
                .looksLike("half-forgotten", 0.5 / 3)
                .looksLike("gap-of-squares", 0.125 / 3)
                .looksLike("sum-not-mean", 0.25)
                .is(0.25 / 3);
    }

    @Test
    void theGradientPullsPushesOrLeavesAlone() {
        double[] pull = {-0.1, -0.4 / 3};
        double[] push = {0.1, 0.4 / 3};
        double[] rest = {0, 0};
        INDArray expected = array(new double[][] {pull, push, rest});
        Expect.that(
                        "Contrastive.gradient(zeros, [[0.3, 0.4], [0.9, 1.2], [3, 4]], [1, 0, 0],"
                                + " 2)",
                        () -> Contrastive.gradient(a, b, similar, 2))
                .leaves("a", a)
                .leaves("b", b)
                .looksLike("sum-not-mean", expected.mul(3))
                .looksLike("push-pulls", array(new double[][] {pull, pull, rest}))
                .looksLikeIf("margin-not-cut", got -> Math.abs(got.getDouble(2, 0)) > 0.1)
                .looksLike(
                        "direction-not-of-length-one",
                        array(new double[][] {pull, {0.15, 0.2}, rest}))
                .is(expected);
    }

    @Test
    void theGradientIsThatOfTheDifferences() {
        double[][] at = {{0.2, -0.5}, {0.7, 0.1}, {-1, 1}};
        int[] pairs = {1, 0, 0};
        double[][] expected = new double[3][2];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 2; k++) {
                double before = at[i][k];
                at[i][k] = before + WIGGLE;
                double above = Contrastive.loss(array(at), b, pairs, 1.5);
                at[i][k] = before - WIGGLE;
                double below = Contrastive.loss(array(at), b, pairs, 1.5);
                expected[i][k] = (above - below) / (2 * WIGGLE);
                at[i][k] = before;
            }
        }
        Expect.that(
                        "Contrastive.gradient([[0.2, -0.5], [0.7, 0.1], [-1, 1]], b, [1, 0, 0],"
                                + " 1.5)",
                        () -> Contrastive.gradient(array(at), b, pairs, 1.5))
                .is(array(expected));
    }

    @Test
    void aDissimilarPairAtOnePlaceHasNoDirection() {
        INDArray place = array(new double[][] {{1, 2}});
        Expect.that(
                        "Contrastive.gradient([[1, 2]], [[1, 2]], [0], 1)",
                        () -> Contrastive.gradient(place, place.dup(), new int[] {0}, 1))
                .looksLikeIf("divided-by-no-distance", got -> Double.isNaN(got.getDouble(0)))
                .is(Nd4j.zeros(1, 2));
        Expect.that(
                        "Contrastive.loss([[1, 2]], [[1, 2]], [0], 1)",
                        () -> Contrastive.loss(place, place.dup(), new int[] {0}, 1))
                .is(0.5);
    }

    @Test
    void pyTorchHasTheSameLossAndGradient() {
        INDArray left =
                array(
                        new double[][] {
                            {0.899280945, 0.825409317, -0.818330676, -0.473936639},
                            {-0.983620460, 0.026774789, -0.433119208, -0.062858228},
                            {-1.363900324, 1.705775776, 0.121401695, -1.022618162}
                        });
        INDArray right =
                array(
                        new double[][] {
                            {0.466876501, 1.238095464, -1.588856169, -0.846909489},
                            {-0.958370253, -0.771129431, -0.583015922, -0.074200848},
                            {-1.205707425, 1.680788959, 0.306339320, -1.407502951}
                        });
        INDArray sum =
                array(
                        new double[][] {
                            {0.432404443, -0.412686146, 0.770525492, 0.372972850},
                            {0.005833324, -0.184332519, -0.034629268, -0.002620382},
                            {0.188678350, -0.029802041, 0.220577069, -0.459056174}
                        });
        int[] pairs = {1, 0, 0};
        Expect.that("Contrastive.loss(a, b, [1, 0, 0], 1)", () -> loss(left, right, pairs))
                .is((0.545050870 + 0.017609279 + 0.147937248) / 3);
        Expect.that(
                        "Contrastive.gradient(a, b, [1, 0, 0], 1)",
                        () -> Contrastive.gradient(left, right, pairs, 1))
                .is(sum.div(3));
    }

    private static double loss(INDArray left, INDArray right, int[] pairs) {
        return Contrastive.loss(left, right, pairs, 1);
    }

    private static INDArray array(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
