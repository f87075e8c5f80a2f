package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-mlm-loss：只在要猜的位置上算交叉熵。 / Cross-entropy at the positions that are to be guessed, and nowhere
 * else.
 *
 * <p>z 是分数 [B, T, V]：B 句话，T 个位置，词表大小 V。labels [B, T] 是原来的词元编号，-100
 * 表示这个位置不猜。损失是整批里所有要猜的位置的平均；一个也没有时，损失和梯度都是 0。先减最大值再取 exp。传入的数组不许改动。
 *
 * <p>z are scores [B, T, V]: B texts, T positions, V tokens in the vocabulary. labels [B, T] are
 * the ids that stood there, -100 where nothing is guessed. The loss is the mean over all positions
 * of the batch that are guessed; without any, loss and gradient are 0. Subtract the maximum before
 * exp. The arrays given must not change.
 *
 * <pre>
 * L = (1/n) Σ -log softmax(z_bt)[label_bt]      n = the number of labels that are not -100
 * ∂L/∂z_bt = (softmax(z_bt) - onehot(label_bt)) / n      0 where label_bt = -100
 * of([[[1, 2, 3], [0, 0, 0]]], [[2, -100]])       = 0.4076
 * gradient([[[1, 2, 3], [0, 0, 0]]], [[2, -100]]) = [[[0.0900, 0.2447, -0.3348], [0, 0, 0]]]
 * </pre>
 */
public final class MlmLoss {
    private static final int IGNORED = -100;

    private MlmLoss() {}

    /** 平均损失。 / The mean loss. */
    public static double of(INDArray z, int[][] labels) {
        throw new UnsupportedOperationException("TODO w4-mlm-loss");
    }

    /** ∂L/∂z [B, T, V]。 / ∂L/∂z, [B, T, V]. */
    public static INDArray gradient(INDArray z, int[][] labels) {
        throw new UnsupportedOperationException("TODO w4-mlm-loss");
    }
}
