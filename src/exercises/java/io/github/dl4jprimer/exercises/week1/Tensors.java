package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w1-tensors：批量数据的形状、轴、广播、视图。 / The shapes, axes, broadcasting and views of a batch.
 *
 * <p>X 的形状是 [N, D]：N 行样本，D 列特征。三个方法都不许改动传入的数组。
 *
 * <p>X has the shape [N, D]: N rows of samples, D columns of features. None of the three methods
 * may change the array it is given.
 *
 * <pre>
 * X = [[1, 2], [3, 6]]
 * columnMeans(X)   = [2, 4]                 形状 / shape [D]
 * centred(X)       = [[-1, -2], [1, 2]]     形状 / shape [N, D]
 * doubledRow(X, 1) = [6, 12]                形状 / shape [D]
 * </pre>
 */
public final class Tensors {
    private Tensors() {}

    /** 每一列（每个特征）的平均值。 / The mean of each column, that is of each feature. */
    public static INDArray columnMeans(INDArray x) {
        throw new UnsupportedOperationException("TODO w1-tensors");
    }

    /** 每一列减去它自己的平均值。 / Each column less its own mean. */
    public static INDArray centred(INDArray x) {
        throw new UnsupportedOperationException("TODO w1-tensors");
    }

    /** 第 row 行的两倍，row 从 0 数起。 / Twice the row of this number, counted from 0. */
    public static INDArray doubledRow(INDArray x, int row) {
        throw new UnsupportedOperationException("TODO w1-tensors");
    }
}
