package io.github.dl4jprimer.transformer.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

/**
 * A matrix in float memory and its products by OpenBLAS, in place: no copies, no transpositions.
 *
 * <pre>
 * C = scale * A B          {@link #product}
 * C = C + A B              {@link #addProduct}
 * </pre>
 *
 * <p>ND4J's {@code mmuli} into a row-major result computes into a temporary array and copies it.
 *
 * @param values first number
 * @param rows rows in memory
 * @param columns columns in memory
 * @param stride distance of two rows in memory, at least {@code columns}
 * @param flipped whether the matrix meant is the transpose of the one in memory
 */
public record Matrix(Floats values, int rows, int columns, int stride, boolean flipped) {

    /** Returns a matrix whose rows follow each other without gaps. */
    public static Matrix of(Floats values, int rows, int columns) {
        return new Matrix(values, rows, columns, columns, false);
    }

    /** Returns some columns of a wider matrix, whose rows are {@code stride} apart. */
    static Matrix strided(Floats values, int rows, int columns, int stride) {
        return new Matrix(values, rows, columns, stride, false);
    }

    /** Returns the transpose, the same memory read the other way. */
    public Matrix transpose() {
        return new Matrix(values, rows, columns, stride, !flipped);
    }

    /** Sets this matrix to A B. */
    public void product(Matrix a, Matrix b) {
        multiply(1, a, b, 0);
    }

    /** Sets this matrix to scale * A B. */
    void product(float scale, Matrix a, Matrix b) {
        multiply(scale, a, b, 0);
    }

    /** Adds A B to this matrix. */
    public void addProduct(Matrix a, Matrix b) {
        multiply(1, a, b, 1);
    }

    private void multiply(float scale, Matrix a, Matrix b, float kept) {
        int inner = a.flipped ? a.rows : a.columns;
        int innerOfB = b.flipped ? b.columns : b.rows;
        int rowsOfA = a.flipped ? a.columns : a.rows;
        int columnsOfB = b.flipped ? b.rows : b.columns;
        if (flipped || inner != innerOfB || rows != rowsOfA || columns != columnsOfB) {
            throw new IllegalArgumentException(
                    "product must be [%d, %d] of matching matrices, got [%d, %d] times [%d, %d]. Transpose one."
                            .formatted(rows, columns, rowsOfA, inner, innerOfB, columnsOfB));
        }
        cblas_sgemm(
                CblasRowMajor,
                a.flipped ? CblasTrans : CblasNoTrans,
                b.flipped ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                inner,
                scale,
                a.values.pointer(),
                a.stride,
                b.values.pointer(),
                b.stride,
                kept,
                values.pointer(),
                stride);
    }
}
