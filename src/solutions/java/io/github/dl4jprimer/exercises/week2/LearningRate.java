package io.github.dl4jprimer.exercises.week2;

import java.util.function.DoubleUnaryOperator;

/**
 * w2-learning-rate：按数量级试学习率，挑出训练得最好的一个。 / Tries learning rates by order of magnitude and picks the
 * one that trains best.
 *
 * <p>学习率之间差的是倍数，所以候选值等比分布，两端都在内；count 至少为 1，为 1 时只有 lowest。finalLoss(rate) 用这个学习率训练一次，返回最后的损失；
 * 训练很贵，每个学习率只训练一次。发散的训练给出 NaN 或无穷大，绝不能被选中；至少有一个不发散。
 *
 * <p>Learning rates differ by factors: the candidates have equal ratios and include both ends;
 * count is at least 1, and 1 means lowest alone. finalLoss(rate) trains once with this rate and
 * returns the last loss; training is expensive, so train once for each rate. A training that
 * diverges returns NaN or infinity and must never be picked; at least one does not diverge.
 *
 * <pre>
 * rate_i = lowest · (highest / lowest)^(i / (count - 1))，i = 0 … count-1
 * grid(0.0001, 1, 5) = [0.0001, 0.001, 0.01, 0.1, 1]
 * best([0.01, 0.1, 1], 0.01 → 0.5, 0.1 → 0.2, 1 → NaN) = 0.1
 * </pre>
 */
public final class LearningRate {
    private LearningRate() {}

    /** 等比的候选学习率，从小到大。 / Candidates of equal ratio, in ascending order. */
    public static double[] grid(double lowest, double highest, int count) {
        // answer
        double[] rates = new double[count];
        for (int i = 0; i < count; i++) {
            double share = count == 1 ? 0 : (double) i / (count - 1);
            rates[i] = lowest * Math.pow(highest / lowest, share);
        }
        return rates;
        // end
    }

    /** 最后损失最小的学习率。 / The rate whose last loss is the lowest. */
    public static double best(double[] rates, DoubleUnaryOperator finalLoss) {
        // answer
        double best = Double.NaN;
        double lowest = Double.POSITIVE_INFINITY;
        for (double rate : rates) {
            double loss = finalLoss.applyAsDouble(rate);
            if (loss < lowest) {
                lowest = loss;
                best = rate;
            }
        }
        return best;
        // end
    }
}
