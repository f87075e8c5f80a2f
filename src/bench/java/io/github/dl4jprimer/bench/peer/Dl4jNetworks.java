package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.Dl4jEncoder;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import io.github.dl4jprimer.bench.peer.PeerModel.Perceptron;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/** The peers' networks of DL4J's own layers, as its examples put them together. */
final class Dl4jNetworks {
    private Dl4jNetworks() {}

    /** Returns a case's work. */
    static Workload of(PeerCase size) {
        var adam = new Adam(size.learningRate());
        if (size.model() instanceof Encoder encoder) {
            var graph =
                    new Dl4jEncoder(
                                    encoder.vocabulary(),
                                    encoder.width(),
                                    encoder.heads(),
                                    encoder.layers(),
                                    encoder.inputs(),
                                    encoder.classes())
                            .configuration(adam, PrimerNetworks.WEIGHT_DECAY);
            var network = new ComputationGraph(graph);
            network.init();
            return Dl4jWorkload.of(size, network);
        }
        var network = perceptron((Perceptron) size.model(), adam);
        return Dl4jWorkload.of(size, network);
    }

    private static MultiLayerNetwork perceptron(Perceptron model, Adam adam) {
        var configuration =
                new NeuralNetConfiguration.Builder()
                        .seed(1)
                        .updater(adam)
                        .weightInit(WeightInit.XAVIER)
                        .list()
                        .layer(dense(model.inputs(), model.hidden()))
                        .layer(dense(model.hidden(), model.hidden()))
                        .layer(
                                new OutputLayer.Builder()
                                        .nIn(model.hidden())
                                        .nOut(model.classes())
                                        .activation(Activation.SOFTMAX)
                                        .weightDecay(PrimerNetworks.WEIGHT_DECAY, true)
                                        .build())
                        .build();
        var network = new MultiLayerNetwork(configuration);
        network.init();
        PrimerNetworks.start(network, model);
        return network;
    }

    private static DenseLayer dense(int in, int out) {
        var layer = new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.RELU);
        layer.weightDecay(PrimerNetworks.WEIGHT_DECAY, true);
        return layer.build();
    }
}
