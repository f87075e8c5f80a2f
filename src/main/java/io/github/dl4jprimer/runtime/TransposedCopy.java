package io.github.dl4jprimer.runtime;

import com.sun.jna.Library;
import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies a matrix from column-major into row-major order, or back, by OpenBLAS.
 *
 * <p>ND4J multiplies matrices into column-major arrays and copies them, as networks keep their
 * activations row by row: each dense layer makes such a copy. libnd4j goes over it number by number
 * with strides, in about ten times the time that a copy by blocks takes.
 */
final class TransposedCopy {
    /** Numbers from which the call is worth its microsecond. */
    static final long SMALLEST = 1024;

    private static final int ROW_MAJOR = 101;
    private static final int TRANSPOSED = 112;

    private final OpenBlas blas = loaded();

    private interface OpenBlas extends Library {
        /**
         * B = scale Aᵀ; A is [rows, columns], rows are {@code aStride} and {@code bStride} apart.
         */
        void cblas_somatcopy(
                int order,
                int transposed,
                int rows,
                int columns,
                float scale,
                long a,
                int aStride,
                long b,
                int bStride);
    }

    /** Returns the very library that ND4J uses, or null where it uses another than OpenBLAS. */
    private static OpenBlas loaded() {
        return LoadedLibrary.named("openblas_nolapack", OpenBlas.class).orElse(null);
    }

    /**
     * Copies, if both are float matrices of one shape without gaps, large enough, in opposite
     * orders and apart from each other in memory.
     *
     * @return whether it was done
     */
    boolean copy(INDArray from, INDArray to) {
        if (blas == null || !isMatrix(from) || !isMatrix(to) || !from.equalShapes(to)) {
            return false;
        }
        boolean toRows = isColumnMajor(from) && isRowMajor(to);
        if (!toRows && !(isRowMajor(from) && isColumnMajor(to))) {
            return false;
        }
        int rows = (int) from.size(toRows ? 1 : 0); // of what lies in memory
        int columns = (int) from.size(toRows ? 0 : 1);
        long bytes = from.length() * Float.BYTES;
        long a = address(from);
        long b = address(to);
        if (a < b + bytes && b < a + bytes) {
            return false;
        }
        try {
            blas.cblas_somatcopy(ROW_MAJOR, TRANSPOSED, rows, columns, 1, a, columns, b, rows);
        } finally { // the memory must outlive the call
            Reference.reachabilityFence(from);
            Reference.reachabilityFence(to);
        }
        return true;
    }

    private static boolean isMatrix(INDArray array) {
        return array != null
                && array.rank() == 2
                && array.dataType() == DataType.FLOAT
                && array.length() >= SMALLEST
                && array.length() <= Integer.MAX_VALUE;
    }

    private static boolean isRowMajor(INDArray array) {
        return array.stride(1) == 1 && array.stride(0) == array.size(1);
    }

    private static boolean isColumnMajor(INDArray array) {
        return array.stride(0) == 1 && array.stride(1) == array.size(0);
    }

    private static long address(INDArray array) {
        return array.data().address() + array.offset() * Float.BYTES;
    }
}
