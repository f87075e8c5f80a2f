package io.github.dl4jprimer.runtime;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;

/**
 * ND4J's product of two float matrices, C = alpha A B + beta C, handed to OpenBLAS at once.
 *
 * <p>libnd4j hands it to the same function, after it has made a context of the operation, worked
 * out the result's shape and checked it: ten microseconds and more, in which OpenBLAS multiplies
 * matrices of 64 rows and columns.
 */
final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * Runs an operation, if it is such a product, into a matrix of the right shape, and of matrices
     * whose rows or columns lie in memory without gaps between their numbers.
     *
     * @return whether it was done
     */
    static boolean run(CustomOp operation) {
        if (!"matmul".equals(operation.opName())
                || operation.numInputArguments() != 2
                || operation.numOutputArguments() != 1
                || operation.numTArguments() != 2) {
            return false;
        }
        long[] flips = operation.iArgs();
        var a = Place.of(operation.getInputArgument(0), flips.length > 0 && flips[0] != 0);
        var b = Place.of(operation.getInputArgument(1), flips.length > 1 && flips[1] != 0);
        var c = Place.of(operation.getOutputArgument(0), flips.length > 2 && flips[2] != 0);
        if (a == null || b == null || c == null || !c.isOf(a, b)) {
            return false;
        }
        double[] scales = operation.tArgs();
        if (c.flipped) { // Cᵀ = Bᵀ Aᵀ
            multiply(c.transposed(), b.transposed(), a.transposed(), scales);
        } else {
            multiply(c, a, b, scales);
        }
        return true;
    }

    private static void multiply(Place c, Place a, Place b, double[] scales) {
        try {
            cblas_sgemm(
                    CblasRowMajor,
                    a.flipped ? CblasTrans : CblasNoTrans,
                    b.flipped ? CblasTrans : CblasNoTrans,
                    c.rows,
                    c.columns,
                    a.columns,
                    (float) scales[0],
                    a.numbers(),
                    a.stride,
                    b.numbers(),
                    b.stride,
                    (float) scales[1],
                    c.numbers(),
                    c.stride);
        } finally { // the memory must outlive the call
            Reference.reachabilityFence(a);
            Reference.reachabilityFence(b);
            Reference.reachabilityFence(c);
        }
    }

    /**
     * Where a matrix lies.
     *
     * @param array what holds it
     * @param rows rows of the matrix meant
     * @param columns columns of the matrix meant
     * @param stride numbers from one row to the next, or from one column to the next if flipped
     * @param flipped whether its columns are without gaps, and not its rows
     */
    private record Place(INDArray array, int rows, int columns, int stride, boolean flipped) {

        /** Returns a matrix, or its transpose, or null if OpenBLAS cannot take it as it lies. */
        static Place of(INDArray array, boolean transposed) {
            if (array.rank() != 2
                    || array.dataType() != DataType.FLOAT
                    || array.length() == 0
                    || array.length() > Integer.MAX_VALUE) {
                return null;
            }
            var place = asItLies(array);
            return place != null && transposed ? place.transposed() : place;
        }

        private static Place asItLies(INDArray array) {
            int rows = (int) array.size(0);
            int columns = (int) array.size(1);
            if (isDense(array, 1, 0)) {
                return new Place(array, rows, columns, stride(array, 0, columns), false);
            }
            return isDense(array, 0, 1)
                    ? new Place(array, rows, columns, stride(array, 1, rows), true)
                    : null;
        }

        /**
         * Whether numbers follow each other along one axis, and lines do not meet along another.
         */
        private static boolean isDense(INDArray array, int along, int other) {
            return (array.size(along) == 1 || array.stride(along) == 1)
                    && (array.size(other) == 1 || array.stride(other) >= array.size(along));
        }

        /** ND4J gives an axis of one any stride. */
        private static int stride(INDArray array, int axis, int least) {
            return array.size(axis) == 1 ? least : array.stride(axis);
        }

        Place transposed() {
            return new Place(array, columns, rows, stride, !flipped);
        }

        boolean isOf(Place a, Place b) {
            return a.columns == b.rows && rows == a.rows && columns == b.columns;
        }

        FloatPointer numbers() {
            return (FloatPointer) array.data().addressPointer();
        }
    }
}
