package io.github.dl4jprimer.exercises.week2;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w2-contrastive：相似的拉近，不相似的推开，推到间隔为止。 / Similar ones are pulled together, others pushed apart, up
 * to a margin.
 *
 * <p>a 和 b 的形状都是 [P, D]：P 对告警的向量，第 i 行配第 i 行。similar[i] 是 1 表示相似，0 表示不相似。平均是对 P 对求的。 梯度是对 a 求的，形状
 * [P, D]；不相似的一对正好重合时没有方向，梯度为 0。传入的数组不许改动。
 *
 * <p>a and b are both [P, D]: the vectors of P pairs of alarms, row i with row i. similar[i] is 1
 * for a similar pair, 0 for another. The mean is taken over the P pairs. The gradient is that by a,
 * [P, D]; a dissimilar pair at one and the same place has no direction, and gradient 0. The arrays
 * given must not change.
 *
 * <pre>
 * d = |a - b|   gap = max(0, margin - d)
 * similar:     l = d² / 2       ∂l/∂a = a - b
 * dissimilar:  l = gap² / 2     ∂l/∂a = -gap · (a - b) / d
 * L = (1/P) Σ l
 *
 * margin = 2   a = [[0, 0], [0, 0], [0, 0]]   b = [[0.3, 0.4], [0.9, 1.2], [3, 4]]
 * similar = [1, 0, 0]   d = 0.5, 1.5, 5:
 * loss     = (0.125 + 0.125 + 0) / 3 = 0.0833
 * gradient = [[-0.1, -0.1333], [0.1, 0.1333], [0, 0]]
 * </pre>
 */
public final class Contrastive {
    private Contrastive() {}

    /** 平均对比损失。 / The mean contrastive loss. */
    public static double loss(INDArray a, INDArray b, int[] similar, double margin) {
        // answer
        INDArray difference = a.sub(b);
        double total = 0;
        for (int i = 0; i < similar.length; i++) {
            double d = difference.getRow(i).norm2Number().doubleValue();
            double gap = Math.max(0, margin - d);
            total += similar[i] == 1 ? d * d / 2 : gap * gap / 2;
        }
        return total / similar.length;
        // end
    }

    /** ∂L/∂a，[P, D]。 / ∂L/∂a, [P, D]. */
    public static INDArray gradient(INDArray a, INDArray b, int[] similar, double margin) {
        // answer
        INDArray gradient = a.sub(b);
        for (int i = 0; i < similar.length; i++) {
            if (similar[i] == 0) {
                double d = gradient.getRow(i).norm2Number().doubleValue();
                double gap = Math.max(0, margin - d);
                gradient.getRow(i).muli(d == 0 ? 0 : -gap / d);
            }
        }
        return gradient.div(similar.length);
        // end
    }
}
