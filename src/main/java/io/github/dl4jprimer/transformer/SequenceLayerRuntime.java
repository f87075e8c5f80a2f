package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.Floats;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the computing layers of this package share: DL4J's calls turned into one forward and one
 * backward method.
 *
 * <p>A backward pass may follow a forward pass in test mode ({@code FrozenLayerWithBackprop} does
 * that). Nothing was kept then, so the forward pass is run again.
 *
 * @param <C> configuration
 */
abstract class SequenceLayerRuntime<C extends SequenceLayer> extends BaseLayer<C> {
    private static final long serialVersionUID = 1L;

    private boolean kept;

    SequenceLayerRuntime(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** Computes the output and keeps what the backward pass needs. */
    abstract INDArray forward(Pass pass);

    /** Writes the gradients of the parameters and returns that of the input. */
    abstract INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces);

    /** Lets go of what was kept. */
    abstract void forget();

    @Override
    public final INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        kept = training;
        var memory = training ? ArrayType.ACTIVATIONS : ArrayType.FF_WORKING_MEM;
        INDArray output = forward(pass(training, memory, ArrayType.ACTIVATIONS, workspaces));
        if (!training) {
            forget();
        }
        return output;
    }

    @Override
    public final Pair<Gradient, INDArray> backpropGradient(
            INDArray gradient, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        if (!kept) {
            forward(pass(false, ArrayType.BP_WORKING_MEM, ArrayType.BP_WORKING_MEM, workspaces));
        }
        INDArray plain = plain(gradient, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray inputGradient = backward(plain, gradientViews, workspaces);
        forget();
        kept = false;
        var result = new DefaultGradient(gradientsFlattened);
        gradientViews.forEach((name, view) -> result.setGradientFor(name, view, 'c'));
        return new Pair<>(result, inputGradient);
    }

    @Override
    public final boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clear() {
        super.clear();
        forget();
        kept = false;
    }

    /** Returns an array of the network's type in row-major order, itself if it is that already. */
    final INDArray plain(INDArray array, ArrayType memory, LayerWorkspaceMgr workspaces) {
        if (array.dataType() != dataType) {
            INDArray cast = workspaces.castTo(memory, dataType, array, true);
            return plain(cast, memory, workspaces);
        }
        return Floats.isRowMajor(array) ? array : workspaces.dup(memory, array, 'c');
    }

    private Pass pass(
            boolean training, ArrayType memory, ArrayType result, LayerWorkspaceMgr workspaces) {
        return new Pass(
                training,
                memory,
                result,
                workspaces,
                conf().getSeed(),
                getIndex(),
                getIterationCount());
    }
}
