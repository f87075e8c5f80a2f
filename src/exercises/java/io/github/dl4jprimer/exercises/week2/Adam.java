package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w2-adam：动量定方向，RMSprop 定步长，再修正从零开始的偏差。 / Momentum for the direction, RMSprop for the length, both
 * corrected for having started at zero.
 *
 * <p>m 和 v 是梯度和梯度平方的滑动平均，一开始是零；t 数步数，第一步是 1。修正后的 m̂、v̂ 只在这一步用，不写回 m 和 v。 β₁ = 0.9，β₂ = 0.999，ε =
 * 10⁻⁸。p 和 g 不许改动。
 *
 * <p>m and v are moving averages of the gradient and of its square and start at zero; t counts the
 * steps and is 1 in the first. The corrected m̂ and v̂ are used in this step only and not written
 * back. β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸. p and g must not change.
 *
 * <pre>
 * m ← β₁ m + (1 - β₁) g      m̂ = m / (1 - β₁ᵗ)
 * v ← β₂ v + (1 - β₂) g²     v̂ = v / (1 - β₂ᵗ)      p ← p - rate · m̂ / (√v̂ + ε)
 *
 * new Adam(0.3).step([1, -2], [10, -0.5]):
 * m̂ = [10, -0.5]   √v̂ = [10, 0.5]   p = [1 - 0.3, -2 + 0.3] = [0.7, -1.7]
 * </pre>
 */
public final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    // null：还没有走过一步 / before the first step
    private INDArray m;
    private INDArray v;
    private int t;

    public Adam(double rate) {
        this.rate = rate;
    }

    /** 走一步之后的参数。 / The parameters after one step. */
    public INDArray step(INDArray p, INDArray g) {
        throw new UnsupportedOperationException("TODO w2-adam");
    }
}
