package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class PreparedExecutionerTest {
    private final PreparedExecutioner executioner;

    PreparedExecutionerTest() {
        Nd4j.scalar(1); // loads ND4J, which an executioner stands on
        executioner = new PreparedExecutioner();
    }

    /** Fails when a later ND4J renames the property or checks it no more. */
    @Test
    void nd4jUsesIt() {
        assertInstanceOf(PreparedExecutioner.class, Nd4j.getExecutioner());
    }

    @Test
    void theResultIsTheSameOnOneThreadAndOnAll() {
        var sizes =
                new int[] {1, 8, (int) OperationThreads.LARGE / 8, (int) OperationThreads.LARGE};
        for (int columns : sizes) {
            int length = 8 * columns;
            var array = Nd4j.arange(length).castTo(DataType.DOUBLE).reshape(8, columns);
            assertEquals(
                    Nd4j.ones(DataType.DOUBLE, 8, columns),
                    array.addRowVector(Nd4j.ones(DataType.DOUBLE, 1, columns)).sub(array));
            assertEquals((length - 1.0) / 2, array.meanNumber().doubleValue());
            assertEquals(length - 1, Nd4j.argMax(array.reshape(length)).getInt(0));
        }
    }

    @Test
    void arraysOfOneShapeSplitInOneWay() {
        assertSame(split(Nd4j.zeros(3, 4), 0), split(Nd4j.ones(3, 4), 0));
    }

    @Test
    void shapeStridesAndDimensionsEachSplitInTheirOwnWay() {
        var array = Nd4j.zeros(3, 3);
        assertNotSame(split(array, 0), split(array, 1));
        assertNotSame(split(array, 0), split(Nd4j.zeros(3, 4), 0));
        assertNotSame(split(array, 0), split(array.transpose(), 0));
        assertNotSame(split(array, 0), split(Nd4j.zeros(DataType.DOUBLE, 3, 3), 0));
    }

    @Test
    void changingTheDimensionsAfterwardsDoesNotChangeWhatIsKnown() {
        var array = Nd4j.zeros(2, 3);
        int[] dimensions = {0};
        var along0 = executioner.tadShapeInfoAndOffsets(array, dimensions);
        dimensions[0] = 1;
        assertNotSame(along0, executioner.tadShapeInfoAndOffsets(array, dimensions));
        assertSame(along0, split(array, 0));
    }

    /** The same sums twice: worked out anew, and from what is known. */
    @Test
    void sumsAndBroadcastsOfViewsAreRightFromMemoryToo() {
        for (var time = 0; time < 2; time++) {
            var whole = Nd4j.arange(1, 61).castTo(DataType.DOUBLE).reshape(3, 4, 5);
            assertSums(whole);
            assertSums(whole.permute(2, 0, 1));
            assertSums(whole.dup('f'));
            assertSums(
                    whole.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(1, 3),
                            NDArrayIndex.interval(0, 2, 5)));
        }
    }

    @Test
    void addingARowToAViewReachesEveryRow() {
        for (var time = 0; time < 2; time++) {
            var view =
                    Nd4j.zeros(DataType.DOUBLE, 4, 6)
                            .get(NDArrayIndex.interval(1, 4), NDArrayIndex.interval(2, 5));
            view.addiRowVector(Nd4j.createFromArray(new double[][] {{1, 2, 3}}));
            assertEquals(
                    Nd4j.createFromArray(new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}}), view);
        }
    }

    @Test
    void beyondItsLimitItKeepsNothingAndStaysRight() {
        for (var columns = 1; columns <= PreparedExecutioner.LIMIT; columns++) {
            split(Nd4j.createUninitialized(DataType.FLOAT, 1, columns), 0);
        }
        var array = Nd4j.zeros(3, 4);
        assertNotSame(split(array, 1), split(array, 1));
        assertArrayEquals(new long[] {0, 4, 8}, split(array, 1).getTadOffsets().asLong());
    }

    private TadPack split(INDArray array, int... dimensions) {
        return executioner.tadShapeInfoAndOffsets(array, dimensions);
    }

    /** Checks the sums along each dimension of a rank-3 array against a plain loop. */
    private static void assertSums(INDArray array) {
        for (var dimension = 0; dimension < 3; dimension++) {
            var sums = array.sum(dimension);
            var expected = Nd4j.zeros(DataType.DOUBLE, sums.shape());
            for (var i = 0; i < array.size(0); i++) {
                for (var j = 0; j < array.size(1); j++) {
                    for (var k = 0; k < array.size(2); k++) {
                        long[] at =
                                switch (dimension) {
                                    case 0 -> new long[] {j, k};
                                    case 1 -> new long[] {i, k};
                                    default -> new long[] {i, j};
                                };
                        expected.putScalar(at, expected.getDouble(at) + array.getDouble(i, j, k));
                    }
                }
            }
            assertEquals(expected, sums);
        }
    }
}
