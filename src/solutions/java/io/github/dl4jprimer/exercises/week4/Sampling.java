package io.github.dl4jprimer.exercises.week4;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * w4-sampling：用温度和 top-k 抽下一个字。 / Draws the next token, with a temperature and among the top k.
 *
 * <p>logits z [V] 是模型给 V 个字的分数。distribution 只留分数最高的 k 个（并列时编号小的先留；k ≥ V 就全留），其余正好是 0；留下的分数除以温度 τ
 * &gt; 0 再做 softmax，和为 1。draw 拿一个 [0, 1) 里的数 at，返回累计概率第一次超过 at 的编号，绝不返回概率为 0 的编号；累计和会因舍入略小于
 * 1，这时返回最后一个可能的编号。logits 不许改动。
 *
 * <p>logits z [V] are the model's scores of V tokens. distribution keeps the k highest only (of
 * equal ones the lower id; all if k ≥ V), the others are exactly 0; the kept scores are divided by
 * the temperature τ &gt; 0 and go through a softmax, so that they sum to 1. draw takes a number at
 * in [0, 1) and returns the first id at which the running sum of probabilities exceeds it, never
 * one of probability 0; rounding may leave the sum below 1, and then it is the last possible id.
 * logits must not change.
 *
 * <pre>
 * q_i = e^(z_i / τ) / Σ_{j kept} e^(z_j / τ)
 * distribution([2, 1, 0], 0.5, 3)  = [0.8668, 0.1173, 0.0159]
 * distribution([-1, 2, 1], 1, 2)   = [0, 0.7311, 0.2689]
 * draw([0.2, 0.5, 0.3], 0.1) = 0，draw([0.2, 0.5, 0.3], 0.6) = 1
 * </pre>
 */
public final class Sampling {
    private Sampling() {}

    /** 抽字用的概率 [V]。 / The probabilities to draw from, [V]. */
    public static double[] distribution(double[] logits, double temperature, int topK) {
        // answer
        int[] kept =
                IntStream.range(0, logits.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(id -> -logits[id]))
                        .limit(topK)
                        .mapToInt(id -> id)
                        .toArray();
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int id : kept) {
            shares[id] = Math.exp((logits[id] - logits[kept[0]]) / temperature);
            sum += shares[id];
        }
        for (int id : kept) {
            shares[id] /= sum;
        }
        return shares;
        // end
    }

    /** 抽中的编号。 / The id that is drawn. */
    public static int draw(double[] distribution, double at) {
        // answer
        double sum = 0;
        int last = 0;
        for (int id = 0; id < distribution.length; id++) {
            sum += distribution[id];
            if (distribution[id] > 0) {
                last = id;
            }
            if (at < sum) {
                return id;
            }
        }
        return last;
        // end
    }
}
