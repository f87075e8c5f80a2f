package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w4-layer-norm-backward：层归一化的反向传播。 / The backward pass of layer norm.
 *
 * <p>前向是 y = γ ⊙ x̂ + β，x̂ = (x - μ) / σ，每行一个 μ 和 σ。已知 x̂ [N, D]、σ [N, 1]、γ [D] 和上面传来的 g = ∂L/∂y
 * [N, D]，求 L 对 x、γ、β 的梯度。每个 x 也挪动了自己那一行的 μ 和 σ，所以 input 里多出两个平均值，它们沿特征求，每行一个。γ、β 由所有样本共用，梯度是 N
 * 个样本之和。传入的数组不许改动。
 *
 * <p>Forward it was y = γ ⊙ x̂ + β with x̂ = (x - μ) / σ, a μ and a σ for each row. Given x̂ [N,
 * D], σ [N, 1], γ [D] and what comes from above, g = ∂L/∂y [N, D], find the gradients of L by x, γ
 * and β. Each x moved its row's μ and σ too, hence the two means in input, over the features, one a
 * row. All samples share γ and β: their gradients are sums over N. The arrays given must not
 * change.
 *
 * <pre>
 * d = γ ⊙ g，∂L/∂x = (d - mean(d) - x̂ mean(d ⊙ x̂)) / σ，∂L/∂γ = Σ_n g ⊙ x̂，∂L/∂β = Σ_n g
 * input(x̂ = [[-1, 0, 1]], σ = [[2]], γ = [1, 2, 1], g = [[3, 1.5, 6]]) = [[0, -0.5, 0.5]]
 * gain(x̂ = [[-1, 0, 1]], g = [[3, 1.5, 6]]) = [-3, 0, 6]
 * </pre>
 */
public final class LayerNormBackward {
    private LayerNormBackward() {}

    /** ∂L/∂x [N, D]。 */
    public static INDArray input(
            INDArray normalized, INDArray deviation, INDArray gain, INDArray gradient) {
        // answer
        INDArray d = gradient.mulRowVector(gain);
        INDArray alongMean = d.mean(true, 1);
        INDArray alongScale = normalized.mul(d.mul(normalized).mean(true, 1));
        return d.sub(alongMean).sub(alongScale).div(deviation);
        // end
    }

    /** ∂L/∂γ [D]。 */
    public static INDArray gain(INDArray normalized, INDArray gradient) {
        // answer
        return gradient.mul(normalized).sum(0);
        // end
    }

    /** ∂L/∂β [D]。 */
    public static INDArray bias(INDArray gradient) {
        // answer
        return gradient.sum(0);
        // end
    }
}
