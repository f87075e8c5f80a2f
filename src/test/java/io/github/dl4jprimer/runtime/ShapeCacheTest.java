package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ShapeCacheTest {
    private final ShapeCache cache = new ShapeCache();

    /** Fails when a later ND4J renames the property or checks it no more. */
    @Test
    void nd4jUsesIt() {
        assertInstanceOf(ShapeCache.class, Nd4j.getShapeInfoProvider());
    }

    @Test
    void arraysOfOneShapeShareItsDescription() {
        var first = Nd4j.rand(DataType.FLOAT, 3, 4);
        var second = Nd4j.rand(DataType.FLOAT, 3, 4);
        assertSame(first.shapeInfoDataBuffer(), second.shapeInfoDataBuffer());
    }

    @Test
    void shapeStrideOrderTypeAndEmptinessEachMakeAnotherDescription() {
        var array = Nd4j.zeros(DataType.FLOAT, 3, 3);
        assertDiffer(array, Nd4j.zeros(DataType.FLOAT, 3, 4));
        assertDiffer(array, Nd4j.zeros(DataType.DOUBLE, 3, 3));
        assertDiffer(array, Nd4j.create(DataType.FLOAT, new long[] {3, 3}, 'f'));
        assertDiffer(array, array.transpose());
        assertDiffer(
                Nd4j.zeros(DataType.FLOAT, 6, 6).get(every(2), every(2)),
                Nd4j.zeros(DataType.FLOAT, 3, 3));
        assertDiffer(Nd4j.empty(DataType.FLOAT), Nd4j.scalar(DataType.FLOAT, 0));
    }

    @Test
    void anEmptyArrayStaysEmptyAndKeepsItsType() {
        assertTrue(Nd4j.empty(DataType.INT64).isEmpty());
        assertTrue(Nd4j.empty(DataType.INT64).isEmpty());
        assertSame(DataType.INT64, Nd4j.empty(DataType.INT64).dataType());
    }

    @Test
    void theDescriptionIsTheOneThatNd4jMakes() {
        var made = describe(2, 5);
        assertArrayEquals(
                Nd4j.getExecutioner()
                        .createShapeInfo(
                                new long[] {2, 5}, new long[] {5, 1}, 1, 'c', DataType.FLOAT, false)
                        .asLong(),
                made);
    }

    @Test
    void beyondItsLimitItKeepsNothingAndStaysRight() {
        for (var columns = 1; columns <= ShapeCache.LIMIT; columns++) {
            describe(1, columns);
        }
        assertSame(describe(1, 7), describe(1, 7));
        assertNotSame(describe(3, 7), describe(3, 7));
        assertArrayEquals(describe(3, 7), describe(3, 7));
    }

    @Test
    void purgingForgets() {
        var before = describe(4, 4);
        cache.purgeCache();
        assertNotSame(before, describe(4, 4));
    }

    private long[] describe(long rows, long columns) {
        return cache.createShapeInformation(
                        new long[] {rows, columns},
                        new long[] {columns, 1},
                        1,
                        'c',
                        DataType.FLOAT,
                        false)
                .getSecond();
    }

    private static INDArrayIndex every(int step) {
        return NDArrayIndex.interval(0, step, 6);
    }

    private static void assertDiffer(INDArray first, INDArray second) {
        assertNotSame(first.shapeInfoDataBuffer(), second.shapeInfoDataBuffer());
    }
}
