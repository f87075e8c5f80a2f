package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-multi-head：几个头并排，各看各的列。 / Several heads side by side, each with columns of its own.
 *
 * <p>Q、K、V [T, D] 已经投影好，T 个字，每字 D 个数。H 个头（H 整除 D）各用 d = D / H 列：第 h 个头（从 0 数起）用第 h·d 到 (h+1)·d - 1
 * 列，所有的字都在内。每个头单独做注意力，输出 [T, d] 按头的顺序并排成 [T, D]。softmax 已经给出。传入的数组不许改动。
 *
 * <p>Q, K and V [T, D] are projected already: T characters of D numbers. H heads, which divide D,
 * have d = D / H columns each: head h, counted from 0, has columns h·d to (h+1)·d - 1 of all
 * characters. Each head attends on its own, and its output [T, d] stands beside the others', in
 * order, as [T, D]. The softmax is given. The arrays given must not change.
 *
 * <pre>
 * head_h = softmax(Q_h K_hᵀ / √d) V_h，of = [head_0 | head_1 | …]
 * head([[1, 2, 3, 4], [5, 6, 7, 8]], 1, 2) = [[3, 4], [7, 8]]
 * of([[1, 0], [0, 1]], [[1, 0], [0, 2]], [[10, 1], [20, 2]], 2) = [[12.6894, 1.5], [15, 1.8808]]
 * </pre>
 */
public final class MultiHead {
    private MultiHead() {}

    /** 第 h 个头的列 [T, d]。 / The columns of head h, [T, d]. */
    public static INDArray head(INDArray x, int h, int heads) {
        // answer
        long d = x.size(1) / heads;
        return x.get(NDArrayIndex.all(), NDArrayIndex.interval(h * d, (h + 1) * d));
        // end
    }

    /** 所有头的输出并排 [T, D]。 / The outputs of all heads side by side, [T, D]. */
    public static INDArray of(INDArray queries, INDArray keys, INDArray values, int heads) {
        // answer
        INDArray[] outputs = new INDArray[heads];
        for (int h = 0; h < heads; h++) {
            INDArray q = head(queries, h, heads);
            INDArray scores = q.mmul(head(keys, h, heads).transpose());
            INDArray weights = softmax(scores.div(Math.sqrt(q.columns())));
            outputs[h] = weights.mmul(head(values, h, heads));
        }
        return Nd4j.concat(1, outputs);
        // end
    }

    private static INDArray softmax(INDArray scores) {
        INDArray exponentials = Transforms.exp(scores.sub(scores.max(true, 1)));
        return exponentials.div(exponentials.sum(true, 1));
    }
}
