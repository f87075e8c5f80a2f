package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MultiHeadAttentionTest {
    private static final INDArray X = normal(5, 4, 6);

    @Test
    void oneHeadIsPlainAttentionOnTheProjections() {
        var attention = MultiHeadAttention.random(6, 1, 1);
        var plain =
                Attention.of(
                        X.mmul(attention.wq()), X.mmul(attention.wk()), X.mmul(attention.wv()));
        var result = attention.forward(X);
        assertClose(plain.output(), result.context());
        assertClose(plain.output().mmul(attention.wo()), result.output());
    }

    @Test
    void eachHeadFillsItsOwnColumnsOfTheContext() {
        var result = MultiHeadAttention.random(6, 3, 1).forward(X);
        assertEquals(3, result.heads().size());
        for (int h = 0; h < 3; h++) {
            var columns = NDArrayIndex.interval(2 * h, 2 * h + 2);
            var part = result.context().get(NDArrayIndex.all(), columns);
            assertClose(result.heads().get(h).output(), part);
        }
    }

    @Test
    void withoutPositionsAnotherOrderOfTheCharactersOnlyReordersTheOutput() {
        var attention = MultiHeadAttention.random(6, 2, 1);
        int[] reversed = {3, 2, 1, 0};
        var expected = attention.forward(X).output().getRows(reversed);
        assertClose(expected, attention.forward(X.getRows(reversed)).output());
    }

    @Test
    void underACausalMaskTheFirstCharacterSeesOnlyItself() {
        var attention = MultiHeadAttention.random(6, 2, 1);
        var masked = attention.forward(X, Attention.causalMask(4));
        var alone = attention.forward(X.getRows(0));
        assertClose(alone.output(), masked.output().getRows(0));
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertClose(
                MultiHeadAttention.random(4, 2, 7).wo(), MultiHeadAttention.random(4, 2, 7).wo());
    }

    @Test
    void whatDoesNotFitIsRejected() {
        assertRejected(
                "heads must divide the width 6, got 4. Choose one that leaves no rest.",
                () -> MultiHeadAttention.random(6, 4, 1));
        assertRejected(
                "heads must be at least 1, got 0. One head is plain attention.",
                () -> MultiHeadAttention.random(6, 0, 1));
        var square = normal(1, 6, 6);
        assertRejected(
                "wo must be of shape [6, 6], got shape [6, 5]. W_o is [width, width].",
                () -> new MultiHeadAttention(square, square, square, normal(1, 6, 5), 2));
        assertRejected(
                "x must be a matrix [N, 6], got shape [4, 5].",
                () -> MultiHeadAttention.random(6, 2, 1).forward(Nd4j.zeros(4, 5)));
    }
}
