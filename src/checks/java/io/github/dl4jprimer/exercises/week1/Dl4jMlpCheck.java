package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-dl4j-mlp against a network 2-2-2 worked out by hand. */
class Dl4jMlpCheck {
    private static final double SINGLE_PRECISION = 1e-5;
    private static final double RATE = 0.1;

    @Test
    void theNetworkIsReadyForUse() {
        Expect.that("network(4, 8, 3, 0.1, 42).isInitCalled()", () -> four().isInitCalled())
                .looksLike("not-initialised", false)
                .is(true);
    }

    @Test
    void everyLayerHasItsParameters() {
        Expect.that("network(4, 8, 3, 0.1, 42).numParams()", () -> four().numParams()).is(67L);
    }

    @Test
    void itAnswersLikeTheNetworkByHand() {
        double first = first(Math.tanh(1), Math.tanh(0.5));
        double bySigmoid = first(sigmoid(1), sigmoid(0.5));
        Expect.that("output([[1, 2]]) with W1, b1, W2, b2 given", () -> given().output(x()))
                .looksLike("sigmoid-by-default", row(bySigmoid, 1 - bySigmoid))
                .looksLike("activation-forgotten", row(first(1, 0.5), 1 - first(1, 0.5)))
                .is(row(first, 1 - first), SINGLE_PRECISION);
    }

    @Test
    void itsLossIsCrossEntropy() {
        double first = first(Math.tanh(1), Math.tanh(0.5));
        Expect.that("loss at [[1, 2]] of class 1", () -> given().score(sample()))
                .looksLike("squared-error", first * first)
                .is(-Math.log(1 - first), SINGLE_PRECISION);
    }

    @Test
    void oneStepMovesAsFarAsTheLearningRateSays() {
        double first = first(Math.tanh(1), Math.tanh(0.5));
        Expect.that("b2 after fit([[1, 2]], class 1)", Dl4jMlpCheck::biasAfterOneStep)
                .looksLike("rate-by-default", bias(0.001 * first))
                .looksLikeIf("not-plain-descent", got -> moved(got) > 1.01 * RATE * first)
                .looksLikeIf("not-plain-descent", got -> moved(got) < 0.99 * RATE * first)
                .is(bias(RATE * first), SINGLE_PRECISION);
    }

    @Test
    void theSeedIsTheOneGiven() {
        Expect.that(
                        "seed of network(4, 8, 3, 0.1, 42)",
                        () -> four().getLayerWiseConfigurations().getConf(0).getSeed())
                .looksLikeIf("seed-forgotten", got -> got != 42)
                .is(42L);
    }

    private static MultiLayerNetwork four() {
        return Dl4jMlp.network(4, 8, 3, RATE, 42);
    }

    private static MultiLayerNetwork given() {
        MultiLayerNetwork network = Dl4jMlp.network(2, 2, 2, RATE, 42);
        network.setParam("0_W", Nd4j.createFromArray(new float[][] {{0.5f, -1}, {0.25f, 0.5f}}));
        network.setParam("0_b", Nd4j.createFromArray(new float[][] {{0, 0.5f}}));
        network.setParam("1_W", Nd4j.createFromArray(new float[][] {{1, -1}, {2, 0}}));
        network.setParam("1_b", Nd4j.createFromArray(new float[][] {{0.1f, 0.2f}}));
        return network;
    }

    private static double[] biasAfterOneStep() {
        MultiLayerNetwork network = given();
        network.fit(sample());
        return network.getParam("1_b").toDoubleVector();
    }

    private static double[] bias(double moved) {
        return new double[] {0.1 - moved, 0.2 + moved};
    }

    private static double moved(double[] bias) {
        return 0.1 - bias[0];
    }

    private static INDArray x() {
        return Nd4j.createFromArray(new float[][] {{1, 2}});
    }

    private static DataSet sample() {
        return new DataSet(x(), Nd4j.createFromArray(new float[][] {{0, 1}}));
    }

    /** The probability of class 0, from what the two hidden neurons say. */
    private static double first(double a0, double a1) {
        return sigmoid((a0 + 2 * a1 + 0.1) - (-a0 + 0.2));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static INDArray row(double first, double second) {
        return Nd4j.createFromArray(new double[][] {{first, second}});
    }
}
