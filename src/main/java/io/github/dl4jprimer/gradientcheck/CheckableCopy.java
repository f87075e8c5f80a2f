package io.github.dl4jprimer.gradientcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A copy of a network, fit to be checked: the same parameters in double precision, and nothing
 * random.
 *
 * <p>A training network is none: in single precision a difference of two losses keeps three digits
 * at best, and dropout draws another mask for each of the two. So the copy is in double precision
 * and its dropout and weight noise are off. The updater and the terms of L1, L2 and weight decay
 * are left out, too; they are no part of the data loss whose gradient is checked. Batch
 * normalisation stays as in training: it looks at the batch alone, and the same batch gives the
 * same loss.
 *
 * <pre>{@code
 * var copy = CheckableCopy.of(network);
 * var report = copy.check(GradientChecker.ofSome(20, seed), iterator.next(), 12);
 * }</pre>
 *
 * @param network a {@link MultiLayerNetwork} or a {@link ComputationGraph}
 */
public record CheckableCopy(Model network) {

    /**
     * Copies a network, which stays as it is.
     *
     * @throws IllegalArgumentException if it is neither of DL4J's two networks
     */
    public static CheckableCopy of(Model model) {
        INDArray parameters = model.params().castTo(DataType.DOUBLE);
        if (model instanceof MultiLayerNetwork layers) {
            var configuration = layers.getLayerWiseConfigurations().clone();
            configuration.getConfs().forEach(CheckableCopy::calm);
            configuration.setDataType(DataType.DOUBLE);
            var copy = new MultiLayerNetwork(configuration);
            copy.init(parameters, true);
            return new CheckableCopy(copy);
        }
        if (model instanceof ComputationGraph graph) {
            var configuration = graph.getConfiguration().clone();
            layerConfigurations(configuration).forEach(CheckableCopy::calm);
            calm(configuration.getDefaultConfiguration());
            configuration.setDataType(DataType.DOUBLE);
            var copy = new ComputationGraph(configuration);
            copy.init(parameters, true);
            return new CheckableCopy(copy);
        }
        throw new IllegalArgumentException(
                "network must be a MultiLayerNetwork or a ComputationGraph, got %s. Pass one of them."
                        .formatted(model.getClass().getName()));
    }

    /**
     * Plants a mistake: the first activation with a bend forgets its derivative, so the gradients
     * of the parameters below it are wrong and those above it right.
     *
     * @return whether there was one; a network without hidden layers has none
     */
    public boolean forgetDerivative() {
        var layers = layers();
        for (var layer : layers.subList(0, layers.size() - 1)) {
            var right = activation(layer);
            if (right != null && !(right instanceof ActivationIdentity)) {
                var wrong = new ForgottenDerivative(right);
                if (layer instanceof BaseLayer base) {
                    base.setActivationFn(wrong);
                } else {
                    ((ActivationLayer) layer).setActivationFn(wrong);
                }
                return true;
            }
        }
        return false;
    }

    /** Returns the configuration as JSON: equal for networks that only their parameters tell. */
    public String configuration() {
        return network instanceof MultiLayerNetwork layers
                ? layers.getLayerWiseConfigurations().toJson()
                : ((ComputationGraph) network).getConfiguration().toJson();
    }

    /**
     * Returns the layers in one line: {@code 0 DenseLayer 4→16 relu, 1 OutputLayer 16→3 softmax}.
     */
    public String summary() {
        var layers = layers();
        return IntStream.range(0, layers.size())
                .mapToObj(i -> name(i, layers.get(i)) + describe(layers.get(i)))
                .collect(Collectors.joining(", "));
    }

    /**
     * Checks the copy on the first rows of a batch.
     *
     * @param checker how closely and how many entries
     * @param batch one input and one output, in any precision
     * @param examples rows to take, at least 1; losses of pairs or triplets need a multiple of 2 or
     *     3
     */
    public GradientReport check(GradientChecker checker, DataSet batch, int examples) {
        INDArray features = rows(batch.getFeatures(), examples);
        INDArray labels = rows(batch.getLabels(), examples);
        INDArray featuresMask = rows(batch.getFeaturesMaskArray(), examples);
        INDArray labelsMask = rows(batch.getLabelsMaskArray(), examples);
        if (network instanceof MultiLayerNetwork layers) {
            return checker.check(layers, new DataSet(features, labels, featuresMask, labelsMask));
        }
        return checker.check(
                (ComputationGraph) network,
                new MultiDataSet(
                        new INDArray[] {features},
                        new INDArray[] {labels},
                        featuresMask == null ? null : new INDArray[] {featuresMask},
                        labelsMask == null ? null : new INDArray[] {labelsMask}));
    }

    /** Returns the first rows, or null for an array that is not there. */
    private static INDArray rows(INDArray array, int count) {
        return array == null
                ? null
                : array.get(NDArrayIndex.interval(0, Math.min(count, array.size(0))))
                        .dup()
                        .castTo(DataType.DOUBLE);
    }

    /** Takes what is random, or no part of the data loss, out of a layer's configuration. */
    private static void calm(NeuralNetConfiguration configuration) {
        configuration.setSeed(0);
        var layer = configuration.getLayer();
        if (layer != null) {
            layer.setIDropout(null);
        }
        if (layer instanceof BaseLayer base) {
            base.setIUpdater(new NoOp());
            base.setBiasUpdater(null);
            base.setWeightNoise(null);
            base.setRegularization(List.of());
            base.setRegularizationBias(List.of());
        }
    }

    /** Returns the layers from the input to the output. */
    private List<Layer> layers() {
        var configurations =
                network instanceof MultiLayerNetwork layers
                        ? layers.getLayerWiseConfigurations().getConfs()
                        : layerConfigurations(((ComputationGraph) network).getConfiguration());
        return configurations.stream().map(NeuralNetConfiguration::getLayer).toList();
    }

    private static List<NeuralNetConfiguration> layerConfigurations(
            ComputationGraphConfiguration configuration) {
        var found = new ArrayList<NeuralNetConfiguration>();
        for (var vertex : configuration.getVertices().values()) {
            if (vertex instanceof LayerVertex layer) {
                found.add(layer.getLayerConf());
            }
        }
        return found;
    }

    /** Returns the layer's activation, or null; batch normalisation carries one but has no use. */
    private static IActivation activation(Layer layer) {
        if (layer instanceof BatchNormalization) {
            return null;
        }
        if (layer instanceof BaseLayer base) {
            return base.getActivationFn();
        }
        return layer instanceof ActivationLayer alone ? alone.getActivationFn() : null;
    }

    /** The name that the layer's parameters begin with. */
    private String name(int index, Layer layer) {
        return network instanceof ComputationGraph ? layer.getLayerName() : String.valueOf(index);
    }

    /** Returns kind, sizes and activation of a layer: {@code DenseLayer 4→16 relu}. */
    private static String describe(Layer layer) {
        var text = new StringBuilder(" ").append(layer.getClass().getSimpleName());
        if (layer instanceof FeedForwardLayer sized) {
            text.append(" %d→%d".formatted(sized.getNIn(), sized.getNOut()));
        }
        var activation = activation(layer);
        return activation == null ? text.toString() : text.append(" " + activation).toString();
    }
}
