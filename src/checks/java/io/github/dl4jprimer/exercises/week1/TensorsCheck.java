package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-tensors. */
class TensorsCheck {
    private final INDArray x = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {3, 6, 11}});

    @Test
    void meansAreTakenOverTheSamples() {
        Expect.that("Tensors.columnMeans([[1, 2, 3], [3, 6, 11]])", () -> Tensors.columnMeans(x))
                .leaves("x", x)
                .looksLikeIf("wrong-axis", got -> got.length() == 2)
                .is(Nd4j.createFromArray(2.0, 4.0, 7.0));
    }

    @Test
    void oneSampleIsItsOwnMean() {
        INDArray one = Nd4j.createFromArray(new double[][] {{5, 7}});
        Expect.that("Tensors.columnMeans([[5, 7]])", () -> Tensors.columnMeans(one))
                .looksLikeIf("wrong-axis", got -> got.length() == 1)
                .is(Nd4j.createFromArray(5.0, 7.0));
    }

    @Test
    void eachColumnIsCentred() {
        Expect.that("Tensors.centred([[1, 2, 3], [3, 6, 11]])", () -> Tensors.centred(x))
                .leaves("x", x)
                .looksLikeIf("one-mean-for-all", got -> got.getDouble(0, 0) + 10 / 3.0 < 1e-6)
                .looksLikeIfThrown("wrong-axis")
                .is(Nd4j.createFromArray(new double[][] {{-1, -2, -4}, {1, 2, 4}}));
    }

    @Test
    void aRowIsDoubledInACopy() {
        Expect.that(
                        "Tensors.doubledRow([[1, 2, 3], [3, 6, 11]], 1)",
                        () -> Tensors.doubledRow(x, 1))
                .leaves("x", x)
                .is(Nd4j.createFromArray(6.0, 12.0, 22.0));
    }
}
