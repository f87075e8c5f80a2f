package io.github.dl4jprimer.transformer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MatrixTest {
    private static final INDArray A = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}});
    private static final INDArray B = Nd4j.createFromArray(new float[][] {{1, 0}, {2, 1}, {0, 3}});

    @Test
    void productsAreThoseByHand() {
        INDArray c = Nd4j.valueArrayOf(new long[] {2, 2}, Float.NaN, DataType.FLOAT);
        matrix(c).product(matrix(A), matrix(B));
        assertEquals(Nd4j.createFromArray(new float[][] {{5, 11}, {14, 23}}), c);
        matrix(c).addProduct(matrix(A), matrix(B));
        assertEquals(Nd4j.createFromArray(new float[][] {{10, 22}, {28, 46}}), c);
        matrix(c).localProduct(0.5f, matrix(A), matrix(A).transpose());
        assertEquals(Nd4j.createFromArray(new float[][] {{7, 16}, {16, 38.5f}}), c);
        matrix(c).product(matrix(B).transpose(), matrix(A).transpose());
        assertEquals(Nd4j.createFromArray(new float[][] {{5, 14}, {11, 23}}), c);
    }

    @Test
    void blocksMakeUpTheWholeProduct() {
        for (int[] size : new int[][] {{65, 130, 200}, {64, 64, 64}, {1, 129, 3}, {200, 1, 65}}) {
            INDArray a = Nd4j.rand(DataType.FLOAT, size[0], size[2]);
            INDArray b = Nd4j.rand(DataType.FLOAT, size[2], size[1]);
            INDArray c =
                    Nd4j.valueArrayOf(new long[] {size[0], size[1]}, Float.NaN, DataType.FLOAT);
            INDArray wanted = a.mmul(b).muli(2);
            matrix(c).localProduct(2, matrix(a), matrix(b));
            assertTrue(wanted.equalsWithEps(c, 1e-3));
            INDArray flippedA = a.transpose().dup('c');
            INDArray flippedB = b.transpose().dup('c');
            c.assign(Float.NaN);
            matrix(c).localProduct(2, matrix(flippedA).transpose(), matrix(flippedB).transpose());
            assertTrue(wanted.equalsWithEps(c, 1e-3));
        }
    }

    @Test
    void columnsOfAWiderMatrixAreUsedInPlace() {
        INDArray wide = Nd4j.createFromArray(new float[][] {{0, 1, 2, 0}, {0, 3, 4, 0}});
        var inner = Matrix.strided(Floats.of(wide).from(1), 2, 2, 4);
        INDArray c = Nd4j.zeros(DataType.FLOAT, 2, 4);
        Matrix.strided(Floats.of(c).from(2), 2, 2, 4).product(inner, inner);
        assertEquals(Nd4j.createFromArray(new float[][] {{0, 0, 7, 10}, {0, 0, 15, 22}}), c);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        INDArray c = Nd4j.zeros(DataType.FLOAT, 2, 2);
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> matrix(c).product(matrix(A), matrix(A)));
        assertEquals(
                "product must be [2, 2] of matching matrices, got [2, 3] times [2, 3]. Transpose"
                        + " one.",
                error.getMessage());
    }

    @Test
    void memoryThatIsNotRowMajorFloatsIsRefused() {
        var order = assertThrows(IllegalArgumentException.class, () -> Floats.of(A.transpose()));
        assertEquals(
                "array must be FLOAT in row-major order, got FLOAT with strides [1, 3]. Copy it"
                        + " with dup('c').",
                order.getMessage());
        var type =
                assertThrows(
                        IllegalArgumentException.class, () -> Floats.of(A.castTo(DataType.DOUBLE)));
        assertEquals(
                "array must be FLOAT in row-major order, got DOUBLE with strides [3, 1]. Copy it"
                        + " with dup('c').",
                type.getMessage());
    }

    @Test
    void axesOfOneMayHaveAnyStride() {
        assertTrue(Floats.isRowMajor(A.reshape('f', 1, 1, 6)));
        assertTrue(Floats.isRowMajor(Nd4j.createFromArray(new float[] {1, 2, 3})));
        assertFalse(Floats.isRowMajor(A.dup('f')));
        INDArray columns = A.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2));
        assertFalse(Floats.isRowMajor(columns));
    }

    @Test
    void aViewBeginsWhereItBegins() {
        var row = Floats.of(A.getRow(1));
        assertEquals(5, row.get(1));
        row.from(2).set(0, 60);
        assertEquals(60, A.getFloat(1, 2));
        row.from(2).set(0, 6);
    }

    private static Matrix matrix(INDArray array) {
        return Matrix.of(Floats.of(array), (int) array.size(0), (int) array.size(1));
    }
}
