package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.ParameterSpec.bias;
import static io.github.dl4jprimer.transformer.ParameterSpec.gain;
import static io.github.dl4jprimer.transformer.ParameterSpec.weights;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A Transformer encoder block as a DL4J layer: self-attention, then a feed-forward network, each
 * with a shortcut and a layer norm.
 *
 * <pre>{@code
 * var settings = EncoderSettings.of(128, 4, 512);
 * builder.addLayer("block0", EncoderBlock.of(settings), "embedding")
 *        .addLayer("block1", EncoderBlock.builder(settings).weightDecay(0.01).build(), "block0")
 * }</pre>
 *
 * <p>Input and output [B, T, D]. The features' mask [B, T] says which positions are padding: nobody
 * attends to them, and what they hold themselves is not meant to be read. B and T may differ from
 * call to call.
 *
 * <p>Parameters, in order: Wqkv [D, 3D], bqkv, Wo [D, D], bo, W1 [D, F], b1, W2 [F, D], b2, gain1,
 * bias1, gain2, bias2. Weight decay and L2 apply to the four matrices.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention is all you need</a>
 */
public final class EncoderBlock extends SequenceLayer {
    private static final long serialVersionUID = 1L;

    @JsonProperty private final EncoderSettings settings;

    @JsonCreator
    EncoderBlock(@JsonProperty("settings") EncoderSettings settings) {
        this.settings = settings;
    }

    private EncoderBlock(Builder builder) {
        super(builder, builder.settings.embeddingSize(), builder.settings.embeddingSize());
        settings = builder.settings;
        initializeConstraints(builder);
    }

    /** Returns a block that follows the network's settings. */
    public static EncoderBlock of(EncoderSettings settings) {
        return builder(settings).build();
    }

    /** Returns a builder, for DL4J's settings of single layers: updater, weight decay, name. */
    public static Builder builder(EncoderSettings settings) {
        return new Builder(settings);
    }

    /** Returns sizes and choices. */
    public EncoderSettings settings() {
        return settings;
    }

    @Override
    List<ParameterSpec> parameters() {
        long d = settings.embeddingSize();
        long f = settings.feedForwardSize();
        return List.of(
                weights("Wqkv", d, 3 * d),
                bias("bqkv", 3 * d),
                weights("Wo", d, d),
                bias("bo", d),
                weights("W1", d, f),
                bias("b1", f),
                weights("W2", f, d),
                bias("b2", d),
                gain("gain1", d),
                bias("bias1", d),
                gain("gain2", d),
                bias("bias2", d));
    }

    @Override
    EncoderBlockLayer runtime(NeuralNetConfiguration conf, DataType type) {
        return new EncoderBlockLayer(conf, type);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof EncoderBlock;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof EncoderBlock that
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), settings);
    }

    /** Takes DL4J's settings of a layer. */
    @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private final EncoderSettings settings;

        private Builder(EncoderSettings settings) {
            this.settings = settings;
        }

        @Override
        public EncoderBlock build() {
            return new EncoderBlock(this);
        }
    }
}
