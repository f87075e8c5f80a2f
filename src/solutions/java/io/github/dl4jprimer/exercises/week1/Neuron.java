package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w1-neuron：神经元是加权投票，y = f(w·x + b)。 / A neuron is a weighted vote, y = f(w·x + b).
 *
 * <p>f 是 sigmoid，即 1 / (1 + e⁻ᶻ)，可以用 Transforms.sigmoid(z)。偏置 b 每个神经元只加一次。
 *
 * <p>f is the sigmoid, 1 / (1 + e⁻ᶻ), and Transforms.sigmoid(z) may be used. The bias b is added
 * once a neuron.
 *
 * <pre>
 * w = [2, -1, 0.5]   x = [1, 1, 0]   b = -1
 * score  = 2·1 - 1·1 + 0.5·0 - 1 = 0
 * output = sigmoid(0) = 0.5
 * layer: Y = f(XW + b)   X [N, D]   W [D, H]   b [H]   Y [N, H]
 * </pre>
 */
public final class Neuron {
    private Neuron() {}

    /** 加权和 w·x + b；w 和 x 的形状是 [D]。 / The weighted sum w·x + b; w and x have the shape [D]. */
    public static double score(INDArray w, INDArray x, double b) {
        // answer
        return w.mul(x).sumNumber().doubleValue() + b;
        // end
    }

    /** 神经元的输出 f(w·x + b)。 / What the neuron says, f(w·x + b). */
    public static double output(INDArray w, INDArray x, double b) {
        // answer
        return 1 / (1 + Math.exp(-score(w, x, b)));
        // end
    }

    /** 一层 H 个神经元看一批 N 个样本。 / A layer of H neurons looks at a batch of N samples. */
    public static INDArray layer(INDArray x, INDArray w, INDArray b) {
        // answer
        return Transforms.sigmoid(x.mmul(w).addRowVector(b));
        // end
    }
}
