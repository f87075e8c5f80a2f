package io.github.dl4jprimer.transformer;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the DL4J configurations of this package share: output [B, T, D] (DL4J's {@code NWC}),
 * weights drawn from a normal distribution of standard deviation 0.02, parameters listed by name.
 *
 * <p>Of the settings that every DL4J layer has they follow name, updater, weight initialisation,
 * L1, L2, weight decay, constraints and gradient normalisation. They refuse {@code dropOut} and
 * {@code weightNoise}: dropout has its own places inside a Transformer.
 */
public abstract class SequenceLayer extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    /** For JSON, which sets the fields afterwards. */
    SequenceLayer() {}

    SequenceLayer(FeedForwardLayer.Builder<?> builder, long inputs, long outputs) {
        super(builder);
        setNIn(inputs);
        setNOut(outputs);
        setActivationFn(new ActivationIdentity());
        setWeightInitFn(SequenceParameters.orDefault(weightInitFn));
    }

    /** The parameter arrays in the order in which they are stored. */
    abstract List<ParameterSpec> parameters();

    /** Makes the layer that computes. */
    abstract SequenceLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type);

    @Override
    public final ParamInitializer initializer() {
        return new SequenceParameters(parameters(), SequenceParameters.orDefault(weightInitFn));
    }

    @Override
    public final Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        String advice = "Set the dropout rates of the Transformer layers instead";
        Require.unset("dropOut", getIDropout(), advice);
        Require.unset("weightNoise", getWeightNoise(), advice);
        var layer = runtime(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(initializer().init(conf, view, initialize));
        return layer;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType input) {
        long length =
                input instanceof InputType.InputTypeRecurrent r ? r.getTimeSeriesLength() : -1;
        return InputType.recurrent(getNOut(), length, RNNFormat.NWC);
    }

    /** Checks instead of setting: the sizes are given when the layer is made. */
    @Override
    public void setNIn(InputType input, boolean override) {
        if (input instanceof InputType.InputTypeRecurrent sequence) {
            Require.require(
                    sequence.getSize() == getNIn(),
                    "input size",
                    String.valueOf(getNIn()),
                    sequence.getSize(),
                    "Give this layer the embedding size of the layer before it");
        }
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        long parameters = initializer().numParams(this);
        long perExample = input.arrayElementsPerExample();
        return new LayerMemoryReport.Builder(layerName, getClass(), input, getOutputType(-1, input))
                .standardMemory(parameters, iUpdater == null ? 0 : iUpdater.stateSize(parameters))
                .workingMemory(0, perExample, 0, perExample)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
