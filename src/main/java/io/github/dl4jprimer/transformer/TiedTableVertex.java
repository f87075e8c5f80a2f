package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The vertex that does what {@link TiedTable} says: before each pass it hands over the table. */
@SuppressWarnings("overrides") // DL4J's own: an array where its interface has varargs
final class TiedTableVertex extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;

    private final String embedding;

    TiedTableVertex(
            ComputationGraph graph, String name, int index, String embedding, DataType type) {
        super(graph, name, index, null, null, type);
        this.embedding = embedding;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        tie();
        return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0], 'c');
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        INDArray gradient = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        return new Pair<>(null, new INDArray[] {gradient});
    }

    private void tie() {
        VertexIndices[] next = getOutputVertices();
        Layer layer =
                next == null ? null : graph.getVertices()[next[0].getVertexIndex()].getLayer();
        if (layer instanceof FrozenLayerWithBackprop frozen) {
            layer = frozen.getInsideLayer();
        }
        Require.require(
                layer instanceof TokenOutputLayer && next.length == 1,
                "what follows " + vertexName,
                "one TokenOutput",
                layer == null ? "nothing" : layer.getClass().getSimpleName(),
                "Put a tie right before the output");
        ((TokenOutputLayer) layer).tieTo(TokenTable.of(graph, embedding));
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public Layer getLayer() {
        return null;
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray view) {
        Require.unset("gradient of " + vertexName, view, "It has no parameters");
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray[] masks, MaskState state, int batchSize) {
        return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
    }

    @Override
    public String toString() {
        return "TiedTableVertex(name=" + vertexName + ", embedding=" + embedding + ")";
    }
}
