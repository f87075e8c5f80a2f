package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class VectorNormTest {
    /** More than two chunks, the last one short. */
    private static final int LENGTH = 20_001;

    @BeforeAll
    static void prepare() {
        NativeRuntime.prepare();
    }

    @Test
    void isTheRootOfTheSumOfSquares() {
        // 1² + 2² + ... + n² = n (n + 1) (2 n + 1) / 6
        double expected = Math.sqrt(LENGTH * (LENGTH + 1.0) * (2 * LENGTH + 1.0) / 6);
        var counting = Nd4j.arange(1, LENGTH + 1).castTo(DataType.FLOAT);
        assertEquals(expected, VectorNorm.of(counting).orElseThrow(), expected * 1e-7);
        assertEquals(expected, counting.norm2Number().doubleValue(), expected * 1e-7);
        var matrix = counting.reshape(59, 339).dup('f');
        assertEquals(expected, VectorNorm.of(matrix).orElseThrow(), expected * 1e-7);
        assertEquals(0, matrix.norm2().rank());
    }

    @Test
    void aViewIsMeasuredAlone() {
        var whole = Nd4j.ones(DataType.FLOAT, 1, 9014).muli(100);
        var part = whole.get(NDArrayIndex.all(), NDArrayIndex.interval(7, 9007)).assign(2);
        assertEquals(2 * Math.sqrt(9000), VectorNorm.of(part).orElseThrow(), 1e-4);
    }

    @Test
    void allElseIsLeftToNd4j() {
        var none = OptionalDouble.empty();
        assertEquals(none, VectorNorm.of(Nd4j.ones(DataType.FLOAT, 10)), "small");
        assertEquals(none, VectorNorm.of(Nd4j.ones(DataType.DOUBLE, LENGTH)), "another type");
        var gaps = Nd4j.ones(DataType.FLOAT, 100, 100).get(NDArrayIndex.interval(0, 2, 100));
        assertEquals(none, VectorNorm.of(gaps), "gaps");
        var huge = Nd4j.ones(DataType.FLOAT, LENGTH).muli(1e30);
        assertEquals(none, VectorNorm.of(huge), "squares beyond the largest float");
        assertTrue(Double.isNaN(huge.assign(Float.NaN).norm2Number().doubleValue()));
        var matrix = Nd4j.ones(DataType.FLOAT, 100, 100);
        assertEquals(Nd4j.ones(DataType.FLOAT, 100).muli(10), matrix.norm2(1));
        assertEquals(2, matrix.norm2(true, 0, 1).rank());
    }
}
