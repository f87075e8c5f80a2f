package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w2-cross-entropy-gradient：交叉熵对分数的梯度，短得只有一行。 / The gradient of the cross-entropy by the scores,
 * one short line.
 *
 * <p>z 是分数 [N, C]，labels 有 N 个数，每个是真正类别的编号；损失是 N 个样本的平均。结果 [N, C]：概率减去 one-hot 标签，再除以 N。softmax
 * 先减去每行的最大值。自信答错时梯度接近 ±1/N，不会变小，这正是分类不用均方误差的原因。 z 不许改动。
 *
 * <p>z are scores [N, C], labels N numbers, each that of the true class; the loss is the mean over
 * the N samples. The result is [N, C]: the probabilities less the one-hot labels, over N. In the
 * softmax subtract each row's maximum first. At a mistake made with confidence the gradient comes
 * to ±1/N and does not fade, which is why a classifier does not use the mean squared error. z must
 * not change.
 *
 * <pre>
 * ∂L/∂z = (softmax(z) - y) / N          y: one-hot
 * of([[1, 2, 3]], [2])  = [[0.0900, 0.2447, 0.6652 - 1]] = [[0.0900, 0.2447, -0.3348]]
 * of([[0, 1000]], [0])  = [[-1, 1]]
 * </pre>
 */
public final class CrossEntropyGradient {
    private CrossEntropyGradient() {}

    /** ∂L/∂z，[N, C]。 / ∂L/∂z, [N, C]. */
    public static INDArray of(INDArray z, int[] labels) {
        throw new UnsupportedOperationException("TODO w2-cross-entropy-gradient");
    }
}
