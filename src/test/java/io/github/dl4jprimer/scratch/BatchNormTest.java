package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.row;
import static io.github.dl4jprimer.scratch.Close.vector;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchNormTest {
    private static final INDArray BATCH = matrix(new double[] {1, 10}, new double[] {3, 30});

    @Test
    void aColumnGetsMeanZeroAndVarianceOneThenGainAndBias() {
        // Columns have means 2 and 20, variances 1 and 100.
        var norm = new BatchNorm(vector(1, 2), vector(0, 5), vector(0, 0), vector(1, 1));
        INDArray expected = matrix(new double[] {-1, 3}, new double[] {1, 7});
        assertClose(expected, norm.forward(BATCH).output(), 1e-5, 0);
    }

    @Test
    void anExampleDependsOnItsNeighbours() {
        INDArray others = matrix(new double[] {1, 10}, new double[] {0, 0});
        double one = BatchNorm.of(2).forward(BATCH).output().getDouble(0, 0);
        double another = BatchNorm.of(2).forward(others).output().getDouble(0, 0);
        assertTrue(one < 0 && another > 0);
    }

    @Test
    void everyGradientAgreesWithTheNumericalOne() {
        var norm =
                new BatchNorm(
                        vector(1, -2, 0.5), vector(0, 1, 2), vector(0, 0, 0), vector(1, 1, 1));
        INDArray x = normal(3, 6, 3);
        INDArray downstream = normal(4, 6, 3);
        var gradients = norm.backward(norm.forward(x), downstream);
        NumericalGradient.check(
                        () -> norm.forward(x).output().mul(downstream).sumNumber().doubleValue(),
                        Map.of("x", x, "gain", norm.gain(), "bias", norm.bias()),
                        Map.of(
                                "x", gradients.input(),
                                "gain", gradients.gain(),
                                "bias", gradients.bias()))
                .forEach(worst -> assertTrue(worst.relativeError() < 1e-6, worst::toString));
    }

    @Test
    void runningAveragesMoveATenthOfTheWay() {
        BatchNorm seen = BatchNorm.of(2).observe(BATCH);
        assertClose(vector(0.2, 2), seen.runningMean());
        assertClose(vector(0.9 + 0.1 * 2, 0.9 + 0.1 * 200), seen.runningVariance());
    }

    @Test
    void predictingUsesTheRunningAveragesAndTakesOneExample() {
        var norm = new BatchNorm(vector(2), vector(1), vector(3), vector(4));
        assertClose(row(1 + 2 * (5 - 3) / Math.sqrt(4 + 1e-5)), norm.predict(row(5)));
    }

    @Test
    void aTrainingBatchOfOneIsRejected() {
        assertRejected(
                "examples in x must be at least 2, got 1. One example has no spread.",
                () -> BatchNorm.of(2).forward(row(1, 2)));
    }

    @Test
    void statisticsOfAnotherLengthAreRejected() {
        assertRejected(
                "runningMean must be of shape [2], got shape [1]. Give one a feature.",
                () -> new BatchNorm(vector(1, 1), vector(0, 0), vector(0), vector(1, 1)));
    }
}
