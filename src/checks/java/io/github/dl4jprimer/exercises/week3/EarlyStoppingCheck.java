package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Checks w3-early-stopping.
 *
 * <p>The network is y = w x. Training pulls w to 0 and halves it in each epoch: 1, 0.5, 0.25, …;
 * validation likes 0.2 best, so the second epoch is the best.
 */
class EarlyStoppingCheck {
    private final MultiLayerNetwork network = oneWeight();

    @Test
    void itStopsAfterTwoEpochsWithoutABetterOne() {
        stops(new double[] {0.9, 0.7, 0.8, 0.6, 0.65, 0.7, 0.75, 0.5}, 2)
                .looksLike("not-in-a-row", 5)
                .looksLike("waited-too-long", 7)
                .is(6);
    }

    @Test
    void betterThanTheEpochBeforeIsNotBetterThanTheBest() {
        stops(new double[] {0.9, 0.5, 0.8, 0.7, 0.6, 0.55}, 2)
                .looksLike("compared-with-the-epoch-before", 6)
                .is(4);
    }

    @Test
    void withoutAStopAllEpochsAreTrained() {
        stops(new double[] {0.9, 0.8, 0.7}, 1).is(3);
        stops(new double[] {}, 1).is(0);
    }

    @Test
    void aTieAndNaNAreNoImprovement() {
        stops(new double[] {0.5, 0.5, 0.5, 0.1}, 2).is(3);
        stops(new double[] {0.5, Double.NaN, Double.NaN, 0.1}, 2).is(3);
    }

    @Test
    void theBestModelComesBack() {
        Expect.that("weight of EarlyStopping.train(…, 6, 2)", () -> weight(train()))
                .looksLike("last-model-returned", 0.0625)
                .looksLike("judged-on-training-data", 1 / 64.0)
                .is(0.25);
    }

    @Test
    void trainingStopsTwoEpochsAfterTheBest() {
        Expect.that(
                        "weight in training when EarlyStopping.train(…, 6, 2) stops",
                        () -> {
                            train();
                            return weight(network);
                        })
                .looksLike("waited-too-long", 0.03125)
                .looksLike("judged-on-training-data", 1 / 64.0)
                .is(0.0625);
    }

    private static Expect<Integer> stops(double[] losses, int patience) {
        return Expect.that(
                "EarlyStopping.stop(%s, %d)".formatted(Arrays.toString(losses), patience),
                () -> EarlyStopping.stop(losses, patience));
    }

    private MultiLayerNetwork train() {
        return EarlyStopping.train(network, example(0), example(0.2), 6, 2);
    }

    private static double weight(MultiLayerNetwork trained) {
        return trained.params().getDouble(0);
    }

    private static MultiLayerNetwork oneWeight() {
        var layer =
                new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(1)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .hasBias(false)
                        .build();
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .dataType(DataType.DOUBLE)
                                .updater(new Sgd(0.25))
                                .list(layer)
                                .build());
        network.init();
        network.params().assign(1);
        return network;
    }

    private static DataSet example(double label) {
        return new DataSet(
                Nd4j.ones(DataType.DOUBLE, 1, 1), Nd4j.ones(DataType.DOUBLE, 1, 1).mul(label));
    }
}
