package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The layer that computes a {@link SequencePooling} inside a network.
 *
 * <pre>
 * y[b] = sum over t of share[b, t] x[b, t],   ∂L/∂x[b, t] = share[b, t] ∂L/∂y[b]
 * </pre>
 *
 * <p>The share is 1/n for each of the n positions that are not padding, or 1 for the first.
 */
final class SequencePoolingLayer extends AbstractLayer<SequencePooling> {
    private static final long serialVersionUID = 1L;

    SequencePoolingLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        Require.sequences("input", input, input.size(input.rank() - 1));
        Require.mask(maskArray, input.size(0), input.size(1));
        INDArray x = input.castTo(dataType);
        INDArray pooled = Nd4j.matmul(shares(), x); // [B, 1, T] times [B, T, D]
        return workspaces.leverageTo(
                ArrayType.ACTIVATIONS, pooled.dup('c').reshape('c', x.size(0), x.size(2)));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray gradient, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray row = gradient.dup('c').reshape('c', gradient.size(0), 1, gradient.size(1));
        INDArray spread = Nd4j.matmul(shares().permute(0, 2, 1).dup('c'), row); // [B, T, D]
        return new Pair<>(
                new DefaultGradient(),
                workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, spread.dup('c')));
    }

    /** What each position contributes, [B, 1, T]. */
    private INDArray shares() {
        long batch = input.size(0);
        long length = input.size(1);
        INDArray shares;
        if (layerConf().kind() == SequencePooling.Kind.FIRST) {
            shares = Nd4j.zeros(dataType, batch, length);
            shares.get(NDArrayIndex.all(), NDArrayIndex.point(0)).assign(1);
        } else if (maskArray == null) {
            shares = Nd4j.valueArrayOf(new long[] {batch, length}, 1.0 / length, dataType);
        } else {
            INDArray seen = maskArray.castTo(dataType).dup('c');
            INDArray counts = seen.sum(true, 1); // [B, 1]
            shares = seen.div(counts.addi(counts.eq(0).castTo(dataType)));
        }
        return shares.reshape('c', batch, 1, length);
    }

    /** Ends the mask: what follows has no time. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            INDArray mask, MaskState state, int batchSize) {
        maskArray = mask;
        maskState = null;
        return null;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clearNoiseWeightParams() {}
}
