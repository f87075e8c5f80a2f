package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w1-sgd-step：沿着梯度的反方向走一小步。 / One small step against the gradient.
 *
 * <p>p 和 g 形状相同：一个参数数组和它的梯度。moved 返回新数组，p 和 g 都不变；move 就地改 p，g 不变。 DL4J 把所有参数放在一个长数组里，各层的 W 和 b
 * 都是它的视图，所以更新要就地进行。
 *
 * <p>p and g have the same shape: an array of parameters and its gradient. moved returns a new
 * array and changes neither; move changes p in place, and g stays. DL4J keeps all parameters in one
 * long array, and the W and b of each layer are views of it: hence updates in place.
 *
 * <pre>
 * p ← p - rate · g
 * p = [1, 2]   g = [10, -20]   rate = 0.1   →   [0, 4]
 * </pre>
 */
public final class SgdStep {
    private SgdStep() {}

    /** 走一步之后的参数，新数组。 / The parameters after the step, a new array. */
    public static INDArray moved(INDArray p, INDArray g, double rate) {
        // answer
        return p.sub(g.mul(rate));
        // end
    }

    /** 就地走一步：改 p 本身。 / Takes the step in place: changes p itself. */
    public static void move(INDArray p, INDArray g, double rate) {
        // answer
        p.subi(g.mul(rate));
        // end
    }
}
