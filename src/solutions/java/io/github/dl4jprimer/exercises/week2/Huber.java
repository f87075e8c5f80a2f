package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w2-huber：小误差按平方罚，大误差按直线罚，尖峰拽不动整条线。 / Small errors squared, large ones in a straight line, so that
 * a spike cannot drag the whole curve.
 *
 * <p>prediction 和 target 的形状都是 [N, K]，delta 大于 0，平均是对全部 N·K 个数求的。误差正好等于 delta 时两段相接，值和斜率都一样。梯度是对
 * prediction 求的，形状 [N, K]。
 *
 * <p>prediction and target are both [N, K], delta is above 0, and the mean is taken over all N·K
 * numbers. Where an error equals delta the two parts meet, with the same value and slope. The
 * gradient is that by the prediction, [N, K].
 *
 * <pre>
 * e = prediction - target
 * |e| ≤ delta:  l = e² / 2                      slope = e
 * |e| > delta:  l = delta · (|e| - delta/2)     slope = delta · sign(e)
 * L = (1/NK) Σ l                                ∂L/∂prediction = slope / NK
 *
 * e = [[-2, 0], [0.25, -0.5]]   delta = 0.5:
 * loss     = (0.875 + 0 + 0.03125 + 0.125) / 4 = 0.2578
 * gradient = [[-0.5, 0], [0.25, -0.5]] / 4     = [[-0.125, 0], [0.0625, -0.125]]
 * </pre>
 */
public final class Huber {
    private Huber() {}

    /** 平均 Huber 损失。 / The mean Huber loss. */
    public static double loss(INDArray prediction, INDArray target, double delta) {
        // answer
        INDArray error = prediction.sub(target);
        double total = 0;
        for (int i = 0; i < error.length(); i++) {
            double e = Math.abs(error.getDouble(i));
            total += e <= delta ? e * e / 2 : delta * (e - delta / 2);
        }
        return total / error.length();
        // end
    }

    /** ∂L/∂prediction，[N, K]。 / ∂L/∂prediction, [N, K]. */
    public static INDArray gradient(INDArray prediction, INDArray target, double delta) {
        // answer
        INDArray error = prediction.sub(target);
        INDArray limited = Transforms.max(Transforms.min(error, delta), -delta);
        return limited.div(error.length());
        // end
    }
}
