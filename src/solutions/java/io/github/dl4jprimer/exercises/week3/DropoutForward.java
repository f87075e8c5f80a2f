package io.github.dl4jprimer.exercises.week3;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w3-dropout-forward：训练时随机关掉一些神经元，预测时一个也不关。 / Silences random neurons while training, none when
 * predicting.
 *
 * <p>x 是 [N, D]，u 也是 [N, D]，每格是 0 到 1 之间的一个随机数。r 是丢弃概率（0 ≤ r < 1），注意不是 DL4J 的 dropOut 所要的保留概率。训练时 u
 * < r 的格子变成 0，其余的除以 1 - r，平均大小就不变；预测时 x 原样返回。传入的数组不许改动。
 *
 * <p>x is [N, D], and so is u, a random number from 0 to 1 for each entry. r is the probability to
 * drop (0 ≤ r < 1), not the probability to retain that DL4J's dropOut asks for. While training,
 * entries with u < r become 0 and the others are divided by 1 - r, so that the mean size stays;
 * when predicting, x is returned as it is. The arrays given must not change.
 *
 * <pre>
 * y = 0           if u < r
 * y = x / (1 - r) otherwise
 * of([[1, 2, 3, 4]], [[0.1, 0.3, 0.5, 0.9]], 0.2, true)  = [[0, 2.5, 3.75, 5]]
 * of([[1, 2, 3, 4]], [[0.1, 0.3, 0.5, 0.9]], 0.2, false) = [[1, 2, 3, 4]]
 * </pre>
 */
public final class DropoutForward {
    private DropoutForward() {}

    /** 输出 y [N, D]。 / The output y, [N, D]. */
    public static INDArray of(INDArray x, INDArray u, double r, boolean training) {
        // answer
        if (!training) {
            return x;
        }
        INDArray kept = u.gte(r).castTo(x.dataType());
        return x.mul(kept).div(1 - r);
        // end
    }
}
