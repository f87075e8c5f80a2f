package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w1-forward. */
class ForwardCheck {
    private static final double A0 = Math.tanh(1);
    private static final double A1 = Math.tanh(0.5);

    private final INDArray x = matrix(new double[][] {{1, 2}});
    private final INDArray w1 = matrix(new double[][] {{0.5, -1}, {0.25, 0.5}});
    private final INDArray b1 = Nd4j.createFromArray(0, 0.5);
    private final INDArray w2 = matrix(new double[][] {{1, -1}, {2, 0}});
    private final INDArray b2 = Nd4j.createFromArray(0.1, 0.2);

    @Test
    void theHiddenLayerBendsItsVotes() {
        Expect.that("Forward.hidden([[1, 2]], W1, b1)", () -> Forward.hidden(x, w1, b1))
                .leaves("x", x)
                .leaves("W1", w1)
                .leaves("b1", b1)
                .looksLike("activation-forgotten", matrix(new double[][] {{1, 0.5}}))
                .looksLike("bias-forgotten", row(Math.tanh(1), 0))
                .looksLike("weights-transposed", row(Math.tanh(-1.5), Math.tanh(1.75)))
                .is(row(A0, A1));
    }

    @Test
    void theScoresAreWeightedSumsOfTheHiddenLayer() {
        double first = A0 + 2 * A1 + 0.1;
        double second = -A0 + 0.2;
        Expect.that("Forward.scores([[1, 2]], W1, b1, W2, b2)", () -> scores(x))
                .leaves("x", x)
                .leaves("W2", w2)
                .leaves("b2", b2)
                .looksLike("activation-on-the-scores", row(Math.tanh(first), Math.tanh(second)))
                .looksLike("bias-forgotten", row(first - 0.1, second - 0.2))
                .looksLike("weights-transposed", row(A0 - A1 + 0.1, 2 * A0 + 0.2))
                .is(row(first, second));
    }

    @Test
    void everyRowIsComputedAsIfItWereAlone() {
        INDArray batch = matrix(new double[][] {{1, 2}, {0, 0}, {1, 2}});
        double first = 2 * A1 + 0.1;
        Expect.that("Forward.scores([[1, 2], [0, 0], [1, 2]], W1, b1, W2, b2)", () -> scores(batch))
                .is(
                        matrix(
                                new double[][] {
                                    {A0 + first, 0.2 - A0},
                                    {first, 0.2},
                                    {A0 + first, 0.2 - A0}
                                }));
    }

    @Test
    void layersMayBeOfAnySize() {
        INDArray inputs = Nd4j.linspace(DataType.DOUBLE, -1, 0.5, 6).reshape(2, 3);
        INDArray into = Nd4j.linspace(DataType.DOUBLE, 0.3, -0.1, 12).reshape(3, 4);
        INDArray out = Nd4j.linspace(DataType.DOUBLE, 1, -0.4, 4).reshape(4, 1);
        INDArray a = Transforms.tanh(inputs.mmul(into));
        Expect.that(
                        "Forward.scores(x [2, 3], W1 [3, 4], b1 = 0, W2 [4, 1], b2 = 0)",
                        () -> Forward.scores(inputs, into, zeros(4), out, zeros(1)))
                .is(a.mmul(out));
    }

    @Test
    void farOutTheHiddenLayerSaturates() {
        INDArray far = matrix(new double[][] {{1e4, -1e4}});
        Expect.that("Forward.hidden([[10000, -10000]], W1, b1)", () -> Forward.hidden(far, w1, b1))
                .is(row(1, -1));
    }

    private INDArray scores(INDArray inputs) {
        return Forward.scores(inputs, w1, b1, w2, b2);
    }

    private static INDArray zeros(int size) {
        return Nd4j.zeros(DataType.DOUBLE, size);
    }

    private static INDArray row(double first, double second) {
        return matrix(new double[][] {{first, second}});
    }

    private static INDArray matrix(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
