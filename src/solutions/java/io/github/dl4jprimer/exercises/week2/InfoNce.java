package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w2-info-nce：每条告警要在整批里认出自己的同伴。 / Each alarm has to pick its partner out of the batch.
 *
 * <p>a 和 b 的形状都是 [P, D]，第 i 行配第 i 行，b 的其余各行都是它的反例。先把每一行除以自己的长度，余弦再除以温度 temperature（大于 0）。这就是一个 P
 * 类的交叉熵，第 i 行的真正类别是 i；结果是 P 行的平均。传入的数组不许改动。
 *
 * <p>a and b are both [P, D], row i with row i; all other rows of b are its negatives. Divide each
 * row by its length first, then the cosines by the temperature, above 0. This is a cross-entropy of
 * P classes, in which the true class of row i is i; the result is the mean over the P rows. The
 * arrays given must not change.
 *
 * <pre>
 * S_ij = cos(a_i, b_j) / temperature
 * L    = (1/P) Σ_i ( log Σ_j e^S_ij - S_ii )
 *
 * a = [[1, 0], [0, 2]]   b = [[3, 0], [0, 1]]   temperature = 0.5:
 * S = [[2, 0], [0, 2]]   L = log(1 + e^-2) = 0.1269
 * loss([[1, 0], [0, 1]], [[0, 1], [1, 0]], 0.001) = 1000
 * </pre>
 */
public final class InfoNce {
    private InfoNce() {}

    /** 平均 InfoNCE 损失。 / The mean InfoNCE loss. */
    public static double loss(INDArray a, INDArray b, double temperature) {
        // answer
        INDArray cosines = unit(a).mmul(unit(b).transpose()); // [P, P]
        INDArray scores = cosines.div(temperature);
        INDArray maximum = scores.max(true, 1);
        INDArray sums = Transforms.exp(scores.sub(maximum)).sum(true, 1);
        INDArray logarithm = Transforms.log(sums).add(maximum);
        double total = 0;
        for (int i = 0; i < scores.rows(); i++) {
            total += logarithm.getDouble(i, 0) - scores.getDouble(i, i);
        }
        return total / scores.rows();
        // end
    }

    // answer
    /** Rows of length 1. */
    private static INDArray unit(INDArray rows) {
        return rows.div(rows.norm2(true, 1));
    }
    // end
}
