package io.github.dl4jprimer.experiment;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The model a run starts from: a configuration, and its parameters unless they are to be drawn at
 * random. Every call of {@link #create} makes a new model, so one experiment can be run many times.
 */
public sealed interface StartingModel {
    /**
     * Returns a new, initialised model.
     *
     * @param seed seed of the random parameters; replaces the configuration's own
     */
    Model create(long seed);

    /** Returns the configuration that {@link #create} uses, as DL4J's JSON. */
    String json(long seed);

    /** Returns a start at random parameters. */
    static StartingModel of(MultiLayerConfiguration configuration) {
        return new Layers(configuration, null);
    }

    /** Returns a start at random parameters. */
    static StartingModel of(ComputationGraphConfiguration configuration) {
        return new Graph(configuration, null);
    }

    /**
     * Returns a start at the parameters another model has now; that model is not changed by runs.
     *
     * @throws IllegalArgumentException if {@code model} is neither of DL4J's two networks
     */
    static StartingModel from(Model model) {
        if (model instanceof MultiLayerNetwork network) {
            return new Layers(network.getLayerWiseConfigurations().clone(), network.params().dup());
        }
        if (model instanceof ComputationGraph graph) {
            return new Graph(graph.getConfiguration().clone(), graph.params().dup());
        }
        throw Network.unsupported(model);
    }

    /**
     * A stack of layers.
     *
     * @param configuration DL4J configuration
     * @param parameters flat parameters [1, P] to start at, or null for random ones
     */
    record Layers(MultiLayerConfiguration configuration, INDArray parameters)
            implements StartingModel {
        @Override
        public Model create(long seed) {
            var network = new MultiLayerNetwork(seeded(seed));
            network.init(parameters, true);
            return network;
        }

        @Override
        public String json(long seed) {
            return seeded(seed).toJson();
        }

        private MultiLayerConfiguration seeded(long seed) {
            var copy = configuration.clone();
            copy.getConfs().forEach(layer -> layer.setSeed(seed));
            copy.setIterationCount(0);
            copy.setEpochCount(0);
            return copy;
        }
    }

    /**
     * A graph of layers.
     *
     * @param configuration DL4J configuration
     * @param parameters flat parameters [1, P] to start at, or null for random ones
     */
    record Graph(ComputationGraphConfiguration configuration, INDArray parameters)
            implements StartingModel {
        @Override
        public Model create(long seed) {
            var graph = new ComputationGraph(seeded(seed));
            graph.init(parameters, true);
            return graph;
        }

        @Override
        public String json(long seed) {
            return seeded(seed).toJson();
        }

        private ComputationGraphConfiguration seeded(long seed) {
            var copy = configuration.clone();
            copy.getDefaultConfiguration().setSeed(seed);
            copy.setIterationCount(0);
            copy.setEpochCount(0);
            return copy;
        }
    }
}
