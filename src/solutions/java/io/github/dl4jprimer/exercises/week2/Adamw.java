package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w2-adamw：Adam 加权重衰减，衰减不进梯度。 / Adam with weight decay that stays out of the gradient.
 *
 * <p>每一步先把参数按比例缩小一点，再用原来的梯度走 Adam 的一步。衰减若加进梯度，就会和梯度一起被 √v̂ 除掉，梯度大的参数几乎不缩小。 t 数步数，第一步是 1。p 和 g 不许改动。
 *
 * <p>Each step first shrinks the parameters by a factor and then takes Adam's step with the plain
 * gradient. A decay inside the gradient would be divided by √v̂ with it, and parameters with large
 * gradients would hardly shrink. t counts the steps and is 1 in the first. p and g must not change.
 *
 * <pre>
 * p ← p · (1 - rate · λ)
 * m ← β₁ m + (1 - β₁) g      m̂ = m / (1 - β₁ᵗ)
 * v ← β₂ v + (1 - β₂) g²     v̂ = v / (1 - β₂ᵗ)      p ← p - rate · m̂ / (√v̂ + ε)
 *
 * new Adamw(0.3, 0.1).step([1, -2], [0, 0])     = [0.97, -1.94]
 * new Adamw(0.3, 0.1).step([1, -2], [10, -0.5]) = [0.97 - 0.3, -1.94 + 0.3] = [0.67, -1.64]
 * </pre>
 */
public final class Adamw {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double decay;
    // null：还没有走过一步 / before the first step
    private INDArray m;
    private INDArray v;
    private int t;

    /** 学习率 rate，权重衰减 λ = decay。 / The learning rate, and the weight decay λ. */
    public Adamw(double rate, double decay) {
        this.rate = rate;
        this.decay = decay;
    }

    /** 走一步之后的参数。 / The parameters after one step. */
    public INDArray step(INDArray p, INDArray g) {
        // answer
        if (t == 0) {
            m = Nd4j.zerosLike(g);
            v = Nd4j.zerosLike(g);
        }
        t++;
        m = m.mul(BETA1).add(g.mul(1 - BETA1));
        v = v.mul(BETA2).add(g.mul(g).mul(1 - BETA2));
        INDArray direction = m.div(1 - Math.pow(BETA1, t));
        INDArray size = Transforms.sqrt(v.div(1 - Math.pow(BETA2, t))).add(EPSILON);
        INDArray decayed = p.mul(1 - rate * decay);
        return decayed.sub(direction.div(size).mul(rate));
        // end
    }
}
