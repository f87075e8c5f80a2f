package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AttentionTest {
    private static final INDArray Q = matrix(new double[] {2, 0, 0, 0});
    private static final INDArray K = matrix(new double[] {1, 0, 0, 0}, new double[] {0, 1, 0, 0});
    private static final INDArray V = matrix(new double[] {10}, new double[] {20});

    @Test
    void scoresAreProductsByTheRootOfTheWidthAndWeightsTheirSoftmax() {
        var attention = Attention.of(Q, K, V);
        assertClose(matrix(new double[] {1, 0}), attention.scores()); // 2 / √4 and 0
        double first = Math.E / (Math.E + 1);
        assertClose(matrix(new double[] {first, 1 - first}), attention.weights());
        assertClose(matrix(new double[] {10 * first + 20 * (1 - first)}), attention.output());
    }

    @Test
    void whatIsHiddenHasNoShareAndTheRestStillSumsToOne() {
        var attention = Attention.of(Q, K, V, matrix(new double[] {0, 1}));
        assertEquals(Double.NEGATIVE_INFINITY, attention.scores().getDouble(0, 0));
        assertClose(matrix(new double[] {0, 1}), attention.weights());
        assertClose(matrix(new double[] {20}), attention.output());
    }

    @Test
    void aCausalMaskLetsAPositionSeeItselfAndWhatCameBefore() {
        var expected = Nd4j.createFromArray(new float[][] {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}});
        assertClose(expected, Attention.causalMask(3));
    }

    @Test
    void queriesAndKeysMayDifferInNumberAndValuesInWidth() {
        var attention = Attention.of(normal(1, 3, 4), normal(2, 6, 4), normal(3, 6, 7));
        assertClose(Nd4j.ones(DataType.DOUBLE, 3), attention.weights().sum(1));
        assertEquals(7, attention.output().size(1));
    }

    @Test
    void argumentsAreLeftAsTheyAre() {
        var q = Q.dup();
        var mask = matrix(new double[] {1, 1});
        Attention.of(q, K, V, mask);
        assertClose(Q, q);
        assertClose(matrix(new double[] {1, 1}), mask);
    }

    @Test
    void whatDoesNotFitIsRejected() {
        assertRejected(
                "keys must be a matrix [N, 4], got shape [2, 3]. Queries and keys have one width.",
                () -> Attention.of(Q, normal(1, 2, 3), V));
        assertRejected(
                "values must be of shape [2, 1], got shape [3, 1]. Give one row a key.",
                () -> Attention.of(Q, K, normal(1, 3, 1)));
        assertRejected(
                "mask must be of shape [1, 2], got shape [2, 2].",
                () -> Attention.of(Q, K, V, Attention.causalMask(2)));
        assertRejected(
                "mask must leave each query a key, got a row of zeros. Let it see itself.",
                () -> Attention.of(Q, K, V, Nd4j.zeros(1, 2)));
        assertRejected("length must be at least 1, got 0.", () -> Attention.causalMask(0));
    }
}
