package io.github.dl4jprimer.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** The few things that DL4J's two kinds of network offer under different names. */
sealed interface Network {
    /** Returns DL4J's object. */
    Model model();

    /** Makes one update on a batch. */
    default void fit(DataSet batch) {
        ((NeuralNetwork) model()).fit(batch);
    }

    /** Returns the loss of a batch in test mode, with the regularisation term. */
    double score(DataSet batch);

    /** Returns the regularisation term of the loss. */
    double regularization();

    /** Returns the output for a batch's features in test mode. */
    INDArray output(DataSet batch);

    /** Returns layers and vertices with parameters by name, in the order of the flat parameters. */
    Map<String, Trainable> parts();

    /** Returns the layer that computes the loss. */
    Layer outputLayer();

    /** Returns the optimizer's state as a flat view, or null if it has none. */
    default INDArray updaterState() {
        return ((NeuralNetwork) model()).updaterState();
    }

    /** Puts the counts that schedules depend on. */
    void setCounts(int iterations, int epochs);

    /** Returns the number of updates made. */
    int iterations();

    /** Returns the number of epochs that schedules see. */
    int epochs();

    /** Adds listeners to those the network has. */
    void add(List<? extends TrainingListener> listeners);

    /**
     * Returns the view on a network.
     *
     * @throws IllegalArgumentException if {@code model} is neither of DL4J's two networks
     */
    static Network of(Model model) {
        if (model instanceof MultiLayerNetwork network) {
            return new Layers(network);
        }
        if (model instanceof ComputationGraph graph) {
            return new Graph(graph);
        }
        throw unsupported(model);
    }

    /** Returns the error for a model that is neither of DL4J's two networks. */
    static IllegalArgumentException unsupported(Model model) {
        return new IllegalArgumentException(
                "model must be a MultiLayerNetwork or a ComputationGraph, got %s. Pass one of them."
                        .formatted(model == null ? null : model.getClass().getName()));
    }

    /** Returns every parameter by {@code layer.parameter}, for example {@code 0.W}. */
    default Map<String, INDArray> parameters() {
        var named = new LinkedHashMap<String, INDArray>();
        parts().forEach(
                        (part, trainable) ->
                                trainable
                                        .paramTable(false)
                                        .forEach(
                                                (key, value) ->
                                                        named.put(part + "." + key, value)));
        return named;
    }

    /** Returns whether the output sums to one over the classes, rather than being logits. */
    default boolean givesProbabilities() {
        return outputLayer().conf().getLayer() instanceof BaseOutputLayer layer
                && layer.getActivationFn() instanceof ActivationSoftmax;
    }

    /** Returns the axis of the classes in sequence outputs: 1 for [B, V, T], 2 for [B, T, V]. */
    default int classAxis() {
        return outputLayer().conf().getLayer() instanceof RnnOutputLayer layer
                        && layer.getRnnDataFormat() != null
                        && layer.getRnnDataFormat().name().equals("NWC")
                ? 2
                : 1;
    }

    /** A stack of layers. */
    record Layers(MultiLayerNetwork model) implements Network {
        @Override
        public double score(DataSet batch) {
            return model.score(batch, false);
        }

        @Override
        public double regularization() {
            return model.calcRegularizationScore(true);
        }

        @Override
        public INDArray output(DataSet batch) {
            return model.output(
                    batch.getFeatures(),
                    false,
                    batch.getFeaturesMaskArray(),
                    batch.getLabelsMaskArray());
        }

        @Override
        public Map<String, Trainable> parts() {
            var parts = new LinkedHashMap<String, Trainable>();
            for (int i = 0; i < model.getnLayers(); i++) {
                if (model.getLayer(i).numParams() > 0) {
                    parts.put(String.valueOf(i), model.getLayer(i));
                }
            }
            return parts;
        }

        @Override
        public Layer outputLayer() {
            return model.getOutputLayer();
        }

        @Override
        public void setCounts(int iterations, int epochs) {
            model.setIterationCount(iterations);
            model.setEpochCount(epochs);
        }

        @Override
        public int iterations() {
            return model.getIterationCount();
        }

        @Override
        public int epochs() {
            return model.getEpochCount();
        }

        @Override
        public void add(List<? extends TrainingListener> listeners) {
            model.addListeners(listeners.toArray(TrainingListener[]::new));
        }
    }

    /** A graph of layers with one output. */
    record Graph(ComputationGraph model) implements Network {
        @Override
        public double score(DataSet batch) {
            return model.score(batch, false);
        }

        @Override
        public double regularization() {
            return model.calcRegularizationScore(true);
        }

        @Override
        public INDArray output(DataSet batch) {
            return model.output(
                            false,
                            new INDArray[] {batch.getFeatures()},
                            masks(batch.getFeaturesMaskArray()),
                            masks(batch.getLabelsMaskArray()))[0];
        }

        @Override
        public Map<String, Trainable> parts() {
            var parts = new LinkedHashMap<String, Trainable>();
            Arrays.stream(model.topologicalSortOrder())
                    .mapToObj(i -> model.getVertices()[i])
                    .filter(vertex -> vertex.numParams() > 0)
                    .forEach(vertex -> parts.put(vertex.getVertexName(), vertex));
            return parts;
        }

        @Override
        public Layer outputLayer() {
            return model.getOutputLayer(0);
        }

        @Override
        public void setCounts(int iterations, int epochs) {
            model.getConfiguration().setIterationCount(iterations);
            model.getConfiguration().setEpochCount(epochs);
        }

        @Override
        public int iterations() {
            return model.getIterationCount();
        }

        @Override
        public int epochs() {
            return model.getEpochCount();
        }

        @Override
        public void add(List<? extends TrainingListener> listeners) {
            model.addListeners(listeners.toArray(TrainingListener[]::new));
        }

        private static INDArray[] masks(INDArray mask) {
            return mask == null ? null : new INDArray[] {mask};
        }
    }
}
