package io.github.dl4jprimer.gradientcheck;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** What the check needs of a network on one batch; DL4J has no common type for its two kinds. */
sealed interface CheckedNetwork {
    /** Live views of the parameters by name. */
    Map<String, INDArray> parameters();

    /** Loss of the batch as in training, without the terms of regularisation. */
    double dataLoss();

    /** Gradients by name as the updater would receive them; only what is learned by gradient. */
    Map<String, INDArray> gradients();

    /** A {@link MultiLayerNetwork}. */
    record Layers(MultiLayerNetwork network, DataSet batch) implements CheckedNetwork {
        @Override
        public Map<String, INDArray> parameters() {
            return network.paramTable();
        }

        @Override
        public double dataLoss() {
            var copy =
                    new org.nd4j.linalg.dataset.DataSet(
                            batch.getFeatures(),
                            batch.getLabels(),
                            batch.getFeaturesMaskArray(),
                            batch.getLabelsMaskArray());
            return network.score(copy, true) - network.calcRegularizationScore(true);
        }

        @Override
        public Map<String, INDArray> gradients() {
            network.setInput(batch.getFeatures());
            network.setLabels(batch.getLabels());
            network.setLayerMaskArrays(batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
            network.computeGradientAndScore();
            var gradients =
                    mean(
                            network.gradient(),
                            network.conf().isMiniBatch() ? batch.getFeatures().size(0) : 1,
                            name -> network.getLayer(Integer.parseInt(name)));
            network.clearLayerMaskArrays();
            return gradients;
        }
    }

    /** A {@link ComputationGraph}. */
    record Graph(ComputationGraph network, MultiDataSet batch) implements CheckedNetwork {
        @Override
        public Map<String, INDArray> parameters() {
            return network.paramTable();
        }

        @Override
        public double dataLoss() {
            return network.score(batch, true) - network.calcRegularizationScore(true);
        }

        @Override
        public Map<String, INDArray> gradients() {
            network.setInputs(batch.getFeatures());
            network.setLabels(batch.getLabels());
            network.setLayerMaskArrays(batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays());
            network.computeGradientAndScore();
            var gradients =
                    mean(
                            network.gradient(),
                            network.conf().isMiniBatch() ? batch.getFeatures(0).size(0) : 1,
                            network::getVertex);
            network.clearLayerMaskArrays();
            return gradients;
        }
    }

    /** Finds a layer or vertex by the name that its parameters begin with. */
    interface Finder {
        Trainable find(String layer);
    }

    private static Map<String, INDArray> mean(Gradient gradient, long examples, Finder finder) {
        var mean = new LinkedHashMap<String, INDArray>();
        gradient.gradientForVariable()
                .forEach(
                        (name, array) -> {
                            int cut = name.lastIndexOf('_');
                            var layer = finder.find(name.substring(0, cut));
                            if (layer.updaterDivideByMinibatch(name.substring(cut + 1))) {
                                mean.put(name, array.div(examples));
                            }
                        });
        return mean;
    }
}
