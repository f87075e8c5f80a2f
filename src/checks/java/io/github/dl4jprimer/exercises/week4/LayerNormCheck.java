package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-layer-norm; the numbers of the golden check are PyTorch's. */
class LayerNormCheck {
    private final INDArray ones = Nd4j.createFromArray(1.0, 1.0);
    private final INDArray zeros = Nd4j.createFromArray(0.0, 0.0);
    private final INDArray x = row(1, 5);

    @Test
    void aRowGetsMeanZeroAndDeviationOne() {
        Expect.that(
                        "LayerNorm.of([[1, 5]], [1, 1], [0, 0], 5)",
                        () -> LayerNorm.of(x, ones, zeros, 5))
                .leaves("x", x)
                .looksLike("epsilon-outside-the-root", row(-2 / 7.0, 2 / 7.0))
                .looksLike("sample-variance", row(-2 / Math.sqrt(13), 2 / Math.sqrt(13)))
                .looksLike("root-forgotten", row(-2 / 9.0, 2 / 9.0))
                .looksLike("epsilon-forgotten", row(-1, 1))
                .looksLike("over-the-batch", row(0, 0))
                .is(row(-2 / 3.0, 2 / 3.0));
    }

    @Test
    void gainAndBiasBelongToTheFeatures() {
        INDArray gain = Nd4j.createFromArray(3.0, 6.0);
        INDArray bias = Nd4j.createFromArray(10.0, 20.0);
        Expect.that(
                        "LayerNorm.of([[1, 5]], [3, 6], [10, 20], 5)",
                        () -> LayerNorm.of(x, gain, bias, 5))
                .leaves("gain", gain)
                .leaves("bias", bias)
                .looksLike("gain-and-bias-forgotten", row(-2 / 3.0, 2 / 3.0))
                .looksLike("gain-after-the-bias", row(3 * (10 - 2 / 3.0), 6 * (20 + 2 / 3.0)))
                .is(row(8, 24));
    }

    @Test
    void eachRowIsNormalisedOnItsOwn() {
        INDArray two = Nd4j.createFromArray(new double[][] {{1, 5}, {103, 101}});
        double steep = 1 / Math.sqrt(6);
        Expect.that(
                        "LayerNorm.of([[1, 5], [103, 101]], [1, 1], [0, 0], 5)",
                        () -> LayerNorm.of(two, ones, zeros, 5))
                .looksLikeIf("one-mean-for-all", got -> got.getDouble(0, 1) < 0)
                .is(Nd4j.createFromArray(new double[][] {{-2 / 3.0, 2 / 3.0}, {steep, -steep}}));
    }

    @Test
    void aRowOfEqualNumbersBecomesTheBias() {
        INDArray flat = row(7, 7);
        INDArray bias = Nd4j.createFromArray(0.5, -0.5);
        Expect.that(
                        "LayerNorm.of([[7, 7]], [1, 1], [0.5, -0.5], 1e-5)",
                        () -> LayerNorm.of(flat, ones, bias, 1e-5))
                .is(row(0.5, -0.5));
    }

    @Test
    void largeNumbersWithSmallDifferencesKeepTheirDifferences() {
        INDArray far = row(1e6 - 1, 1e6 + 1);
        Expect.that(
                        "LayerNorm.of([[999999, 1000001]], [1, 1], [0, 0], 3)",
                        () -> LayerNorm.of(far, ones, zeros, 3))
                .is(row(-0.5, 0.5));
    }

    @Test
    void eightFeaturesGiveWhatPyTorchGives() {
        double[] features = {
            1.05303213, 4.65603995, 0.25742304, -0.12337315,
            0.79425187, -2.73508334, 0.49997902, 6.05040359
        };
        double[] gain = {
            -1.67178667, -0.25955701, -1.10882735, -1.51320124,
            1.24438822, -2.16547990, 1.60135376, 1.16422212
        };
        double[] bias = {
            0.03805808, 1.16783071, -0.76337230, 0.03602322,
            0.23387788, 0.15579484, -0.23969854, 1.46891642
        };
        double[] golden = {
            0.20093921, 0.83376655, -0.31635022, 0.86748563,
            -0.01110203, 3.51887799, -0.73602923, 3.59111914
        };
        Expect.that(
                        "LayerNorm.of(x [1, 8], gain [8], bias [8], 1e-12)",
                        () ->
                                LayerNorm.of(
                                        row(features),
                                        Nd4j.createFromArray(gain),
                                        Nd4j.createFromArray(bias),
                                        1e-12))
                .is(row(golden));
    }

    private static INDArray row(double... numbers) {
        return Nd4j.createFromArray(new double[][] {numbers});
    }
}
