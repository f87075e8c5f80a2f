package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-batch-norm. */
class BatchNormCheck {
    private final INDArray gain = Nd4j.createFromArray(1.0, 2.0);
    private final INDArray bias = Nd4j.createFromArray(0.0, 1.0);

    @Test
    void eachFeatureIsNormalisedOverTheBatch() {
        INDArray x = matrix(new double[][] {{1, 10}, {2, 20}, {6, 30}});
        INDArray alongTheRows = matrix(new double[][] {{-1, 3}, {-1, 3}, {-1, 3}});
        Expect.that(
                        "BatchNorm.train([[1, 10], [2, 20], [6, 30]], [1, 2], [0, 1])",
                        () -> BatchNorm.train(x, gain, bias))
                .leaves("x", x)
                .leaves("gain", gain)
                .leaves("bias", bias)
                .looksLikeIf("wrong-axis", got -> got.equalsWithEps(alongTheRows, 1e-3))
                .looksLike(
                        "sample-variance",
                        matrix(new double[][] {{-0.7559284, -1}, {-0.3779642, 1}, {1.1338926, 3}}))
                .is(
                        matrix(
                                new double[][] {
                                    {-0.9258191, -1.4494896},
                                    {-0.4629096, 1},
                                    {1.3887287, 3.4494896}
                                }),
                        1e-4);
    }

    @Test
    void aConstantFeatureBecomesTheBias() {
        INDArray x = matrix(new double[][] {{5, 1}, {5, 3}});
        Expect.that(
                        "BatchNorm.train([[5, 1], [5, 3]], [1, 2], [0, 1])",
                        () -> BatchNorm.train(x, gain, bias))
                .looksLikeIf("epsilon-forgotten", got -> Double.isNaN(got.getDouble(0, 0)))
                .is(matrix(new double[][] {{0, -1}, {0, 3}}), 1e-4);
    }

    @Test
    void epsilonStandsUnderTheRoot() {
        INDArray x = matrix(new double[][] {{0.001, 0}, {-0.001, 0}});
        Expect.that(
                        "BatchNorm.train([[0.001, 0], [-0.001, 0]], [1, 2], [0, 1])",
                        () -> BatchNorm.train(x, gain, bias))
                .looksLike(
                        "epsilon-outside-the-root",
                        matrix(new double[][] {{1 / 1.01, 1}, {-1 / 1.01, 1}}))
                .is(matrix(new double[][] {{0.3015113, 1}, {-0.3015113, 1}}));
    }

    @Test
    void aNewBatchIsATenthOfTheAverage() {
        INDArray running = Nd4j.createFromArray(0.0, 10.0);
        INDArray batch = Nd4j.createFromArray(1.0, 20.0);
        Expect.that("BatchNorm.average([0, 10], [1, 20])", () -> BatchNorm.average(running, batch))
                .leaves("running", running)
                .leaves("batch", batch)
                .looksLike("the-wrong-way-round", Nd4j.createFromArray(0.9, 19.0))
                .is(Nd4j.createFromArray(0.1, 11.0));
    }

    @Test
    void oneExampleIsPredictedWithTheRunningAverages() {
        INDArray x = matrix(new double[][] {{3, 2}});
        INDArray mean = Nd4j.createFromArray(1.0, 1.0);
        INDArray variance = Nd4j.createFromArray(4.0, 1.0);
        Expect.that(
                        "BatchNorm.predict([[3, 2]], [1, 2], [0, 1], [1, 1], [4, 1])",
                        () -> BatchNorm.predict(x, gain, bias, mean, variance))
                .leaves("x", x)
                .leaves("mean", mean)
                .leaves("variance", variance)
                .looksLike("batch-statistics-at-test-time", matrix(new double[][] {{0, 1}}))
                .looksLikeIf("root-forgotten", got -> Math.abs(got.getDouble(0, 0) - 0.5) < 1e-3)
                .is(
                        matrix(
                                new double[][] {
                                    {2 / Math.sqrt(4 + 1e-5), 1 + 2 / Math.sqrt(1 + 1e-5)}
                                }));
    }

    private static INDArray matrix(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
