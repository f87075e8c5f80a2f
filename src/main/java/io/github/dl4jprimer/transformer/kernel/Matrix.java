package io.github.dl4jprimer.transformer.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

/**
 * A matrix in float memory and its products by OpenBLAS, in place: no copies, no transpositions.
 *
 * <pre>
 * C = A B                  {@link #product}, on all threads
 * C = C + A B              {@link #addProduct}, on all threads
 * C = scale * A B          {@link #localProduct}, on the calling thread
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
    /** OpenBLAS keeps to the calling thread up to 65536 * 4 = 64³ multiplications. */
    private static final int BLOCK = 64;

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

    /** Adds A B to this matrix. */
    public void addProduct(Matrix a, Matrix b) {
        multiply(1, a, b, 1);
    }

    /**
     * Sets this matrix to scale * A B without OpenBLAS's threads, for use inside {@link Parallel}
     * loops: two threads that both wake OpenBLAS's wait for each other, many times longer than they
     * compute. Large products are cut into blocks that it does not share out.
     */
    void localProduct(float scale, Matrix a, Matrix b) {
        int inner = a.width();
        for (int row = 0; row < height(); row += BLOCK) {
            for (int column = 0; column < width(); column += BLOCK) {
                Matrix block = block(row, column);
                for (int k = 0; k < inner; k += BLOCK) {
                    block.multiply(scale, a.block(row, k), b.block(k, column), k == 0 ? 0 : 1);
                }
            }
        }
    }

    /** Rows of the matrix meant. */
    private int height() {
        return flipped ? columns : rows;
    }

    /** Columns of the matrix meant. */
    private int width() {
        return flipped ? rows : columns;
    }

    /** The block of the matrix meant that begins at a row and a column. */
    private Matrix block(int row, int column) {
        int rowInMemory = flipped ? column : row;
        int columnInMemory = flipped ? row : column;
        return new Matrix(
                values.from((long) rowInMemory * stride + columnInMemory),
                Math.min(BLOCK, rows - rowInMemory),
                Math.min(BLOCK, columns - columnInMemory),
                stride,
                flipped);
    }

    private void multiply(float scale, Matrix a, Matrix b, float kept) {
        if (flipped || a.width() != b.height() || rows != a.height() || columns != b.width()) {
            throw new IllegalArgumentException(
                    "product must be [%d, %d] of matching matrices, got [%d, %d] times [%d, %d]. Transpose one."
                            .formatted(
                                    rows, columns, a.height(), a.width(), b.height(), b.width()));
        }
        cblas_sgemm(
                CblasRowMajor,
                a.flipped ? CblasTrans : CblasNoTrans,
                b.flipped ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                a.width(),
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
