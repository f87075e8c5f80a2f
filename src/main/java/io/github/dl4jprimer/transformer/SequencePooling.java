package io.github.dl4jprimer.transformer;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * One vector for a whole sequence: [B, T, D] to [B, D].
 *
 * <p>DL4J's GlobalPoolingLayer takes the features for the time when they are last, and throws as
 * soon as there is a mask.
 */
public final class SequencePooling extends NoParamLayer {
    private static final long serialVersionUID = 1L;

    @JsonProperty private final Kind kind;

    /** What is made of the positions. */
    public enum Kind {
        /** Their mean, padding left out; 0 if all is padding. */
        MEAN,

        /** The first one, BERT's [CLS]. */
        FIRST
    }

    @JsonCreator
    SequencePooling(@JsonProperty("kind") Kind kind) {
        Require.require(kind != null, "kind", "MEAN or FIRST", kind, "MEAN needs no [CLS]");
        this.kind = kind;
    }

    /** Returns the mean of the positions that are not padding. */
    public static SequencePooling mean() {
        return new SequencePooling(Kind.MEAN);
    }

    /** Returns the first position. */
    public static SequencePooling first() {
        return new SequencePooling(Kind.FIRST);
    }

    /** Returns what is made of the positions. */
    public Kind kind() {
        return kind;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        Require.unset("dropOut", getIDropout(), "Set it on the layer after the pooling");
        var layer = new SequencePoolingLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        return layer;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType input) {
        Require.require(
                input instanceof InputType.InputTypeRecurrent,
                "input",
                "sequences [B, T, D]",
                input,
                "Put the pooling after the last block");
        return InputType.feedForward(((InputType.InputTypeRecurrent) input).getSize());
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        return new LayerMemoryReport.Builder(layerName, getClass(), input, getOutputType(-1, input))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof SequencePooling;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SequencePooling that && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), kind);
    }
}
