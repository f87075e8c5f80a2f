package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w2-rmsprop：每个参数有自己的步长：梯度近来大的走得短，小的走得长。 / A step length for each parameter: shorter where
 * gradients were large of late, longer where they were small.
 *
 * <p>v 是梯度平方的滑动平均，一开始是零，逐元素计算，先更新再使用。ε 加在根号外面（PyTorch 的写法）。 p 和 g 不许改动，返回新的参数。
 *
 * <p>v is the moving average of the squared gradient, element by element; it starts at zero and is
 * updated before it is used. ε is added outside the root, as in PyTorch. p and g must not change;
 * return the new parameters.
 *
 * <pre>
 * v ← α v + (1 - α) g²        p ← p - rate · g / (√v + ε)
 *
 * rate 0.1，α 0.99，ε 1e-8，p = [1, -2]，g = [3, -4]:
 * v = [0.09, 0.16]   √v = [0.3, 0.4]   p = [1 - 0.1·3/0.3, -2 + 0.1·4/0.4] = [0, -1]
 * </pre>
 */
public final class Rmsprop {
    private final double rate;
    private final double alpha;
    private final double epsilon;
    // null：还没有走过一步 / before the first step
    private INDArray v;

    public Rmsprop(double rate, double alpha, double epsilon) {
        this.rate = rate;
        this.alpha = alpha;
        this.epsilon = epsilon;
    }

    /** 走一步之后的参数。 / The parameters after one step. */
    public INDArray step(INDArray p, INDArray g) {
        throw new UnsupportedOperationException("TODO w2-rmsprop");
    }
}
