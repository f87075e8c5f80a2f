package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Held to sums worked out one by one, in all orders, with gaps, transposed and scaled. */
class MatrixProductTest {
    @BeforeAll
    static void prepare() {
        NativeRuntime.prepare();
    }

    @ParameterizedTest
    @CsvSource({
        "c, c, c", "c, c, f", "c, f, c", "c, f, f", "f, c, c", "f, c, f", "f, f, c", "f, f, f"
    })
    void multipliesMatricesOfAnyOrder(char orderA, char orderB, char orderC) {
        for (int[] sizes : new int[][] {{3, 4, 5}, {1, 4, 5}, {3, 1, 5}, {3, 4, 1}, {1, 1, 1}}) {
            var a = counting(sizes[0], sizes[1], 1).dup(orderA);
            var b = counting(sizes[1], sizes[2], -7).dup(orderB);
            var c = Nd4j.create(DataType.FLOAT, new long[] {sizes[0], sizes[2]}, orderC).assign(9);
            assertTrue(MatrixProduct.run(new Mmul(a, b, c, null)));
            assertProduct(a, b, 0, c);
        }
    }

    /** As parameters and batches are: parts of larger arrays. */
    @ParameterizedTest
    @CsvSource({"c, c", "c, f", "f, c", "f, f"})
    void partsOfLargerArraysStayApart(char orderA, char orderC) {
        var largeA = counting(8, 9, 1).dup(orderA);
        var largeC = Nd4j.zeros(DataType.FLOAT, 8, 9).dup(orderC).assign(9);
        var a = part(largeA, 3, 4);
        var b = counting(4, 5, 2);
        assertTrue(MatrixProduct.run(new Mmul(a, b, part(largeC, 3, 5), null)));
        assertProduct(a, b, 0, part(largeC, 3, 5));
        part(largeC, 3, 5).assign(9);
        assertEquals(largeC.ulike().assign(9), largeC);
    }

    private static INDArray part(INDArray large, int rows, int columns) {
        return large.get(NDArrayIndex.interval(2, rows + 2), NDArrayIndex.interval(1, columns + 1));
    }

    @Test
    void transposesScalesAndAddsAsTold() {
        var a = counting(4, 3, 1);
        var b = counting(5, 4, 2);
        var c = Nd4j.ones(DataType.FLOAT, 3, 5);
        var both = MMulTranspose.builder().transposeA(true).transposeB(true).build();
        assertTrue(MatrixProduct.run(new Mmul(a, b, c, 0.5, 2, both)));
        assertProduct(a.transpose().mul(0.5), b.transpose(), 2, c);
        var flipped = Nd4j.zeros(DataType.FLOAT, 5, 3);
        var all =
                MMulTranspose.builder()
                        .transposeA(true)
                        .transposeB(true)
                        .transposeResult(true)
                        .build();
        assertTrue(MatrixProduct.run(new Mmul(a, b, flipped, all)));
        assertProduct(a.transpose(), b.transpose(), 0, flipped.transpose());
    }

    @Test
    void allElseIsLeftToNd4j() {
        var a = counting(3, 4, 1);
        var b = counting(4, 5, 1);
        var c = Nd4j.zeros(DataType.FLOAT, 3, 5);
        assertFalse(MatrixProduct.run(new Mmul(a, b, null, null)), "no result given");
        assertFalse(MatrixProduct.run(new Mmul(a, a, c, null)), "shapes that do not match");
        assertFalse(MatrixProduct.run(new Mmul(a, b, b, null)), "a result of another shape");
        var wide = counting(3, 8, 1).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2, 8));
        assertFalse(MatrixProduct.run(new Mmul(wide, b, c, null)), "gaps in rows and columns");
        var doubles = a.castTo(DataType.DOUBLE);
        assertFalse(MatrixProduct.run(new Mmul(doubles, b, c, null)), "another type");
        var stacks = Nd4j.ones(DataType.FLOAT, 2, 3, 3);
        assertFalse(MatrixProduct.run(new Mmul(stacks, stacks, stacks.ulike(), null)), "stacks");
    }

    private static INDArray counting(int rows, int columns, int first) {
        return Nd4j.arange(first, first + rows * columns)
                .castTo(DataType.FLOAT)
                .reshape(rows, columns);
    }

    private static void assertProduct(INDArray a, INDArray b, double more, INDArray c) {
        for (int row = 0; row < a.rows(); row++) {
            for (int column = 0; column < b.columns(); column++) {
                double sum = more;
                for (int k = 0; k < a.columns(); k++) {
                    sum += a.getDouble(row, k) * b.getDouble(k, column);
                }
                assertEquals(sum, c.getDouble(row, column), 1e-3, row + ", " + column);
            }
        }
    }
}
