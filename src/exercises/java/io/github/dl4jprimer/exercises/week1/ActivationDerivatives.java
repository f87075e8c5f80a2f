package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w1-activation-derivatives：激活函数的导数，反向传播要乘上它们。 / The derivatives that backpropagation multiplies
 * by.
 *
 * <p>传入的是激活之前的加权和 z（任意形状），不是激活之后的值；z 不许改动。
 *
 * <p>What is given is the weighted sum z before the activation, of any shape, not the value after
 * it; z must not change.
 *
 * <pre>
 * sigmoid′(z) = s(1 - s)，s = sigmoid(z)     sigmoid′(0) = 0.25
 * tanh′(z)    = 1 - tanh²(z)                 tanh′(0) = 1，tanh′(1) = 0.4200
 * relu′(z)    = 1 (z &gt; 0)，0 (z ≤ 0)          relu′(3) = 1，relu′(0) = 0
 * </pre>
 */
public final class ActivationDerivatives {
    private ActivationDerivatives() {}

    /** sigmoid 在 z 处的斜率。 / The slope of the sigmoid at z. */
    public static INDArray sigmoid(INDArray z) {
        throw new UnsupportedOperationException("TODO w1-activation-derivatives");
    }

    /** tanh 在 z 处的斜率。 / The slope of tanh at z. */
    public static INDArray tanh(INDArray z) {
        throw new UnsupportedOperationException("TODO w1-activation-derivatives");
    }

    /** relu 在 z 处的斜率，与 z 同类型。 / The slope of relu at z, in the type of z. */
    public static INDArray relu(INDArray z) {
        throw new UnsupportedOperationException("TODO w1-activation-derivatives");
    }
}
