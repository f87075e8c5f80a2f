package io.github.dl4jprimer.transformer;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Layer normalisation as a DL4J layer of its own, for the end of a stack of pre-norm blocks.
 *
 * <pre>y = gain ⊙ (x - mean) / sqrt(variance + ε) + bias        over the features of each position
 * </pre>
 *
 * <p>Input and output [B, T, D]; parameters gain [D] and bias [D], neither of which decays.
 *
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton: Layer normalization</a>
 */
public final class LayerNorm extends SequenceLayer {
    private static final long serialVersionUID = 1L;

    @JsonProperty private final double epsilon;

    @JsonCreator
    LayerNorm(@JsonProperty("epsilon") double epsilon) {
        this.epsilon = epsilon;
    }

    private LayerNorm(Builder builder) {
        super(builder, builder.embeddingSize, builder.embeddingSize);
        epsilon = builder.epsilon;
        initializeConstraints(builder);
    }

    /** Returns the layer for D features with ε = 10⁻⁵. */
    public static LayerNorm of(int embeddingSize) {
        return of(embeddingSize, 1e-5);
    }

    /**
     * Returns the layer.
     *
     * @param embeddingSize D, at least 1
     * @param epsilon ε, above 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static LayerNorm of(int embeddingSize, double epsilon) {
        return builder(embeddingSize, epsilon).build();
    }

    /** Returns a builder, for DL4J's settings of single layers: updater, name. */
    public static Builder builder(int embeddingSize, double epsilon) {
        return new Builder(embeddingSize, epsilon);
    }

    /** Returns ε. */
    public double epsilon() {
        return epsilon;
    }

    @Override
    List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.gain("gain", getNOut()), ParameterSpec.bias("bias", getNOut()));
    }

    @Override
    LayerNormLayer runtime(NeuralNetConfiguration conf, DataType type) {
        return new LayerNormLayer(conf, type);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof LayerNorm;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof LayerNorm that
                && Double.compare(epsilon, that.epsilon) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), epsilon);
    }

    /** Takes DL4J's settings of a layer. */
    @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private final int embeddingSize;
        private final double epsilon;

        private Builder(int embeddingSize, double epsilon) {
            Require.positive("embeddingSize", embeddingSize, "It is the width of the layer before");
            Require.positive("epsilon", epsilon, "1e-5 is usual");
            this.embeddingSize = embeddingSize;
            this.epsilon = epsilon;
        }

        @Override
        public LayerNorm build() {
            return new LayerNorm(this);
        }
    }
}
