package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-scaled-dot-product; the numbers of the golden check are PyTorch's. */
class ScaledDotProductCheck {
    private static final double LIKELY = 0.7310586;

    private final INDArray queries = array(new double[][] {{2, 0, 0, 0}});
    private final INDArray keys = array(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}});

    @Test
    void aQuerySharesItselfOutAmongTheKeys() {
        Expect.that(
                        "ScaledDotProduct.weights([[2, 0, 0, 0]], [[1, 0, 0, 0], [0, 1, 0, 0]])",
                        () -> ScaledDotProduct.weights(queries, keys))
                .leaves("queries", queries)
                .leaves("keys", keys)
                .looksLike("scale-forgotten", shares(2))
                .looksLike("divided-by-d", shares(0.5))
                .looksLike("scaled-by-the-number-of-keys", shares(Math.sqrt(2)))
                .looksLike("wrong-axis", array(new double[][] {{1, 1}}))
                .is(array(new double[][] {{LIKELY, 1 - LIKELY}}));
    }

    @Test
    void theValuesAreMixedInTheseShares() {
        INDArray values = array(new double[][] {{10, 0}, {0, 20}});
        Expect.that(
                        "ScaledDotProduct.of([[2, 0, 0, 0]], [[1, 0, 0, 0], [0, 1, 0, 0]], [[10,"
                                + " 0], [0, 20]])",
                        () -> ScaledDotProduct.of(queries, keys, values))
                .leaves("values", values)
                .looksLike(
                        "values-averaged", array(new double[][] {{5 * LIKELY, 10 - 10 * LIKELY}}))
                .is(array(new double[][] {{10 * LIKELY, 20 - 20 * LIKELY}}));
    }

    @Test
    void eachQueryHasSharesOfItsOwn() {
        INDArray two = array(new double[][] {{2, 0, 0, 0}, {0, 0, 2, 0}});
        Expect.that(
                        "ScaledDotProduct.weights([[2, 0, 0, 0], [0, 0, 2, 0]], [[1, 0, 0, 0], [0,"
                                + " 1, 0, 0]])",
                        () -> ScaledDotProduct.weights(two, keys))
                .is(array(new double[][] {{LIKELY, 1 - LIKELY}, {0.5, 0.5}}));
    }

    @Test
    void largeScoresStayFinite() {
        INDArray large = queries.mul(1000);
        Expect.that(
                        "ScaledDotProduct.weights([[2000, 0, 0, 0]], [[1, 0, 0, 0], [0, 1, 0, 0]])",
                        () -> ScaledDotProduct.weights(large, keys))
                .looksLikeIf("maximum-not-subtracted", got -> Double.isNaN(got.getDouble(0)))
                .is(array(new double[][] {{1, 0}}));
    }

    @Test
    void theOnlyKeyGetsEverything() {
        INDArray one = array(new double[][] {{-3, 7}});
        INDArray several = array(new double[][] {{5, 5}, {0, 0}, {-9, 1}});
        INDArray value = array(new double[][] {{4}});
        Expect.that(
                        "ScaledDotProduct.of([[5, 5], [0, 0], [-9, 1]], [[-3, 7]], [[4]])",
                        () -> ScaledDotProduct.of(several, one, value))
                .is(array(new double[][] {{4}, {4}, {4}}));
    }

    @Test
    void sixKeysGiveWhatPyTorchGives() {
        double[][] q = {{0.28658506, -1.84028804, 0.30097878, -1.09941232}};
        double[][] k = {
            {-0.19869068, -1.28430998, 1.80487907, 0.63804585},
            {0.30391902, 0.52242887, 0.12960882, -1.45112383},
            {-1.43505299, 0.13890433, 1.29406166, 0.99126911},
            {-0.77995396, -2.51997018, -0.33395225, -0.69318056},
            {-0.80866688, -0.74801236, -2.25394702, -1.44846511},
            {1.53473318, 1.08013630, 1.88651502, 1.32774973}
        };
        double[][] v = {
            {-0.45236900, 0.39150059},
            {0.10900310, -1.06916440},
            {-0.95800114, 0.94182789},
            {-0.99180156, 1.45272720},
            {0.88378274, 0.23221463},
            {0.13820709, 0.92955536}
        };
        Expect.that(
                        "ScaledDotProduct.of(queries [1, 4], keys [6, 4], values [6, 2])",
                        () -> ScaledDotProduct.of(array(q), array(k), array(v)))
                .is(array(new double[][] {{-0.56592868, 0.93802649}}), 1e-5);
    }

    /** Softmax of the scores [s, 0]. */
    private static INDArray shares(double s) {
        double share = 1 / (1 + Math.exp(-s));
        return array(new double[][] {{share, 1 - share}});
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
