package io.github.dl4jprimer.exercises.week1;

import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * w1-numerical-gradient：不用求导，试出来的梯度，用来检查手写的梯度。 / The gradient found by trying, without calculus, to
 * check one written by hand.
 *
 * <p>每次只动 w 里的一个数：加 ε 算一次损失，减 ε 再算一次，然后放回原值。w 可以是任何形状，算完必须与原来一样。 两个数的相对误差以它们绝对值的和为尺度；和小于 10⁻⁶ 时以
 * 10⁻⁶ 为尺度，两个都是零才不会 0/0。
 *
 * <p>Wiggle one number of w at a time: add ε and compute the loss, take ε away and compute it
 * again, then put the number back. w may have any shape and must be as before at the end. The
 * relative error of two numbers is measured against the sum of their sizes, or against 10⁻⁶ if that
 * is larger, so that two zeros are not 0/0.
 *
 * <pre>
 * ∂L/∂w_i ≈ (L(w_i + ε) - L(w_i - ε)) / 2ε
 * L = w₀³ + w₀w₁，w = [1, 2]，ε = 0.1:  of = [(3.641 - 2.529) / 0.2 …] = [5.01, 1]
 *
 * relativeError(a, n) = |a - n| / max(|a| + |n|, 10⁻⁶)
 * relativeError(2, 3) = 1 / 5 = 0.2
 * </pre>
 */
public final class NumericalGradient {
    private NumericalGradient() {}

    /** 数值梯度，形状与 w 相同。 / The numerical gradient, of the shape of w. */
    public static INDArray of(ToDoubleFunction<INDArray> loss, INDArray w, double epsilon) {
        throw new UnsupportedOperationException("TODO w1-numerical-gradient");
    }

    /** 相对误差，0 到 1。 / The relative error, 0 to 1. */
    public static double relativeError(double analytic, double numerical) {
        throw new UnsupportedOperationException("TODO w1-numerical-gradient");
    }
}
