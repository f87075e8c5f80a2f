package io.github.dl4jprimer.transformer;

import java.util.Map;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The computation of an {@link EncoderBlock}, forward and backward, in one of two faces.
 *
 * <p>Post-norm: h = norm1(x + attention(x)), y = norm2(h + feedForward(h)). Pre-norm: h = x +
 * attention(norm1(x)), y = h + feedForward(norm2(h)).
 */
interface Encoder {
    /** Which dropout is meant, for seeds that differ. */
    int ATTENTION_WEIGHTS = 0;

    /** Dropout of the attention part's output. */
    int ATTENTION_OUTPUT = 1;

    /** Dropout of the feed-forward part's output. */
    int FEED_FORWARD_OUTPUT = 2;

    /**
     * Returns y.
     *
     * @param x [B, T, D] in row-major order
     * @param mask [B, T], 1 for a token and 0 for padding, or null
     */
    INDArray forward(INDArray x, INDArray mask, Pass pass);

    /**
     * Writes the parameters' gradients and returns ∂L/∂x, [B, T, D].
     *
     * @param gradient ∂L/∂y, [B, T, D] in row-major order
     */
    INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces);

    /** Lets go of what was kept for the backward pass. */
    void forget();
}
