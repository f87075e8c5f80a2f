package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-activations. */
class ActivationsCheck {
    private final INDArray z = Nd4j.createFromArray(-2.0, -0.5, 0.0, 1.0, 2.0);

    @Test
    void sigmoidBendsIntoZeroToOne() {
        Expect.that("Activations.sigmoid([-2, -0.5, 0, 1, 2])", () -> Activations.sigmoid(z))
                .leaves("z", z)
                .is(Nd4j.createFromArray(0.1192029, 0.3775407, 0.5, 0.7310586, 0.8807971));
    }

    @Test
    void sigmoidOfExtremeScoresIsFinite() {
        INDArray extreme = Nd4j.createFromArray(-1000.0, 1000.0);
        Expect.that("Activations.sigmoid([-1000, 1000])", () -> Activations.sigmoid(extreme))
                .looksLikeIf("sigmoid-overflows", got -> Double.isNaN(got.getDouble(1)))
                .is(Nd4j.createFromArray(0.0, 1.0));
    }

    @Test
    void reluCutsTheNegative() {
        Expect.that("Activations.relu([-2, -0.5, 0, 1, 2])", () -> Activations.relu(z))
                .leaves("z", z)
                .is(Nd4j.createFromArray(0.0, 0.0, 0.0, 1.0, 2.0));
    }

    @Test
    void geluHasItsCubicInsideTheRoot() {
        Expect.that("Activations.gelu([-2, -0.5, 0, 1, 2])", () -> Activations.gelu(z))
                .leaves("z", z)
                .looksLikeIf("gelu-by-sigmoid", got -> near(got, 4, 2 / (1 + Math.exp(-3.404))))
                .looksLikeIf("gelu-cubic-outside", got -> near(got, 4, outside(2)))
                .is(Nd4j.createFromArray(-0.0454023, -0.1542860, 0, 0.8411920, 1.9545977));
    }

    @Test
    void theShapeIsKept() {
        INDArray table = Nd4j.createFromArray(new double[][] {{-1, 1, 3}, {0, 2, -3}});
        INDArray cut = Nd4j.createFromArray(new double[][] {{0, 1, 3}, {0, 2, 0}});
        Expect.that("Activations.relu([[-1, 1, 3], [0, 2, -3]])", () -> Activations.relu(table))
                .is(cut);
    }

    private static boolean near(INDArray got, int index, double value) {
        return Math.abs(got.getDouble(index) - value) < 1e-5;
    }

    private static double outside(double z) {
        return z / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * z + 0.044715 * z * z * z));
    }
}
