package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w2-mse：均方误差，误差越大，罚得越不成比例。 / The mean squared error: large errors are punished out of proportion.
 *
 * <p>prediction 和 target 的形状都是 [N, K]：N 个样本，每个 K 个输出。平均是对全部 N·K 个数求的。梯度是对 prediction 求的，形状 [N,
 * K]。传入的数组不许改动。
 *
 * <p>prediction and target are both [N, K]: N samples with K outputs each. The mean is taken over
 * all N·K numbers. The gradient is that by the prediction, [N, K]. The arrays given must not
 * change.
 *
 * <pre>
 * e = prediction - target      L = (1/NK) Σ e²      ∂L/∂prediction = (2/NK) e
 *
 * prediction = [[1, 2], [3, 4]]   target = [[3, 2], [3, 5]]:
 * loss = (4 + 0 + 0 + 1) / 4 = 1.25      gradient = [[-1, 0], [0, -0.5]]
 * </pre>
 */
public final class Mse {
    private Mse() {}

    /** 均方误差。 / The mean squared error. */
    public static double loss(INDArray prediction, INDArray target) {
        // answer
        INDArray error = prediction.sub(target);
        return error.mul(error).meanNumber().doubleValue();
        // end
    }

    /** ∂L/∂prediction，[N, K]。 / ∂L/∂prediction, [N, K]. */
    public static INDArray gradient(INDArray prediction, INDArray target) {
        // answer
        return prediction.sub(target).mul(2.0 / prediction.length());
        // end
    }
}
