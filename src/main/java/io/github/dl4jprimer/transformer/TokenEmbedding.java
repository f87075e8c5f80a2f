package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.ParameterSpec.bias;
import static io.github.dl4jprimer.transformer.ParameterSpec.gain;
import static io.github.dl4jprimer.transformer.ParameterSpec.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The first layer of a Transformer: token ids become vectors that also say where the token stands.
 *
 * <pre>
 * e = Wtoken[id] (+ Wposition[t]) (+ Wsegment[segment])
 * y = dropout(norm(e))
 * </pre>
 *
 * <p>Input, the ids as numbers of any type: [B, T], or [B, 1, T], or, with segments, [B, 2, T]
 * where the first row holds the ids and the second the segments; without that row all are segment
 * 0. Output [B, T, D]. T may differ from call to call, up to the longest of the settings.
 *
 * <p>Parameters, in order: Wtoken [V, D], Wposition [P, D] if there are positions, Wsegment [S, D]
 * if there are segments, gain [D] and bias [D] if there is a norm. Weight decay and L2 apply to the
 * tables.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al.: BERT, figure 2</a>
 */
public final class TokenEmbedding extends SequenceLayer {
    private static final long serialVersionUID = 1L;

    @JsonProperty private final EmbeddingSettings settings;

    @JsonCreator
    TokenEmbedding(@JsonProperty("settings") EmbeddingSettings settings) {
        this.settings = settings;
    }

    private TokenEmbedding(Builder builder) {
        super(builder, builder.settings.vocabularySize(), builder.settings.embeddingSize());
        settings = builder.settings;
        initializeConstraints(builder);
    }

    /** Returns an embedding that follows the network's settings. */
    public static TokenEmbedding of(EmbeddingSettings settings) {
        return builder(settings).build();
    }

    /** Returns a builder, for DL4J's settings of single layers: updater, weight decay, name. */
    public static Builder builder(EmbeddingSettings settings) {
        return new Builder(settings);
    }

    /** Returns sizes and choices. */
    public EmbeddingSettings settings() {
        return settings;
    }

    @Override
    List<ParameterSpec> parameters() {
        long d = settings.embeddingSize();
        var specs = new ArrayList<ParameterSpec>();
        specs.add(weights("Wtoken", settings.vocabularySize(), d));
        if (settings.positions()) {
            specs.add(weights("Wposition", settings.maxLength(), d));
        }
        if (settings.numSegments() > 0) {
            specs.add(weights("Wsegment", settings.numSegments(), d));
        }
        if (settings.normalize()) {
            specs.add(gain("gain", d));
            specs.add(bias("bias", d));
        }
        return List.copyOf(specs);
    }

    @Override
    TokenEmbeddingLayer runtime(NeuralNetConfiguration conf, DataType type) {
        return new TokenEmbeddingLayer(conf, type);
    }

    /** Accepts any input type: ids come in several shapes, none of which says the vocabulary. */
    @Override
    public void setNIn(InputType input, boolean override) {}

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof TokenEmbedding;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof TokenEmbedding that
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), settings);
    }

    /** Takes DL4J's settings of a layer. */
    @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private final EmbeddingSettings settings;

        private Builder(EmbeddingSettings settings) {
            this.settings = settings;
        }

        @Override
        public TokenEmbedding build() {
            return new TokenEmbedding(this);
        }
    }
}
