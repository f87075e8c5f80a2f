package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w1-softmax：把每一行分数变成概率。 / Turns each row of scores into probabilities.
 *
 * <p>分数 [N, C]：N 个样本，C 个类别。每一行单独归一，和为 1。先减去这一行的最大值，结果不变，exp 却不会溢出。 传入的数组不许改动。
 *
 * <p>Scores [N, C]: N samples, C classes. Each row is normalised on its own and sums to 1. Subtract
 * the row's maximum first: the result is the same, and exp cannot overflow. The array given must
 * not change.
 *
 * <pre>
 * p_c = e^(z_c - m) / Σ_k e^(z_k - m)，m = max_k z_k
 * of([[1, 2, 3]])          = [[0.0900, 0.2447, 0.6652]]
 * of([[1000, 1001, 1002]]) = [[0.0900, 0.2447, 0.6652]]
 * </pre>
 */
public final class Softmax {
    private Softmax() {}

    /** 概率 [N, C]。 / The probabilities, [N, C]. */
    public static INDArray of(INDArray scores) {
        // answer
        INDArray exponentials = Transforms.exp(scores.sub(scores.max(true, 1)));
        return exponentials.div(exponentials.sum(true, 1));
        // end
    }
}
