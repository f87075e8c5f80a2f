package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What surprises in DL4J 1.0.0-M2.1's regularisation; a failure here means it was mended. */
class RegularizationTrapsTest {
    private static final DataSet NO_ERROR =
            new DataSet(Nd4j.zeros(DataType.DOUBLE, 1, 1), Nd4j.zeros(DataType.DOUBLE, 1, 1));

    @Test
    void weightDecayOfTheWholeNetworkIsAppliedTwice() {
        var wholeNetwork = network(builder().weightDecay(0.1, false), layer());
        wholeNetwork.fit(NO_ERROR);
        assertEquals(0.8, wholeNetwork.getParam("0_W").getDouble(0), 1e-12);
        var onTheLayer = network(builder(), layer().weightDecay(0.1, false));
        onTheLayer.fit(NO_ERROR);
        assertEquals(0.9, onTheLayer.getParam("0_W").getDouble(0), 1e-12);
    }

    @Test
    void theScoreContainsThePenalty() {
        var network = network(builder(), layer().l2(0.5));
        // The data loss is 0; the penalty is 0.5 * 0.5 * 1^2.
        assertEquals(0.25, network.score(NO_ERROR), 1e-12);
        assertEquals(0.25, network.calcRegularizationScore(true), 1e-12);
    }

    @Test
    void dropOutTakesTheProbabilityToRetain() {
        var network = network(builder(), layer().dropOut(0.1));
        var output = network.output(Nd4j.ones(DataType.DOUBLE, 5000, 1), true);
        // A tenth is kept, and multiplied by ten.
        assertEquals(0.9, output.scan(Conditions.equals(0)).doubleValue() / 5000, 0.02);
        assertEquals(10, output.maxNumber().doubleValue(), 1e-9);
    }

    @Test
    void dropOutOfZeroIsNone() {
        var network = network(builder(), layer().dropOut(0.0));
        var ones = Nd4j.ones(DataType.DOUBLE, 100, 1);
        assertEquals(ones, network.output(ones, true));
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.3));
    }

    private static OutputLayer.Builder layer() {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(1)
                .nOut(1)
                .activation(Activation.IDENTITY);
    }

    private static MultiLayerNetwork network(
            NeuralNetConfiguration.Builder builder, BaseLayer.Builder<?> layer) {
        var network = new MultiLayerNetwork(builder.list().layer(layer.build()).build());
        network.init();
        network.getParam("0_W").assign(1);
        return network;
    }
}
