package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.row;
import static io.github.dl4jprimer.scratch.Close.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class LinearRegressionTest {
    private static final INDArray X = matrix(new double[] {1}, new double[] {2});
    private static final INDArray Y = matrix(new double[] {3}, new double[] {5});

    @Test
    void oneStepFromZeroIsWhatPencilAndPaperGive() {
        LinearRegression line = LinearRegression.zeros(1).step(X, Y, 0.1);
        assertClose(row(0.1 * (1 * 3 + 2 * 5)), line.weights()); // 2/N = 1
        assertClose(vector(0.1 * (3 + 5)), line.bias());
    }

    @Test
    void lossIsTheMeanOfTheSquaredErrors() {
        assertEquals((9 + 25) / 2.0, LinearRegression.zeros(1).loss(X, Y), 1e-12);
    }

    @Test
    void theLineThroughTwoPointsIsFound() {
        LinearRegression line = LinearRegression.zeros(1).train(X, Y, 0.2, 500);
        assertEquals(2, line.weights().getDouble(0), 1e-6);
        assertEquals(1, line.bias().getDouble(0), 1e-6);
        assertEquals(0, line.loss(X, Y), 1e-12);
    }

    @Test
    void noisyPointsGiveTheirSlopesBack() {
        INDArray x = normal(1, 400, 2);
        INDArray noise = normal(2, 400, 1).mul(0.1);
        INDArray y = x.mmul(matrix(new double[] {3}, new double[] {-2})).add(0.5).add(noise);
        LinearRegression line = LinearRegression.zeros(2).train(x, y, 0.1, 200);
        assertClose(matrix(new double[] {3}, new double[] {-2}), line.weights(), 0.02, 0);
        assertClose(vector(0.5), line.bias(), 0.02, 0);
    }

    @Test
    void theStepGoesDownTheNumericalSlope() {
        var line = new LinearRegression(row(0.3), vector(-0.2));
        INDArray weightSlope = line.weights().sub(line.step(X, Y, 1).weights());
        INDArray biasSlope = line.bias().sub(line.step(X, Y, 1).bias());
        List<NumericalGradient.Worst> worst =
                NumericalGradient.check(
                        () -> line.loss(X, Y),
                        Map.of("w", line.weights(), "b", line.bias()),
                        Map.of("w", weightSlope, "b", biasSlope));
        worst.forEach(entry -> assertTrue(entry.relativeError() < 1e-7, entry::toString));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneSmallStepLowersTheLoss(long seed) {
        INDArray x = normal(seed, 20, 3);
        INDArray y = normal(seed + 50, 20, 1);
        LinearRegression before = LinearRegression.zeros(3);
        assertTrue(before.step(x, y, 0.01).loss(x, y) < before.loss(x, y));
    }

    @Test
    void tooLargeALearningRateMakesTheLossGrow() {
        LinearRegression before = LinearRegression.zeros(1);
        assertTrue(before.train(X, Y, 1.0, 5).loss(X, Y) > before.loss(X, Y));
    }

    @Test
    void learningRateOfZeroIsRejected() {
        assertRejected(
                "learningRate must be above zero, got 0.0. Try 0.1.",
                () -> LinearRegression.zeros(1).step(X, Y, 0));
    }

    @Test
    void targetsThatDoNotMatchTheInputsAreRejected() {
        assertRejected(
                "targets must be of shape [2, 1], got shape [1, 1]. Give one target",
                () -> LinearRegression.zeros(1).loss(X, row(1)));
    }
}
