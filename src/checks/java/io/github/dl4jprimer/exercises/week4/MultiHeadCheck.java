package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-multi-head; the numbers of the larger checks were computed with NumPy. */
class MultiHeadCheck {
    private static final double LIKELY = 0.7310586;

    private static final double[][] ONE_HEAD = {
        {5, 2.16348269, 3.16348269, 4.16348269},
        {4.39617923, 3.06921385, 4.06921385, 5.06921385},
        {5, 2.16348269, 3.16348269, 4.16348269}
    };

    private static final double[][] TWO_HEADS = {
        {6.16791974, 1.40816629, 4.20889674, 5.20889674},
        {4.18665489, 3.20889674, 3.66666667, 4.66666667},
        {5, 1.54191726, 4.51744922, 5.51744922}
    };

    private static final double[][] FOUR_HEADS = {
        {6.68204994, 2.66666667, 5.93493021, 3.87066535},
        {5, 3.37855039, 3.66666667, 4.66666667},
        {7.99801162, 3.74648425, 4.88058442, 4.66666667}
    };

    private final INDArray queries =
            array(new double[][] {{1, 0, 2, 1}, {0, 1, 0, 0}, {2, 2, 1, 0}});
    private final INDArray keys = array(new double[][] {{1, 1, 0, 2}, {0, 1, 1, 0}, {2, 0, 0, 1}});
    private final INDArray values =
            array(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 0, 1, 2}});

    @Test
    void aHeadHasItsColumnsOfAllCharacters() {
        INDArray x = array(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});
        Expect.that(
                        "MultiHead.head([[1, 2, 3, 4], [5, 6, 7, 8]], 1, 2)",
                        () -> MultiHead.head(x, 1, 2))
                .leaves("x", x)
                .looksLike("rows-mixed", array(new double[][] {{5, 6}, {7, 8}}))
                .looksLike("columns-interleaved", array(new double[][] {{2, 4}, {6, 8}}))
                .is(array(new double[][] {{3, 4}, {7, 8}}));
    }

    @Test
    void twoHeadsLookDifferently() {
        INDArray q = array(new double[][] {{1, 0}, {0, 1}});
        INDArray k = array(new double[][] {{1, 0}, {0, 2}});
        INDArray v = array(new double[][] {{10, 1}, {20, 2}});
        double surer = 1 / (1 + Math.exp(-2));
        Expect.that(
                        "MultiHead.of([[1, 0], [0, 1]], [[1, 0], [0, 2]], [[10, 1], [20, 2]], 2)",
                        () -> MultiHead.of(q, k, v, 2))
                .leaves("queries", q)
                .leaves("keys", k)
                .leaves("values", v)
                .looksLikeIf("heads-added", got -> got.size(1) == 1 && got.size(0) == 2)
                .looksLikeIf("heads-under-each-other", got -> got.size(0) == 4)
                .looksLikeIf("scaled-by-the-whole-width", got -> isAt(got, 13.3023845, 1.5))
                .looksLikeIf("one-head", got -> isAt(got, 13.3023845, 1.33023845))
                .is(array(new double[][] {{20 - 10 * LIKELY, 1.5}, {15, 1 + surer}}));
    }

    @Test
    void headsOfTwoColumnsGiveTheKnownValues() {
        Expect.that(
                        "MultiHead.of(queries [3, 4], keys [3, 4], values [3, 4], 2)",
                        () -> MultiHead.of(queries, keys, values, 2))
                .is(array(TWO_HEADS));
    }

    @Test
    void oneHeadIsPlainAttention() {
        Expect.that(
                        "MultiHead.of(queries [3, 4], keys [3, 4], values [3, 4], 1)",
                        () -> MultiHead.of(queries, keys, values, 1))
                .is(array(ONE_HEAD));
    }

    @Test
    void aHeadMayBeOneColumnWide() {
        Expect.that(
                        "MultiHead.of(queries [3, 4], keys [3, 4], values [3, 4], 4)",
                        () -> MultiHead.of(queries, keys, values, 4))
                .is(array(FOUR_HEADS));
    }

    @Test
    void theOnlyCharacterKeepsItsValue() {
        INDArray one = array(new double[][] {{3, 1, 4, 1}});
        Expect.that("MultiHead.of([[3, 1, 4, 1]], …, 2)", () -> MultiHead.of(one, one, one, 2))
                .is(one.dup());
    }

    private static boolean isAt(INDArray got, double first, double second) {
        return Math.abs(got.getDouble(0, 0) - first) < 1e-5
                && Math.abs(got.getDouble(0, 1) - second) < 1e-5;
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
