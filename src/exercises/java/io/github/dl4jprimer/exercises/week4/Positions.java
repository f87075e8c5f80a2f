package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * w4-positions：给每个位置一个向量，注意力才分得出先后。 / A vector for each position, so that attention can tell the
 * order.
 *
 * <p>没有它，打乱字的顺序，注意力的输出只是跟着打乱。表 [T, D]，D 是偶数；位置 p 从 0 数起；每两列（2i 和 2i+1）共用一个频率，前一列是 sin，后一列是 cos。add
 * 把第 p 个位置的向量加到每句话的第 p 个字上；x 不许改动。
 *
 * <p>Without it, shuffled characters only shuffle the output of attention. The table is [T, D],
 * with D even; positions p count from 0; two columns each, 2i and 2i+1, share a frequency, the
 * first is its sine, the second its cosine. add gives the vector of position p to character p of
 * each sentence; x must not change.
 *
 * <pre>
 * PE[p, 2i] = sin(p / 10000^(2i/D))，PE[p, 2i+1] = cos(p / 10000^(2i/D))
 * table(2, 4) = [[0, 1, 0, 1], [0.8415, 0.5403, 0.0100, 0.99995]]
 * add(x)[b, t, :] = x[b, t, :] + PE[t, :]，x [B, T, D]
 * </pre>
 */
public final class Positions {
    private Positions() {}

    /** 位置表 [T, D]，double。 / The table of positions, [T, D], of doubles. */
    public static INDArray table(int length, int width) {
        throw new UnsupportedOperationException("TODO w4-positions");
    }

    /** 加上位置之后的字向量 [B, T, D]。 / The embeddings with their positions added, [B, T, D]. */
    public static INDArray add(INDArray x) {
        throw new UnsupportedOperationException("TODO w4-positions");
    }
}
