package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-classification-head：把编码器的输出变成每一类的分数。 / Turns an encoder's output into a score for each class.
 *
 * <p>hidden 是编码器的输出 [B, T, D]：B 句话，T 个位置，D 个特征。logits 照 BERT 的做法：取每句话第 0 个位置（[CLS]），过一层
 * tanh（pooler），再过线性层；返回分数，不取 softmax。w1 [D, D]，b1 [D]，w2 [D, C]，b2 [C]。meanPooled
 * 是另一种做法：对非填充位置求平均，mask [B, T] 填充处为 0，其余为 1，每句话至少有一个 1。传入的数组不许改动。
 *
 * <p>hidden is the encoder's output [B, T, D]: B texts, T positions, D features. logits does as
 * BERT does: takes position 0 of each text ([CLS]), passes it through a tanh layer (the pooler),
 * then through a linear layer; it returns scores, without a softmax. w1 [D, D], b1 [D], w2 [D, C],
 * b2 [C]. meanPooled is the other way: the mean over the positions that are not padding; mask [B,
 * T] is 0 for padding and 1 elsewhere, at least one 1 a text. The arrays given must not change.
 *
 * <pre>
 * logits = tanh(hidden[:, 0] w1 + b1) w2 + b2
 * logits([[[1, 0], [0, 2]]], [[1, 2], [0, -1]], [0, 0.5], [[1, 0, -1], [2, 1, 0]], [0.1, 0, 0])
 *     = [[2.8348, 0.9866, -0.7616]]
 * meanPooled([[[1, 2], [3, 4], [9, 9]]], [[1, 1, 0]]) = [[2, 3]]
 * </pre>
 */
public final class ClassificationHead {
    private ClassificationHead() {}

    /** 分数 [B, C]。 / The scores, [B, C]. */
    public static INDArray logits(
            INDArray hidden, INDArray w1, INDArray b1, INDArray w2, INDArray b2) {
        // answer
        INDArray first = hidden.get(NDArrayIndex.all(), NDArrayIndex.point(0), NDArrayIndex.all());
        INDArray pooled = Transforms.tanh(first.mmul(w1).addRowVector(b1)); // [B, D]
        return pooled.mmul(w2).addRowVector(b2);
        // end
    }

    /** 每句话一个向量 [B, D]。 / One vector a text, [B, D]. */
    public static INDArray meanPooled(INDArray hidden, INDArray mask) {
        // answer
        INDArray weights = mask.reshape(mask.size(0), mask.size(1), 1); // [B, T, 1]
        INDArray sums = hidden.mul(weights).sum(1); // [B, D]
        return sums.div(mask.sum(true, 1));
        // end
    }
}
