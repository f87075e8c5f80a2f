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
        // answer
        INDArray p = logProbabilities(z);
        double total = 0;
        int n = 0;
        for (int b = 0; b < labels.length; b++) {
            for (int t = 0; t < labels[b].length; t++) {
                if (labels[b][t] != IGNORED) {
                    total -= p.getDouble(b, t, labels[b][t]);
                    n++;
                }
            }
        }
        return n == 0 ? 0 : total / n;
        // end
    }

    /** ∂L/∂z [B, T, V]。 / ∂L/∂z, [B, T, V]. */
    public static INDArray gradient(INDArray z, int[][] labels) {
        // answer
        INDArray p = Transforms.exp(logProbabilities(z));
        INDArray gradient = z.ulike().assign(0);
        int n = 0;
        for (int b = 0; b < labels.length; b++) {
            for (int t = 0; t < labels[b].length; t++) {
                if (labels[b][t] != IGNORED) {
                    gradient.slice(b).slice(t).assign(p.slice(b).slice(t));
                    int label = labels[b][t];
                    gradient.putScalar(b, t, label, p.getDouble(b, t, label) - 1);
                    n++;
                }
            }
        }
        return gradient.div(Math.max(1, n));
        // end
    }

    // answer
    private static INDArray logProbabilities(INDArray z) {
        INDArray shifted = z.sub(z.max(true, 2));
        return shifted.sub(Transforms.log(Transforms.exp(shifted).sum(true, 2)));
    }
    // end
}
