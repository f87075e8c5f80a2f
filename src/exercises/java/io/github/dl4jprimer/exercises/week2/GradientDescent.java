package io.github.dl4jprimer.exercises.week2;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * w2-gradient-descent：一步步往下走，记下走过的每一个点。 / Walks down step by step and keeps every point visited.
 *
 * <p>gradient 给出某一点的梯度，形状与点相同，都是 [D]。结果 [steps + 1, D]：第 0 行是起点，第 i 行是走了 i 步之后的点。
 * 学习率太大时数字会越来越大，照实记下，不要截断。起点不许改动。
 *
 * <p>gradient gives the gradient at a point, of the point's shape [D]. The result is [steps + 1,
 * D]: row 0 is the start, row i the point after i steps. With too large a learning rate the numbers
 * grow and grow: keep them as they are. The start must not change.
 *
 * <pre>
 * p ← p - rate · gradient(p)
 *
 * bowl L = (x² + y²) / 2，gradient(p) = p，start [4, -2]:
 * rate 0.5, 2 steps: [[4, -2], [2, -1], [1, -0.5]]
 * rate 2.5, 2 steps: [[4, -2], [-6, 3], [9, -4.5]]      发散 / diverges
 * </pre>
 */
public final class GradientDescent {
    private GradientDescent() {}

    /** 走过的点 [steps + 1, D]。 / The points visited, [steps + 1, D]. */
    public static INDArray path(
            UnaryOperator<INDArray> gradient, INDArray start, double rate, int steps) {
        throw new UnsupportedOperationException("TODO w2-gradient-descent");
    }
}
