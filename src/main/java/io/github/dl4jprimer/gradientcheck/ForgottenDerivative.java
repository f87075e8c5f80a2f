package io.github.dl4jprimer.gradientcheck;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An activation with the most usual mistake of hand-written backpropagation planted in it.
 *
 * <pre>
 * right:    dL/dz = dL/da * f'(z)
 * planted:  dL/dz = dL/da
 * </pre>
 *
 * <p>Training with it goes on and the loss may even fall; only a gradient check tells. Parameters
 * below the mistake have wrong gradients, those above it right ones.
 *
 * @param right the activation whose derivative is forgotten
 */
record ForgottenDerivative(IActivation right) implements IActivation {
    private static final long serialVersionUID = 1L;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return right.getActivation(in, training);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        return new Pair<>(epsilon, null);
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
