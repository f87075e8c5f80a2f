package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w1-backward：把误差一层层传回去，算出每个参数的梯度。 / Passes the error back layer by layer: the gradient of every
 * parameter.
 *
 * <p>前向是 A = tanh(X W₁ + b₁)，Z₂ = A W₂ + b₂，P = softmax(Z₂)，损失是 N 个样本交叉熵的平均。 X [N, D]，A [N, H]，W₂
 * [H, C]；P 和 one-hot 标签 Y 都是 [N, C]。传入的数组不许改动。
 *
 * <p>The forward pass was A = tanh(X W₁ + b₁), Z₂ = A W₂ + b₂, P = softmax(Z₂); the loss is the
 * mean cross-entropy of N samples. X [N, D], A [N, H], W₂ [H, C]; P and the one-hot labels Y are
 * [N, C]. The arrays given must not change.
 *
 * <pre>
 * ∂L/∂Z₂ = (P - Y) / N       ∂L/∂W₂ = Aᵀ ∂L/∂Z₂       ∂L/∂b₂ = Σ_n ∂L/∂Z₂
 * ∂L/∂A  = ∂L/∂Z₂ W₂ᵀ        ∂L/∂Z₁ = ∂L/∂A · (1 - A²)，逐元素 / element by element
 *                            ∂L/∂W₁ = Xᵀ ∂L/∂Z₁       ∂L/∂b₁ = Σ_n ∂L/∂Z₁
 *
 * scores([[0.7, 0.3], [0.5, 0.5]], [[1, 0], [0, 1]]) = [[-0.15, 0.15], [0.25, -0.25]]
 * X = [[2]]，A = [[0.5]]，W₂ = [[3]]，∂L/∂Z₂ = [[0.4]]:
 * w2 = [[0.2]]   b2 = [0.4]   ∂L/∂A = 1.2   ∂L/∂Z₁ = 0.9   w1 = [[1.8]]   b1 = [0.9]
 * </pre>
 */
public final class Backward {
    private Backward() {}

    /** 梯度，形状与参数相同：[D, H]、[H]、[H, C]、[C]。 / The gradients, of the parameters' shapes. */
    public record Gradients(INDArray w1, INDArray b1, INDArray w2, INDArray b2) {}

    /** ∂L/∂Z₂ [N, C]。 / ∂L/∂Z₂, [N, C]. */
    public static INDArray scores(INDArray p, INDArray y) {
        throw new UnsupportedOperationException("TODO w1-backward");
    }

    /** 四个参数的梯度，dZ2 即 ∂L/∂Z₂。 / The gradients of the four parameters; dZ2 is ∂L/∂Z₂. */
    public static Gradients parameters(INDArray x, INDArray a, INDArray w2, INDArray dZ2) {
        throw new UnsupportedOperationException("TODO w1-backward");
    }
}
