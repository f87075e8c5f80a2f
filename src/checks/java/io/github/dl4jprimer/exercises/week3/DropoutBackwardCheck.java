package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.scratch.NumericalGradient;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-dropout-backward. */
class DropoutBackwardCheck {
    private final INDArray dy = matrix(new double[][] {{1, 2, 3}});
    private final INDArray m = matrix(new double[][] {{0, 2, 2}});

    @Test
    void theGradientPassesTheSameMask() {
        Expect.that(
                        "DropoutBackward.hidden([[1, 2, 3]], [[0, 2, 2]])",
                        () -> DropoutBackward.hidden(dy, m))
                .leaves("dy", dy)
                .leaves("m", m)
                .looksLike("mask-forgotten", dy)
                .looksLike("not-scaled", matrix(new double[][] {{0, 2, 3}}))
                .looksLike("scaled-twice", matrix(new double[][] {{0, 8, 12}}))
                .is(matrix(new double[][] {{0, 4, 6}}));
    }

    @Test
    void aDroppedNeuronLearnsNothing() {
        INDArray x = matrix(new double[][] {{1, 2}});
        Expect.that(
                        "DropoutBackward.weights([[1, 2]], [[1, 2, 3]], [[0, 2, 2]])",
                        () -> DropoutBackward.weights(x, dy, m))
                .leaves("x", x)
                .leaves("dy", dy)
                .leaves("m", m)
                .looksLike("dropped-neuron-learns", matrix(new double[][] {{1, 2, 3}, {2, 4, 6}}))
                .is(matrix(new double[][] {{0, 4, 6}, {0, 8, 12}}));
    }

    @Test
    void theWeightsGradientIsThatOfTheDifferences() {
        INDArray x = matrix(new double[][] {{0.5, -1}, {2, 0.3}, {-0.7, 1.1}});
        INDArray w = matrix(new double[][] {{0.1, -0.2, 0.4}, {0.6, 0.3, -0.5}});
        INDArray mask = matrix(new double[][] {{1.25, 0, 1.25}, {1.25, 1.25, 0}, {0, 0, 1.25}});
        INDArray slope = matrix(new double[][] {{0.2, -1, 0.7}, {-0.4, 0.9, 1.5}, {2, 0.1, -0.6}});
        INDArray differences =
                NumericalGradient.of(
                        () -> x.mmul(w).mul(mask).mul(slope).sumNumber().doubleValue(), w);
        Expect.that(
                        "DropoutBackward.weights(x, dy, m) of three examples",
                        () -> DropoutBackward.weights(x, slope, mask))
                .looksLike("dropped-neuron-learns", x.transpose().mmul(slope))
                .is(differences);
    }

    @Test
    void whereEverythingIsDroppedNothingFlows() {
        INDArray none = Nd4j.zerosLike(m);
        Expect.that(
                        "DropoutBackward.hidden([[1, 2, 3]], [[0, 0, 0]])",
                        () -> DropoutBackward.hidden(dy, none))
                .looksLike("mask-forgotten", dy)
                .is(none.dup());
    }

    private static INDArray matrix(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
