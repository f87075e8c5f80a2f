package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w1-forward：两层网络的前向传播，从输入算到分数。 / The forward pass of a two-layer network, from inputs to scores.
 *
 * <p>X [N, D] 是一批样本；W₁ [D, H]、b₁ [H] 是隐藏层，W₂ [H, C]、b₂ [C] 是输出层。偏置加到每一行。 输出层没有激活函数：分数留给后面的
 * softmax。传入的数组不许改动。
 *
 * <p>X [N, D] is a batch of samples; W₁ [D, H] and b₁ [H] are the hidden layer, W₂ [H, C] and b₂
 * [C] the output layer. The bias is added to every row. The output layer has no activation: the
 * scores are left to the softmax that follows. The arrays given must not change.
 *
 * <pre>
 * A  = tanh(X W₁ + b₁)    [N, H]
 * Z₂ = A W₂ + b₂          [N, C]
 *
 * X = [[1, 2]]   W₁ = [[0.5, -1], [0.25, 0.5]]   b₁ = [0, 0.5]
 *                W₂ = [[1, -1], [2, 0]]          b₂ = [0.1, 0.2]
 * hidden: X W₁ + b₁ = [[1, 0.5]]，A = [[0.7616, 0.4621]]
 * scores: Z₂ = [[1.7858, -0.5616]]
 * </pre>
 */
public final class Forward {
    private Forward() {}

    /** 隐藏层的输出 A [N, H]。 / The output A of the hidden layer, [N, H]. */
    public static INDArray hidden(INDArray x, INDArray w1, INDArray b1) {
        // answer
        INDArray z1 = x.mmul(w1).addRowVector(b1);
        return Transforms.tanh(z1);
        // end
    }

    /** 分数 Z₂ [N, C]。 / The scores Z₂, [N, C]. */
    public static INDArray scores(INDArray x, INDArray w1, INDArray b1, INDArray w2, INDArray b2) {
        // answer
        INDArray a = hidden(x, w1, b1);
        return a.mmul(w2).addRowVector(b2);
        // end
    }
}
