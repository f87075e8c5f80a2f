package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-padding-mask：补齐用的位置不许分到注意力。 / Positions that only fill up a line must get no attention.
 *
 * <p>scores [T, U] 是 T 个查询对 U 个键的分数；mask [U] 里 1 是真正的字，0 是补齐（[PAD]），至少有一个 1。被挡的键权重正好是 0，其余的权重每行和为
 * 1，就像那些键不存在一样，不管它们的分数多大。传入的数组不许改动。
 *
 * <p>scores [T, U] are those of T queries at U keys; in mask [U] a 1 is a real character and a 0 is
 * padding ([PAD]); at least one is 1. Hidden keys have the weight 0 exactly, and the others'
 * weights sum to 1 in each row, as if the hidden keys were not there, however large their scores.
 * The arrays given must not change.
 *
 * <pre>
 * A = softmax(S + M)，M_u = 0 (mask_u = 1)，-∞ (mask_u = 0)
 * weights([[1, 2, 3]], [1, 1, 0])     = [[0.2689, 0.7311, 0]]
 * weights([[1, 2, 20000]], [1, 1, 0]) = [[0.2689, 0.7311, 0]]
 * </pre>
 */
public final class PaddingMask {
    private PaddingMask() {}

    /** 权重 A [T, U]。 / The weights A, [T, U]. */
    public static INDArray weights(INDArray scores, INDArray mask) {
        // answer
        INDArray masked = scores.addRowVector(Transforms.log(mask));
        INDArray exponentials = Transforms.exp(masked.sub(masked.max(true, 1)));
        return exponentials.div(exponentials.sum(true, 1));
        // end
    }
}
