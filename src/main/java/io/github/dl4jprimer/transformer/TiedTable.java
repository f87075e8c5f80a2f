package io.github.dl4jprimer.transformer;

import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Ties a {@link TokenOutput} to the table of a {@link TokenEmbedding}: DL4J's layers cannot share
 * parameters, but a vertex knows its graph.
 *
 * <pre>{@code
 * builder.addVertex("tie", TiedTable.to("embedding"), "block1")
 *        .addLayer("output", TokenOutput.of(DecoderSettings.bert(5000, 64)), "tie")
 * }</pre>
 *
 * <p>What comes in, [B, T, D], goes out unchanged. The embedding is looked up by its name in every
 * pass, so that the tie holds in clones, in saved models, and after layers were frozen.
 */
public final class TiedTable extends GraphVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty private final String embedding;

    @JsonCreator
    TiedTable(@JsonProperty("embedding") String embedding) {
        Require.require(
                embedding != null, "embedding", "given", embedding, "Name the embedding's layer");
        this.embedding = embedding;
    }

    /** Returns the tie to the embedding of this name. */
    public static TiedTable to(String embedding) {
        return new TiedTable(embedding);
    }

    /** Returns the name of the embedding's layer. */
    public String embedding() {
        return embedding;
    }

    @Override
    public TiedTableVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        return new TiedTableVertex(graph, name, index, embedding, type);
    }

    @Override
    public TiedTable clone() {
        return new TiedTable(embedding);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return 1;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, getClass(), inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TiedTable that && embedding.equals(that.embedding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(embedding);
    }
}
