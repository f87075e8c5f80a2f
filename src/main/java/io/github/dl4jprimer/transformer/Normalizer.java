package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import java.util.Map;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What ends an embedding and a pre-norm stack: layer norm, then dropout, either of which may be
 * missing; in one of two faces.
 *
 * <p>The parameters are "gain" [D] and "bias" [D]; without them there is no norm.
 */
interface Normalizer {

    /** Returns the face for a data type. */
    static Normalizer of(DataType type, Map<String, INDArray> parameters, double epsilon) {
        return Face.of(type) == Face.FAST
                ? new FastNormalizer(parameters, epsilon)
                : new ReadableNormalizer(parameters, epsilon);
    }

    /** Returns y of x, both [B, T, D] in row-major order. */
    INDArray forward(INDArray x, DropoutMask dropout, Pass pass);

    /** Writes the gradients of gain and bias and returns ∂L/∂x from ∂L/∂y, both [B, T, D]. */
    INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces);

    /** Lets go of what was kept for the backward pass. */
    void forget();
}
