package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w1-neuron. */
class NeuronCheck {
    private final INDArray w = Nd4j.createFromArray(2.0, -1.0, 0.5);
    private final INDArray x = Nd4j.createFromArray(1.0, 1.0, 3.0);

    @Test
    void votesAreWeightedAndAddedUp() {
        Expect.that("Neuron.score([2, -1, 0.5], [1, 1, 3], -1)", () -> Neuron.score(w, x, -1))
                .leaves("w", w)
                .leaves("x", x)
                .looksLike("bias-forgotten", 2.5)
                .looksLike("bias-in-every-vote", -0.5)
                .is(1.5);
    }

    @Test
    void theSumIsBent() {
        Expect.that("Neuron.output([2, -1, 0.5], [1, 1, 3], -1)", () -> Neuron.output(w, x, -1))
                .looksLike("activation-forgotten", 1.5)
                .looksLike("bias-forgotten", sigmoid(2.5))
                .looksLike("bias-in-every-vote", sigmoid(-0.5))
                .is(sigmoid(1.5));
    }

    @Test
    void theOutputStaysFinite() {
        Expect.that("Neuron.output([2, -1, 0.5], [1, 1, 3], 5000)", () -> Neuron.output(w, x, 5000))
                .is(1.0);
    }

    @Test
    void aLayerIsManyNeuronsAtOnce() {
        INDArray batch = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 1}});
        INDArray weights = Nd4j.createFromArray(new double[][] {{1, -1, 2, 0}, {0.5, 1, -2, 3}});
        INDArray bias = Nd4j.createFromArray(0.1, 0.2, -0.3, 0.4);
        INDArray votes = batch.mmul(weights);
        Expect.that("Neuron.layer(X [3, 2], W [2, 4], b [4])", () -> call(batch, weights, bias))
                .leaves("X", batch)
                .leaves("W", weights)
                .leaves("b", bias)
                .looksLike("bias-forgotten", Transforms.sigmoid(votes))
                .looksLike("activation-forgotten", votes.addRowVector(bias))
                .is(Transforms.sigmoid(votes.addRowVector(bias)));
    }

    private static INDArray call(INDArray batch, INDArray weights, INDArray bias) {
        return Neuron.layer(batch, weights, bias);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
