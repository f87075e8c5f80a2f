package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w1-cross-entropy：真正的类别分到的概率越小，罚得越重。 / The less probability the true class gets, the harder the
 * penalty.
 *
 * <p>z 是分数 [N, C]，不是概率；labels 有 N 个数，每个是真正类别的编号，0 到 C-1。结果是 N 个样本的平均。 不要先算概率再取对数：概率太小会变成 0，log 0 =
 * -∞。
 *
 * <p>z are scores [N, C], not probabilities; labels are N numbers, each the number of the true
 * class, 0 to C-1. The result is the mean over the N samples. Do not take the logarithm of a
 * probability: one that is too small becomes 0, and log 0 = -∞.
 *
 * <pre>
 * L = (1/N) Σ_n ( m_n + log Σ_k e^(z_nk - m_n) - z_n,label )，m_n = max_k z_nk
 * of([[1, 2, 3]], [2])                = 0.4076
 * of([[1, 2, 3], [0, 0, 0]], [2, 0])  = (0.4076 + 1.0986) / 2 = 0.7531
 * of([[0, 1000]], [0])                = 1000
 * </pre>
 */
public final class CrossEntropy {
    private CrossEntropy() {}

    /** 平均损失。 / The mean loss. */
    public static double of(INDArray z, int[] labels) {
        throw new UnsupportedOperationException("TODO w1-cross-entropy");
    }
}
