package io.github.dl4jprimer.mlp;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The layer that computes a {@link HiddenLayer}: DL4J's dense layer, with a memory for its sums.
 *
 * <p>A backward pass without a forward pass of training for the same input before it works the sums
 * out anew, as DL4J does.
 */
final class HiddenLayerRuntime extends BaseLayer<HiddenLayer> {
    private static final long serialVersionUID = 1L;

    private transient INDArray sums;
    private transient INDArray sumsOf;

    HiddenLayerRuntime(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** Z, twice: this layer has no normalisation between its sums and its activation. */
    @Override
    protected Pair<INDArray, INDArray> preOutputWithPreNorm(
            boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
        if (!forBackprop) {
            var made = super.preOutputWithPreNorm(training, false, workspaces);
            forget();
            if (training) { // a copy, as the activation overwrites what it is given
                sums = workspaces.dup(ArrayType.ACTIVATIONS, made.getFirst());
                sumsOf = input; // after dropout
            }
            return made;
        }
        INDArray kept = sumsOf == input ? sums : null;
        forget(); // the activation's derivative may overwrite it, and its memory is used again
        return kept == null
                ? super.preOutputWithPreNorm(training, true, workspaces)
                : new Pair<>(kept, kept);
    }

    @Override
    public void clear() {
        super.clear();
        forget();
    }

    private void forget() {
        sums = null;
        sumsOf = null;
    }

    @Override
    public boolean hasBias() {
        return true;
    }

    @Override
    public boolean hasLayerNorm() {
        return false;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
