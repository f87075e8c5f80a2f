package io.github.dl4jprimer.mlp;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense layer that works out its weighted sums once a step.
 *
 * <pre>Z = X W + b [N, outputs],   A = f(Z)</pre>
 *
 * <p>Parameters, settings and results are those of DL4J's {@code DenseLayer}, up to the rounding of
 * the last digit. That one overwrites Z with A and multiplies X by W a second time for f'(Z); this
 * one keeps a copy of Z from the forward pass to the backward pass, 4 N outputs bytes.
 *
 * <p>A network's first layer may leave out ∂L/∂X, one of its three products, as there is no layer
 * before it to use it: {@link Builder#inputGradient}.
 */
public final class HiddenLayer extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    private boolean inputGradient = true;

    /** For JSON, which sets the fields afterwards. */
    HiddenLayer() {}

    private HiddenLayer(Builder builder) {
        super(builder);
        inputGradient = builder.inputGradient;
        initializeConstraints(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        var layer = new HiddenLayerRuntime(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(initializer().init(conf, view, initialize));
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return DefaultParamInitializer.getInstance();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        var output = getOutputType(-1, input);
        long parameters = initializer().numParams(this);
        return new LayerMemoryReport.Builder(layerName, getClass(), input, output)
                .standardMemory(parameters, iUpdater == null ? 0 : iUpdater.stateSize(parameters))
                .workingMemory(0, 0, 0, output.arrayElementsPerExample())
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    /** Returns whether the backward pass works out ∂L/∂X. */
    public boolean isInputGradient() {
        return inputGradient;
    }

    /** Sets it; for JSON. */
    void setInputGradient(boolean inputGradient) {
        this.inputGradient = inputGradient;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && inputGradient == ((HiddenLayer) other).inputGradient;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Boolean.hashCode(inputGradient);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof HiddenLayer;
    }

    /** Takes DL4J's settings of a layer: sizes, activation, dropout, L1, L2, name and so on. */
    @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private boolean inputGradient = true;

        /**
         * Sets whether the backward pass works out ∂L/∂X; without it, {@code
         * MultiLayerNetwork.backpropGradient} returns null in its place.
         */
        public Builder inputGradient(boolean inputGradient) {
            this.inputGradient = inputGradient;
            return this;
        }

        @Override
        public HiddenLayer build() {
            return new HiddenLayer(this);
        }
    }
}
