package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.ParameterSpec.bias;
import static io.github.dl4jprimer.transformer.ParameterSpec.gain;
import static io.github.dl4jprimer.transformer.ParameterSpec.weights;

import io.github.dl4jprimer.loss.NextTokenCrossEntropy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The output of a language model whose decoder is the embedding's table, as in BERT and GPT-2.
 *
 * <pre>
 * logits = n Wtokenᵀ (+ bias)                 n from h as {@link DecoderSettings} say
 * L = mean over the predicted positions of -log softmax(logits)[label]
 * </pre>
 *
 * <p>Input [B, T, D]; output, the probabilities at all positions, [B, T, V]. Labels are token ids,
 * [B, T, 1] or [B, T]; the labels' mask [B, T] is 1 at the positions to predict and 0 elsewhere.
 * Without one, all positions that are not padding are predicted. Only what is predicted is decoded
 * in training, 15 % of the positions in BERT; a batch without any has loss 0 and gradient 0.
 *
 * <p>The table comes from a {@link TiedTable} in front of this layer, and its gradient is the sum
 * of both uses. Parameters of its own, in order: Wtransform [D, D], btransform [D], gain [D] and
 * bias [D] if there is a transform, bdecoder [V] if there is a bias.
 *
 * <p>To whoever asks it is an {@code RnnOutputLayer} with softmax and classes last.
 *
 * @see <a href="https://arxiv.org/abs/1608.05859">Press and Wolf: Using the output embedding to
 *     improve language models</a>
 */
public final class TokenOutput extends RnnOutputLayer {
    private static final long serialVersionUID = 1L;

    @JsonProperty private final DecoderSettings settings;

    @JsonCreator
    TokenOutput(@JsonProperty("settings") DecoderSettings settings) {
        this.settings = settings;
    }

    /** Returns an output that follows the network's settings. */
    public static TokenOutput of(DecoderSettings settings) {
        var output = new TokenOutput(settings);
        output.setNIn(settings.embeddingSize());
        output.setNOut(settings.vocabularySize());
        output.setLossFn(NextTokenCrossEntropy.ofAnyLength());
        output.setActivationFn(new ActivationSoftmax());
        output.setRnnDataFormat(RNNFormat.NWC);
        output.setWeightInitFn(SequenceParameters.orDefault(null));
        return output;
    }

    /** Returns sizes and choices. */
    public DecoderSettings settings() {
        return settings;
    }

    /** The parameter arrays in the order in which they are stored. */
    List<ParameterSpec> parameters() {
        long d = settings.embeddingSize();
        var specs = new ArrayList<ParameterSpec>();
        if (settings.transform()) {
            specs.add(weights("Wtransform", d, d));
            specs.add(bias("btransform", d));
            specs.add(gain("gain", d));
            specs.add(bias("bias", d));
        }
        if (settings.bias()) {
            specs.add(bias("bdecoder", settings.vocabularySize()));
        }
        return List.copyOf(specs);
    }

    @Override
    public ParamInitializer initializer() {
        return new SequenceParameters(
                parameters(), SequenceParameters.orDefault(getWeightInitFn()));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        Require.unset("dropOut", getIDropout(), "Set the dropout rates of the blocks instead");
        Require.unset("weightNoise", getWeightNoise(), "Set the blocks' dropout rates instead");
        var layer = new TokenOutputLayer(conf, type);
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

    /** Does nothing: the sizes are given when the layer is made. */
    @Override
    public void setNIn(InputType input, boolean override) {}

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof TokenOutput;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof TokenOutput that
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), settings);
    }
}
