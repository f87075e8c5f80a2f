package io.github.dl4jprimer.traps;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The smallest network there is, whose every number can be worked out in the head.
 *
 * <pre>
 * y = w x        w = 1, one input, one output, no activation, double precision
 * L = (y - label)^2
 * </pre>
 */
final class OneWeight {
    /** The name of w in DL4J's tables. */
    static final String WEIGHT = "0_W";

    /** An example without error whose gradient is 0: x = 0, label 0. */
    static final DataSet NO_ERROR =
            new DataSet(Nd4j.zeros(DataType.DOUBLE, 1, 1), Nd4j.zeros(DataType.DOUBLE, 1, 1));

    private OneWeight() {}

    /** Returns the configuration that a trap's setting is added to; its learning rate is 1. */
    static NeuralNetConfiguration.Builder configuration() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(1));
    }

    /** Returns the layer that a trap's setting is added to. */
    static OutputLayer.Builder layer() {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(1)
                .nOut(1)
                .hasBias(false)
                .activation(Activation.IDENTITY);
    }

    /** Builds the network and sets w to 1. */
    static MultiLayerNetwork network(
            NeuralNetConfiguration.Builder configuration, BaseLayer.Builder<?> layer) {
        var network = new MultiLayerNetwork(configuration.list().layer(layer.build()).build());
        network.init();
        network.params().assign(1);
        return network;
    }
}
