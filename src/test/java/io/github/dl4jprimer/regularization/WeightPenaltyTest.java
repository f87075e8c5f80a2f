package io.github.dl4jprimer.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class WeightPenaltyTest {
    /** One step of SGD at rate 0.1 on weights 2 and -4 and bias 1, whose data gradient is 0. */
    private static INDArray afterOneStep(WeightPenalty penalty) {
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .dataType(DataType.DOUBLE)
                                .updater(new Sgd(0.1))
                                .list()
                                .layer(
                                        penalty.on(new OutputLayer.Builder(LossFunction.MSE))
                                                .nIn(2)
                                                .nOut(1)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .build());
        network.init();
        network.setParams(Nd4j.createFromArray(new double[][] {{2, -4, 1}}));
        var zeros = Nd4j.zeros(DataType.DOUBLE, 1, 2);
        network.fit(zeros, Nd4j.ones(DataType.DOUBLE, 1, 1));
        return network.params().reshape(3);
    }

    @Test
    void noPenaltyChangesNothing() {
        assertEquals(Nd4j.createFromArray(2.0, -4.0, 1.0), afterOneStep(WeightPenalty.none()));
    }

    @Test
    void lOneTakesTheSameFromEveryWeight() {
        var after = afterOneStep(WeightPenalty.ofL1(0.5));
        assertTrue(after.equalsWithEps(Nd4j.createFromArray(1.95, -3.95, 1.0), 1e-12));
    }

    @Test
    void lTwoTakesAShareOfEveryWeight() {
        var after = afterOneStep(WeightPenalty.ofL2(0.5));
        assertTrue(after.equalsWithEps(Nd4j.createFromArray(1.9, -3.8, 1.0), 1e-12));
    }

    @Test
    void weightDecayIsAppliedOnceAndIsLTwoUnderSgd() {
        var after = afterOneStep(WeightPenalty.ofWeightDecay(0.5));
        assertTrue(after.equalsWithEps(Nd4j.createFromArray(1.9, -3.8, 1.0), 1e-12));
    }

    @Test
    void termsAreNewEachTimeSoThatLayersDoNotShareThem() {
        var penalty = new WeightPenalty(0.1, 0.2, 0);
        assertEquals(2, penalty.terms().size());
        penalty.terms().clear();
        assertEquals(2, penalty.terms().size());
    }

    @Test
    void impossiblePenaltiesAreRefused() {
        assertMessage(
                "l1 must be at least 0, got -1.0. 0 is none, 1e-4 is usual.",
                () -> WeightPenalty.ofL1(-1));
        assertMessage(
                "weightDecay must be at least 0, got NaN. 0 is none, 0.01 is usual.",
                () -> WeightPenalty.ofWeightDecay(Double.NaN));
        assertMessage(
                "l2 must be 0 together with weight decay, got 0.1. Choose one of the two.",
                () -> new WeightPenalty(0, 0.1, 0.1));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
