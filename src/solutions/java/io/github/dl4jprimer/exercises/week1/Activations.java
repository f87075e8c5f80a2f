package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w1-activations：三个激活函数，逐元素计算。 / Three activation functions, element by element.
 *
 * <p>z 是任意形状的 double 数组，结果的形状相同；z 本身不许改动。z 可能很大（±1000），结果必须是有限的数。
 *
 * <p>z is an array of doubles of any shape, and the result has the same; z itself must not change.
 * z may be large (±1000), and the result must be finite.
 *
 * <pre>
 * sigmoid(z) = 1 / (1 + e⁻ᶻ)                                    sigmoid(2) = 0.8808
 * relu(z)    = max(0, z)                                        relu(-2) = 0, relu(2) = 2
 * gelu(z)    = z/2 · (1 + tanh(√(2/π) · (z + 0.044715 z³)))     gelu(2) = 1.9546
 * </pre>
 */
public final class Activations {
    private Activations() {}

    /** 1 / (1 + e⁻ᶻ)。 / 1 / (1 + e⁻ᶻ). */
    public static INDArray sigmoid(INDArray z) {
        // answer
        return Transforms.exp(z.neg()).addi(1).rdivi(1);
        // end
    }

    /** max(0, z)。 / max(0, z). */
    public static INDArray relu(INDArray z) {
        // answer
        return Transforms.max(z, 0);
        // end
    }

    /** GELU 的 tanh 形式，BERT 和 GPT 用的激活。 / The tanh form of GELU, the activation of BERT and GPT. */
    public static INDArray gelu(INDArray z) {
        // answer
        INDArray cubic = z.mul(z).muli(z).muli(0.044715).addi(z);
        INDArray bent = Transforms.tanh(cubic.muli(Math.sqrt(2 / Math.PI)));
        return bent.addi(1).muli(z).muli(0.5);
        // end
    }
}
