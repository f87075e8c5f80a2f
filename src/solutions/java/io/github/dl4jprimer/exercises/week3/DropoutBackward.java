package io.github.dl4jprimer.exercises.week3;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * w3-dropout-backward：梯度要走前向传播走过的路。 / The gradient takes the way that the forward pass took.
 *
 * <p>前向传播是 h = x W，y = m ⊙ h。x [N, D]，W [D, H]；掩码 m [N, H] 每格是 0 或 1/(1-r)，前向时抽好，反向时用同一张。dy = ∂L/∂y
 * [N, H] 已知，求另外两个梯度。传入的数组不许改动。
 *
 * <p>The forward pass was h = x W, y = m ⊙ h. x [N, D], W [D, H]; each entry of the mask m [N, H]
 * is 0 or 1/(1-r), drawn in the forward pass and used again in the backward pass. dy = ∂L/∂y [N, H]
 * is known; find the two other gradients. The arrays given must not change.
 *
 * <pre>
 * ∂L/∂h = m ⊙ dy       ∂L/∂W = xᵀ (∂L/∂h)
 * hidden([[1, 2, 3]], [[0, 2, 2]])            = [[0, 4, 6]]
 * weights([[1, 2]], [[1, 2, 3]], [[0, 2, 2]]) = [[0, 4, 6], [0, 8, 12]]
 * </pre>
 */
public final class DropoutBackward {
    private DropoutBackward() {}

    /** ∂L/∂h [N, H]。 / ∂L/∂h, [N, H]. */
    public static INDArray hidden(INDArray dy, INDArray m) {
        // answer
        return dy.mul(m);
        // end
    }

    /** ∂L/∂W [D, H]。 / ∂L/∂W, [D, H]. */
    public static INDArray weights(INDArray x, INDArray dy, INDArray m) {
        // answer
        return x.transpose().mmul(hidden(dy, m));
        // end
    }
}
