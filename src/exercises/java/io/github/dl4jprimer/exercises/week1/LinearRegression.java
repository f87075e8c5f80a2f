package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w1-linear-regression：最小的学习机器，一条直线 y = wx + b。 / The smallest machine that learns, a line y = wx +
 * b.
 *
 * <p>x 和 y 的形状都是 [N]。参数放在一个数组里：{w, b}。
 *
 * <p>x and y both have the shape [N]. The parameters are in one array: {w, b}.
 *
 * <pre>
 * loss L = (1/N) Σ (w·x + b - y)²
 * ∂L/∂w  = (2/N) Σ (w·x + b - y)·x        ∂L/∂b = (2/N) Σ (w·x + b - y)
 * step:   w ← w - rate·∂L/∂w               b ← b - rate·∂L/∂b
 *
 * x = [1, 2]   y = [3, 5]   w = b = 0:
 * loss = (9 + 25) / 2 = 17   gradient = {-13, -8}   step(rate 0.1) = {1.3, 0.8}
 * </pre>
 */
public final class LinearRegression {
    private LinearRegression() {}

    /** 均方误差。 / The mean squared error. */
    public static double loss(INDArray x, INDArray y, double[] line) {
        throw new UnsupportedOperationException("TODO w1-linear-regression");
    }

    /** {∂L/∂w, ∂L/∂b}。 / {∂L/∂w, ∂L/∂b}. */
    public static double[] gradient(INDArray x, INDArray y, double[] line) {
        throw new UnsupportedOperationException("TODO w1-linear-regression");
    }

    /** 从 {0, 0} 出发走 steps 步之后的 {w, b}。 / {w, b} after this many steps from {0, 0}. */
    public static double[] train(INDArray x, INDArray y, int steps, double rate) {
        throw new UnsupportedOperationException("TODO w1-linear-regression");
    }
}
