package io.github.dl4jprimer.transformer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A product with a bias, in plain ND4J operations.
 *
 * <pre>
 * y = x W + b
 * ∂L/∂x = ∂L/∂y Wᵀ,   ∂L/∂W = xᵀ ∂L/∂y,   ∂L/∂b = sum over rows of ∂L/∂y
 * </pre>
 *
 * @param suffix what follows W and b in the parameters' names
 * @param weights W, [in, out]
 * @param bias b, [out]
 */
record Linear(String suffix, INDArray weights, INDArray bias) {

    /** Returns the product of the parameters "W" and "b" with the suffix. */
    static Linear of(Map<String, INDArray> parameters, String suffix) {
        return new Linear(suffix, parameters.get("W" + suffix), parameters.get("b" + suffix));
    }

    /** Returns y [N, out] of x [N, in]. */
    INDArray forward(INDArray x) {
        return x.mmul(weights).addiRowVector(bias);
    }

    /** Writes the parameters' gradients and returns that of x, [N, in], from ∂L/∂y, [N, out]. */
    INDArray backward(INDArray x, INDArray gradient, Map<String, INDArray> gradients) {
        gradients.get("W" + suffix).assign(x.transpose().mmul(gradient));
        gradients.get("b" + suffix).assign(gradient.sum(0));
        return gradient.mmul(weights.transpose());
    }
}
