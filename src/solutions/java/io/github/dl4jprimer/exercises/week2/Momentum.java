package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * w2-momentum：动量：像一个重球，一直朝原来的方向滚。 / Momentum: a heavy ball that keeps rolling the way it went.
 *
 * <p>每一步先更新速度 v，再移动参数。v 一开始是零，形状与梯度相同，要从这一步留到下一步。p 和 g 不许改动，返回新的参数。
 *
 * <p>Each step updates the velocity v and then moves the parameters. v starts as zeros of the
 * gradient's shape and is kept from one step to the next. p and g must not change; return the new
 * parameters.
 *
 * <pre>
 * v ← μ v + g        p ← p - rate · v        （PyTorch 的写法 / as in PyTorch）
 *
 * rate 0.1，μ 0.9，p = [1, -2]，g = [1, 4] 两次 / twice:
 * v = [1, 4]       p = [0.9, -2.4]
 * v = [1.9, 7.6]   p = [0.71, -3.16]
 * </pre>
 */
public final class Momentum {
    private final double rate;
    private final double momentum;
    // null：还没有走过一步 / before the first step
    private INDArray velocity;

    public Momentum(double rate, double momentum) {
        this.rate = rate;
        this.momentum = momentum;
    }

    /** 走一步之后的参数。 / The parameters after one step. */
    public INDArray step(INDArray p, INDArray g) {
        // answer
        if (velocity == null) {
            velocity = Nd4j.zerosLike(g);
        }
        velocity = velocity.mul(momentum).add(g);
        return p.sub(velocity.mul(rate));
        // end
    }
}
