package io.github.dl4jprimer.transformer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What is done to a model that was pre-trained before it learns a new task: its encoder is taken
 * over, its lower layers are held fast, or learn more slowly than the new head.
 *
 * <pre>{@code
 * var configuration = FineTuning.frozen(classifier.configuration(), 1);
 * var network = new ComputationGraph(configuration);
 * network.init();
 * FineTuning.copyEncoder(pretrained, network);
 * }</pre>
 *
 * <p>For graphs whose layers have the names that this package's models give: embedding, block0,
 * block1, …; norm; and whatever the head is. Configurations that are handed in do not change.
 *
 * @see <a href="https://arxiv.org/abs/1801.06146">Howard and Ruder: ULMFiT, 3.2</a>
 */
public final class FineTuning {
    private static final String EMBEDDING = "embedding";

    private FineTuning() {}

    /**
     * Returns a configuration whose embedding and first blocks do not learn, nor drop anything.
     *
     * @param blocks blocks to freeze, from 0 (the embedding alone) to all
     * @throws IllegalArgumentException if there are fewer blocks
     */
    public static ComputationGraphConfiguration frozen(
            ComputationGraphConfiguration configuration, int blocks) {
        var copy = configuration.clone();
        int all = blocks(copy);
        Require.require(
                blocks >= 0 && blocks <= all,
                "blocks",
                "from 0 to the model's " + all,
                blocks,
                "Freeze no more than there are");
        freeze(copy, EMBEDDING);
        for (int i = 0; i < blocks; i++) {
            freeze(copy, EncoderStack.block(i));
        }
        return copy;
    }

    /**
     * Returns a configuration in which lower layers learn more slowly: layer-wise decay.
     *
     * <pre>
     * factor of the head and of the norm before it  1
     * of the top block, the one below, …            decay, decay², …
     * of the embedding, below N blocks              decay^(N + 1)
     * </pre>
     *
     * @param decay in (0, 1]; 0.9 is usual
     * @param updaters gives the optimizer for a factor, for example {@code factor ->
     *     TorchAdam.of(5e-5 * factor)}
     * @throws IllegalArgumentException if the decay is out of range
     */
    public static ComputationGraphConfiguration withLayerwiseDecay(
            ComputationGraphConfiguration configuration,
            double decay,
            DoubleFunction<? extends IUpdater> updaters) {
        Require.require(
                decay > 0 && decay <= 1, "decay", "above 0 and at most 1", decay, "0.9 is usual");
        var copy = configuration.clone();
        int all = blocks(copy);
        for (var entry : copy.getVertices().entrySet()) {
            if (entry.getValue() instanceof LayerVertex vertex
                    && vertex.getLayerConf().getLayer() instanceof BaseLayer layer) {
                int below = all + 1 - depth(entry.getKey(), all);
                layer.setIUpdater(updaters.apply(Math.pow(decay, below)));
                layer.setBiasUpdater(null);
            }
        }
        return copy;
    }

    /**
     * Copies the parameters of embedding, blocks and last norm from one network to another, for
     * example from a {@link MaskedLanguageModel} to a {@link TransformerClassifier}; the heads stay
     * as they are.
     *
     * @throws IllegalArgumentException if the encoders are not of the same shape
     */
    public static void copyEncoder(ComputationGraph from, ComputationGraph to) {
        var source = encoder(from);
        var target = encoder(to);
        Require.require(
                shapes(source).equals(shapes(target)),
                "encoder",
                "of the same shape, " + shapes(target),
                shapes(source),
                "Build both with the same embedding and encoder settings");
        source.forEach((name, array) -> target.get(name).assign(array));
    }

    private static void freeze(ComputationGraphConfiguration configuration, String name) {
        if (configuration.getVertices().get(name) instanceof LayerVertex vertex
                && !(vertex.getLayerConf().getLayer() instanceof FrozenLayer)) {
            var frozen = new FrozenLayer(vertex.getLayerConf().getLayer());
            frozen.setLayerName(name);
            vertex.getLayerConf().setLayer(frozen);
        }
    }

    /** Counts the blocks. */
    private static int blocks(ComputationGraphConfiguration configuration) {
        int count = 0;
        while (configuration.getVertices().containsKey(EncoderStack.block(count))) {
            count++;
        }
        Require.require(
                count > 0 && configuration.getVertices().containsKey(EMBEDDING),
                "configuration",
                "one with layers embedding, block0, …",
                configuration.getVertices().keySet(),
                "Take it from one of the models of this package");
        return count;
    }

    /** Returns 0 for the embedding, 1 to N for the blocks, N + 1 for what comes after them. */
    private static int depth(String name, int blocks) {
        if (name.equals(EMBEDDING)) {
            return 0;
        }
        for (int i = 0; i < blocks; i++) {
            if (name.equals(EncoderStack.block(i))) {
                return i + 1;
            }
        }
        return blocks + 1;
    }

    private static Map<String, INDArray> encoder(ComputationGraph network) {
        int blocks = blocks(network.getConfiguration());
        var found = new TreeMap<String, INDArray>();
        for (var vertex : network.getVertices()) {
            String name = vertex.getVertexName();
            if (vertex.hasLayer() && (name.equals("norm") || depth(name, blocks) <= blocks)) {
                vertex.getLayer()
                        .paramTable()
                        .forEach((key, array) -> found.put(name + "." + key, array));
            }
        }
        return found;
    }

    private static Map<String, List<Long>> shapes(Map<String, INDArray> arrays) {
        var shapes = new TreeMap<String, List<Long>>();
        arrays.forEach(
                (name, array) -> shapes.put(name, Arrays.stream(array.shape()).boxed().toList()));
        return shapes;
    }
}
