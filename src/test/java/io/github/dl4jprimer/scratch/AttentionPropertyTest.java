package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What holds for attention on any sentence, under any mask that leaves each query a key. */
class AttentionPropertyTest {
    private static INDArray mask(Draw draw, int queries, int keys) {
        var mask = Nd4j.zeros(DataType.DOUBLE, queries, keys);
        for (int t = 0; t < queries; t++) {
            for (int u = 0; u < keys; u++) {
                mask.putScalar(t, u, draw.between(0, 1));
            }
            mask.putScalar(t, draw.between(0, keys - 1), 1);
        }
        return mask;
    }

    @Property
    void sharesSumToOneOverTheKeysThatAreNotHidden(long seed) {
        var draw = new Draw(seed);
        int queries = draw.between(1, 6);
        int keys = draw.between(1, 7);
        int width = draw.between(1, 8);
        var q = draw.matrix(queries, width, draw.magnitude(-2, 2));
        var k = draw.matrix(keys, width, 1);
        var v = draw.matrix(keys, 3, 1);
        var mask = mask(draw, queries, keys);
        var attention = Attention.of(q, k, v, mask);
        assertClose(Nd4j.ones(DataType.DOUBLE, queries), attention.weights().sum(1), 1e-13, 0);
        var hidden = attention.weights().mul(mask.rsub(1));
        assertEquals(0, hidden.amaxNumber().doubleValue(), "hidden keys");
        assertTrue(attention.weights().minNumber().doubleValue() >= 0);
        assertMixture(attention, v, mask);
    }

    /** Each output lies between the smallest and the largest value that its query may see. */
    private static void assertMixture(Attention attention, INDArray v, INDArray mask) {
        for (int t = 0; t < mask.rows(); t++) {
            for (int e = 0; e < v.columns(); e++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int u = 0; u < mask.columns(); u++) {
                    if (mask.getDouble(t, u) == 1) {
                        low = Math.min(low, v.getDouble(u, e));
                        high = Math.max(high, v.getDouble(u, e));
                    }
                }
                double output = attention.output().getDouble(t, e);
                assertTrue(output >= low - 1e-12 && output <= high + 1e-12);
            }
        }
    }

    @Property
    void whatIsHiddenMayBeAnything(long seed) {
        var draw = new Draw(seed);
        int length = draw.between(2, 6);
        var q = draw.matrix(length, 4, 1);
        var k = draw.matrix(length, 4, 1);
        var v = draw.matrix(length, 4, 1);
        var causal = Attention.causalMask(length);
        var before = Attention.of(q, k, v, causal).output();
        int changed = draw.between(1, length - 1);
        k.getRow(changed).addi(draw.magnitude(0, 3));
        v.getRow(changed).addi(draw.magnitude(0, 3));
        var after = Attention.of(q, k, v, causal).output();
        for (int t = 0; t < changed; t++) {
            assertEquals(before.getRow(t), after.getRow(t), "position " + t);
        }
    }

    @Property
    void everyHeadsSharesSumToOne(long seed) {
        var draw = new Draw(seed);
        int heads = draw.between(1, 3);
        int width = heads * draw.between(1, 4);
        int length = draw.between(1, 6);
        var x = draw.matrix(length, width, 1);
        var mask = mask(draw, length, length);
        var result = MultiHeadAttention.random(width, heads, seed).forward(x, mask);
        for (var head : result.heads()) {
            assertClose(Nd4j.ones(DataType.DOUBLE, length), head.weights().sum(1), 1e-13, 0);
            assertEquals(0, head.weights().mul(mask.rsub(1)).amaxNumber().doubleValue());
        }
    }
}
