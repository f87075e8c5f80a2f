package io.github.dl4jprimer.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class DropoutRateTest {
    private static final int N = 10_000;

    @Test
    void itIsTheShareThatIsDroppedAndKeepsTheMean() {
        var y = output(0.2, true);
        double dropped = y.scan(Conditions.equals(0)).doubleValue() / N;
        assertEquals(0.2, dropped, 0.02);
        assertEquals(1, y.meanNumber().doubleValue(), 0.03);
        assertEquals(1.25, y.maxNumber().doubleValue(), 1e-6);
    }

    @Test
    void testingDropsNothing() {
        assertEquals(Nd4j.ones(1, N), output(0.5, false));
    }

    @Test
    void zeroIsNoDropout() {
        assertNull(new DropoutRate(0).toDl4j());
        assertEquals(new Dropout(0.75), new DropoutRate(0.25).toDl4j());
    }

    @Test
    void droppingAllIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> new DropoutRate(1));
        assertEquals(
                "dropoutRate must be at least 0 and below 1, got 1.0. It is the share to drop; 0.1"
                        + " to 0.5 is usual.",
                error.getMessage());
    }

    /** A layer that passes its inputs on, ones, with dropout in front of it. */
    private static INDArray output(double rate, boolean training) {
        var layer = new DropoutRate(rate).on(new OutputLayer.Builder(LossFunction.MSE));
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(3)
                                .list()
                                .layer(layer.nIn(1).nOut(1).activation(Activation.IDENTITY).build())
                                .build());
        network.init();
        network.getParam("0_W").assign(1);
        return network.output(Nd4j.ones(N, 1), training).reshape(1, N);
    }
}
