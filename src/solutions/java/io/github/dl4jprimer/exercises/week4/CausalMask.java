package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-causal-mask：写字的人不许偷看后面的字。 / Who writes may not look at what comes later.
 *
 * <p>位置 t 只看得到位置 0 到 t，包括自己。mask 在看得到的地方是 1，别处是 0。scores [T, T] 的第 t 行是位置 t 对每个位置的分数；权重在后面的位置上正好是
 * 0，每行和为 1，不管后面的分数多大，前面的都不受影响。scores 不许改动。
 *
 * <p>Position t sees positions 0 to t, itself among them. The mask is 1 where it may look and 0
 * elsewhere. Row t of scores [T, T] are those of position t at all positions; weights are exactly 0
 * at later positions and each row sums to 1, and however large a later score, it changes nothing
 * before. scores must not change.
 *
 * <pre>
 * mask_tu = 1 (u ≤ t)，0 (u &gt; t)；A = softmax(S + M)，M_tu = 0 (u ≤ t)，-∞ (u &gt; t)
 * mask(3) = [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
 * weights([[1, 2, 3], [1, 2, 3], [1, 2, 3]])
 *     = [[1, 0, 0], [0.2689, 0.7311, 0], [0.0900, 0.2447, 0.6652]]
 * </pre>
 */
public final class CausalMask {
    private CausalMask() {}

    /** 谁看得到谁 [T, T]，double。 / Who may look at whom, [T, T], of doubles. */
    public static INDArray mask(int length) {
        // answer
        INDArray mask = Nd4j.zeros(DataType.DOUBLE, length, length);
        for (int t = 0; t < length; t++) {
            for (int u = 0; u <= t; u++) {
                mask.putScalar(t, u, 1);
            }
        }
        return mask;
        // end
    }

    /** 权重 A [T, T]。 / The weights A, [T, T]. */
    public static INDArray weights(INDArray scores) {
        // answer
        INDArray mask = mask((int) scores.size(0));
        INDArray masked = scores.add(Transforms.log(mask));
        INDArray exponentials = Transforms.exp(masked.sub(masked.max(true, 1)));
        return exponentials.div(exponentials.sum(true, 1));
        // end
    }
}
