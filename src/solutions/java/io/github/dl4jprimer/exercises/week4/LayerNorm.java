package io.github.dl4jprimer.exercises.week4;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w4-layer-norm：每个样本在自己的特征上标准化。 / Each example is standardised over its own features.
 *
 * <p>x [N, D] 是 N 个样本；γ、β [D] 是学来的增益和偏置。每一行减去自己的平均值，除以自己的 σ，再逐特征乘 γ 加 β。方差除以 D，不是 D - 1；ε
 * 加在根号里面。同一批里别的样本不影响结果。传入的数组不许改动。
 *
 * <p>x [N, D] are N examples; γ and β [D] are gain and bias, which are learned. Each row loses its
 * own mean, is divided by its own σ, then multiplied by γ and added to β feature by feature. The
 * variance divides by D, not D - 1; ε stands under the root. The rest of the batch has no say. The
 * arrays given must not change.
 *
 * <pre>
 * y = γ ⊙ (x - μ) / σ + β，μ = mean(x)，σ = √(mean((x - μ)²) + ε)，每行 / by rows
 * of([[1, 5]], γ = [1, 1], β = [0, 0], ε = 5)   = [[-2, 2]] / √(4 + 5) = [[-0.6667, 0.6667]]
 * of([[1, 5]], γ = [3, 6], β = [10, 20], ε = 5) = [[8, 24]]
 * </pre>
 */
public final class LayerNorm {
    private LayerNorm() {}

    /** 归一化的结果 [N, D]。 / The normalised rows, [N, D]. */
    public static INDArray of(INDArray x, INDArray gain, INDArray bias, double epsilon) {
        // answer
        INDArray centred = x.sub(x.mean(true, 1));
        INDArray variance = centred.mul(centred).mean(true, 1);
        INDArray normalized = centred.div(Transforms.sqrt(variance.add(epsilon)));
        return normalized.mulRowVector(gain).addRowVector(bias);
        // end
    }
}
