package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-scaled-dot-product：每个查询看所有的键，按契合程度取值。 / Every query looks at all keys and takes of each value
 * as much as its key fits.
 *
 * <p>Q [T, d] 是 T 个查询，K [U, d] 是 U 个键，V [U, E] 是它们的值。权重 A 的每一行（一个查询）和为 1。d 个乘积之和的标准差约为 √d，所以分数除以
 * √d；否则 softmax 会把权重几乎全给一个键。传入的数组不许改动。
 *
 * <p>Q [T, d] are T queries, K [U, d] are U keys, V [U, E] their values. Each row of the weights A,
 * a query's, sums to 1. A sum of d products has a deviation of about √d, so scores are divided by
 * √d; else the softmax gives nearly all to one key. The arrays given must not change.
 *
 * <pre>
 * S = Q Kᵀ / √d [T, U]，A = softmax(S) [T, U]，Y = A V [T, E]
 * Q = [[2, 0, 0, 0]]，K = [[1, 0, 0, 0], [0, 1, 0, 0]]，V = [[10, 0], [0, 20]]
 * S = [[2, 0]] / √4 = [[1, 0]]，A = [[0.7311, 0.2689]]，Y = [[7.3106, 5.3788]]
 * </pre>
 */
public final class ScaledDotProduct {
    private ScaledDotProduct() {}

    /** 权重 A [T, U]。 / The weights A, [T, U]. */
    public static INDArray weights(INDArray queries, INDArray keys) {
        // answer
        INDArray scores = queries.mmul(keys.transpose()).div(Math.sqrt(queries.columns()));
        INDArray exponentials = Transforms.exp(scores.sub(scores.max(true, 1)));
        return exponentials.div(exponentials.sum(true, 1));
        // end
    }

    /** 输出 Y [T, E]。 / The output Y, [T, E]. */
    public static INDArray of(INDArray queries, INDArray keys, INDArray values) {
        // answer
        return weights(queries, keys).mmul(values);
        // end
    }
}
