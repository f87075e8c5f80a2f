package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static io.github.dl4jprimer.scratch.Close.row;
import static io.github.dl4jprimer.scratch.Close.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class SoftmaxRegressionTest {
    private static final INDArray ALARMS =
            matrix(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
    private static final INDArray LABELS = oneHot(3, 0, 1, 2);

    @Test
    void beforeLearningAllClassesAreEquallyLikely() {
        var model = SoftmaxRegression.zeros(3, 3);
        assertClose(LABELS.mul(0).add(1.0 / 3), model.probabilities(ALARMS));
        assertEquals(Math.log(3), model.loss(ALARMS, LABELS), 1e-12);
    }

    @Test
    void oneStepFromZeroIsWhatPencilAndPaperGive() {
        // One example x = (2, 1) of class 0: p - q = (-1/2, 1/2).
        var model = SoftmaxRegression.zeros(2, 2).step(row(2, 1), oneHot(2, 0), 0.1);
        assertClose(matrix(new double[] {0.1, -0.1}, new double[] {0.05, -0.05}), model.weights());
        assertClose(vector(0.05, -0.05), model.bias());
    }

    @Test
    void threeAlarmsAreToldApart() {
        var model = SoftmaxRegression.zeros(3, 3).train(ALARMS, LABELS, 1, 200);
        assertEquals(1, model.accuracy(ALARMS, LABELS));
        assertTrue(model.loss(ALARMS, LABELS) < 0.05);
    }

    @Test
    void theStepGoesDownTheNumericalSlope() {
        var model = new SoftmaxRegression(normal(1, 3, 3), vector(0.1, -0.2, 0.3));
        var next = model.step(ALARMS, LABELS, 1);
        NumericalGradient.check(
                        () -> model.loss(ALARMS, LABELS),
                        Map.of("W", model.weights(), "b", model.bias()),
                        Map.of(
                                "W", model.weights().sub(next.weights()),
                                "b", model.bias().sub(next.bias())))
                .forEach(worst -> assertTrue(worst.relativeError() < 1e-7, worst::toString));
    }

    @Test
    void exclusiveOrIsBeyondAStraightBorder() {
        INDArray x =
                matrix(
                        new double[] {0, 0},
                        new double[] {0, 1},
                        new double[] {1, 0},
                        new double[] {1, 1});
        INDArray y = oneHot(2, 0, 1, 1, 0);
        assertTrue(SoftmaxRegression.zeros(2, 2).train(x, y, 0.5, 500).accuracy(x, y) <= 0.75);
    }

    @Test
    void biasForAnotherNumberOfClassesIsRejected() {
        assertRejected(
                "bias must be of shape [3], got shape [2]. Give one bias a class.",
                () -> new SoftmaxRegression(normal(1, 2, 3), vector(0, 0)));
    }

    @Test
    void inputsWithAnotherNumberOfColumnsAreRejected() {
        assertRejected(
                "inputs must be a matrix [N, 3], got shape [1, 2]. Give one column",
                () -> SoftmaxRegression.zeros(3, 3).logits(row(1, 2)));
    }
}
