package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class RegularizationTermTest {
    private static final OutputLayer OUTPUT =
            new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(3)
                    .nOut(2)
                    .activation(Activation.SOFTMAX)
                    .build();

    @Test
    void aStackOfLayersRemembersTheTermToTheBit() {
        var network = layers(OUTPUT);
        assertTrue(RegularizationTerm.remembers(network.outputLayer()));
        agrees(fit(network));
    }

    @Test
    void aGraphRemembersTheTermToTheBit() {
        var configuration =
                builder()
                        .graphBuilder()
                        .addInputs("in")
                        .addLayer("hidden", dense(), "in")
                        .addLayer("out", OUTPUT, "hidden")
                        .setOutputs("out")
                        .build();
        var graph = new ComputationGraph(configuration);
        graph.init();
        var network = Network.of(graph);
        assertTrue(RegularizationTerm.remembers(network.outputLayer()));
        agrees(fit(network));
    }

    @Test
    void aLayerWithAScoreOfItsOwnIsAskedTheSlowWay() {
        var center =
                new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(3)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build();
        var network = layers(center);
        assertFalse(RegularizationTerm.remembers(network.outputLayer()));
        agrees(fit(network));
    }

    @Test
    void aLayerWithoutWeightsIsAskedTheSlowWay() {
        var loss = new LossLayer.Builder(LossFunction.MSE).activation(Activation.TANH).build();
        var network = layers(loss);
        assertFalse(RegularizationTerm.remembers(network.outputLayer()));
        agrees(fit(network));
    }

    /** What the probe told, and what DL4J works out, at each update. */
    private record Terms(List<Double> told, List<Double> workedOut) {}

    private static void agrees(Terms terms) {
        assertEquals(terms.workedOut(), terms.told());
        assertEquals(3, terms.told().stream().distinct().count()); // new at each update
        assertTrue(terms.told().get(0) > 0);
    }

    private static Terms fit(Network network) {
        var terms = new Terms(new ArrayList<>(), new ArrayList<>());
        var probe = new GradientProbe(network, Double.POSITIVE_INFINITY);
        var reader =
                new BaseTrainingListener() {
                    @Override
                    public void onGradientCalculation(Model model) {
                        terms.told().add(probe.metrics(1, 1, 0, 0).regularization());
                        terms.workedOut().add(network.regularization());
                    }
                };
        network.add(List.of(probe, reader));
        int classes = network.outputLayer().conf().getLayer() instanceof LossLayer ? 3 : 2;
        var labels = Nd4j.eye(classes).castTo(Nd4j.defaultFloatingPointType());
        var batch = new DataSet(Nd4j.linspace(-1, 1, classes * 4L).reshape(classes, 4), labels);
        for (int step = 0; step < 3; step++) {
            probe.startBatch(true);
            network.fit(batch);
        }
        return terms;
    }

    private static Network layers(Layer output) {
        var configuration = builder().list().layer(dense()).layer(output).build();
        var network = new MultiLayerNetwork(configuration);
        network.init();
        return Network.of(network);
    }

    private static DenseLayer dense() {
        return new DenseLayer.Builder().nIn(4).nOut(3).activation(Activation.TANH).build();
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.5)).l1(0.1).l2(0.2);
    }
}
