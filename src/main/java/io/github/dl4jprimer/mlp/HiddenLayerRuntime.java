package io.github.dl4jprimer.mlp;

import java.util.Arrays;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layer that computes a {@link HiddenLayer}.
 *
 * <pre>
 * forward    Z = X W + b,   A = f(Z)
 * backward   δ = ∂L/∂A ⊙ f'(Z),   ∂L/∂W = Xᵀ δ,   ∂L/∂b = 1ᵀ δ,   ∂L/∂X = δ Wᵀ
 * </pre>
 *
 * <p>Each product goes straight to where its result is used: DL4J's dense layer makes Z in another
 * array first and copies it. The sum of the columns of δ is a product too, with a row of ones.
 *
 * <p>A backward pass without a forward pass of training for the same input before it works the sums
 * out anew, as DL4J does.
 */
final class HiddenLayerRuntime extends BaseLayer<HiddenLayer> {
    private static final long serialVersionUID = 1L;
    private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
    private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

    private transient INDArray sums;
    private transient INDArray sumsOf;

    HiddenLayerRuntime(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** Z, twice: this layer has no normalisation between its sums and its activation. */
    @Override
    protected Pair<INDArray, INDArray> preOutputWithPreNorm(
            boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
        var z = forBackprop ? takeSums(workspaces) : sums(training, workspaces);
        if (training && !forBackprop) { // a copy, as the activation overwrites what it is given
            sums = workspaces.dup(ArrayType.ACTIVATIONS, z);
            sumsOf = input; // after dropout
        }
        return new Pair<>(z, z);
    }

    /** Returns Z of the forward pass, once: the activation's derivative may overwrite it. */
    private INDArray takeSums(LayerWorkspaceMgr workspaces) {
        INDArray kept = sumsOf == input ? sums : null;
        forget();
        return kept == null ? sums(true, workspaces) : kept;
    }

    private INDArray sums(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        forget();
        applyDropOutIfNecessary(training, workspaces);
        var w = getParamWithNoise(WEIGHTS, training, workspaces);
        var b = getParamWithNoise(BIAS, training, workspaces);
        var x = input.castTo(dataType);
        checkInput(x, w);
        var z =
                workspaces.createUninitialized(
                        ArrayType.ACTIVATIONS, dataType, x.size(0), w.size(1));
        Nd4j.exec(new Mmul(x, w, z, null));
        z.addiRowVector(b);
        if (maskArray != null) {
            applyMask(z);
        }
        return z;
    }

    private void checkInput(INDArray x, INDArray w) {
        if (x.rank() != 2 || x.size(1) != w.size(0)) {
            throw new DL4JInvalidInputException(
                    "input must be [N, %d], got %s in layer %s. Check the columns of the features."
                            .formatted(w.size(0), Arrays.toString(x.shape()), layerId()));
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        var z = takeSums(workspaces);
        var delta = layerConf().getActivationFn().backprop(z, epsilon).getFirst();
        if (maskArray != null) {
            applyMask(delta);
        }
        var gradient = new DefaultGradient();
        var bias = gradientViews.get(BIAS);
        var ones = Nd4j.ones(delta.dataType(), 1, delta.size(0));
        Nd4j.exec(new Mmul(ones, delta, bias.reshape(1, delta.size(1)), null));
        gradient.setGradientFor(BIAS, bias);
        var weights = gradientViews.get(WEIGHTS);
        Nd4j.gemm(input.castTo(weights.dataType()), delta, weights, true, false, 1, 0);
        gradient.setGradientFor(WEIGHTS, weights);
        var before = layerConf().isInputGradient() ? inputGradient(delta, workspaces) : null;
        weightNoiseParams.clear();
        return new Pair<>(gradient, before);
    }

    private INDArray inputGradient(INDArray delta, LayerWorkspaceMgr workspaces) {
        var w = getParamWithNoise(WEIGHTS, true, workspaces);
        var transposed =
                workspaces.createUninitialized(
                        ArrayType.ACTIVATION_GRAD,
                        delta.dataType(),
                        new long[] {w.size(0), delta.size(0)},
                        'f');
        return backpropDropOutIfPresent(w.mmuli(delta.transpose(), transposed).transpose());
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
