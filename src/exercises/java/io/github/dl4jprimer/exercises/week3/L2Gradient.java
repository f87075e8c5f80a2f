package io.github.dl4jprimer.exercises.week3;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w3-l2-gradient：给大权重收税。 / A tax on large weights.
 *
 * <p>w 是权重，任意形状；dataGradient 是数据损失的梯度，形状相同。l2 和 decay 是系数，rate 是学习率。 decayStep 不经过梯度：先让 w
 * 直接缩小，再照数据梯度走一步 SGD。传入的数组不许改动。
 *
 * <p>w are weights of any shape, dataGradient is the gradient of the data loss, of the same shape.
 * l2 and decay are coefficients, rate is the learning rate. decayStep goes past the gradient: it
 * shrinks w directly, then takes a step of SGD along the data gradient. The arrays given must not
 * change.
 *
 * <pre>
 * loss      = dataLoss + (l2/2) Σ w²
 * gradient  = dataGradient + l2 · w
 * decayStep = (1 - rate · decay) · w - rate · dataGradient
 *
 * w = [[1, -2], [0, 3]]   dataGradient = [[0.5, 0.5], [0.5, 0.5]]:
 * loss(0.5, w, 0.1)                    = 0.5 + 0.05 · 14 = 1.2
 * gradient(dataGradient, w, 0.1)       = [[0.6, 0.3], [0.5, 0.8]]
 * decayStep(w, dataGradient, 0.5, 0.1) = [[0.7, -2.15], [-0.25, 2.6]]
 * </pre>
 */
public final class L2Gradient {
    private L2Gradient() {}

    /** 加上惩罚项的损失。 / The loss with the penalty. */
    public static double loss(double dataLoss, INDArray w, double l2) {
        throw new UnsupportedOperationException("TODO w3-l2-gradient");
    }

    /** 加上惩罚项的梯度。 / The gradient with the penalty. */
    public static INDArray gradient(INDArray dataGradient, INDArray w, double l2) {
        throw new UnsupportedOperationException("TODO w3-l2-gradient");
    }

    /** 权重衰减的一步 SGD 之后的权重。 / The weights after a step of SGD with weight decay. */
    public static INDArray decayStep(INDArray w, INDArray dataGradient, double rate, double decay) {
        throw new UnsupportedOperationException("TODO w3-l2-gradient");
    }
}
