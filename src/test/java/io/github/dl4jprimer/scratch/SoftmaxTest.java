package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class SoftmaxTest {

    @Test
    void scoresThatAreLogarithmsGiveTheirNumbersBack() {
        INDArray logits = row(Math.log(1), Math.log(2), Math.log(5));
        assertClose(row(0.125, 0.25, 0.625), Softmax.of(logits));
    }

    @Test
    void eachRowIsOnItsOwn() {
        INDArray logits = matrix(new double[] {0, 0}, new double[] {Math.log(3), 0});
        INDArray expected = matrix(new double[] {0.5, 0.5}, new double[] {0.75, 0.25});
        assertClose(expected, Softmax.of(logits));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsSumToOneAndLieBetweenZeroAndOne(long seed) {
        INDArray probabilities = Softmax.of(normal(seed, 6, 4).mul(Math.pow(10, seed - 2.0)));
        assertClose(Nd4j.ones(probabilities.dataType(), 6), probabilities.sum(1));
        assertTrue(probabilities.minNumber().doubleValue() >= 0);
        assertTrue(probabilities.maxNumber().doubleValue() <= 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1000, -3, 0.5, 1000})
    void addingAConstantChangesNothing(double constant) {
        INDArray logits = normal(7, 5, 3);
        assertClose(Softmax.of(logits), Softmax.of(logits.add(constant)), 1e-12, 0);
    }

    @Test
    void largerScoreMeansLargerProbability() {
        INDArray logits = normal(8, 20, 6);
        assertEquals(logits.argMax(1), Softmax.of(logits).argMax(1));
        assertEquals(logits.neg().argMax(1), Softmax.of(logits).neg().argMax(1));
    }

    @Test
    void extremeScoresStayFinite() {
        INDArray logits = row(1e4, 0, -1e4);
        assertClose(row(1, 0, 0), Softmax.of(logits));
        assertClose(row(0, -1e4, -2e4), Softmax.log(logits));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void logIsTheLogarithmOfTheProbabilities(long seed) {
        INDArray logits = normal(seed, 4, 3);
        assertClose(Transforms.log(Softmax.of(logits)), Softmax.log(logits));
    }

    @Test
    void aVectorIsRejected() {
        assertRejected(
                "logits must be a matrix [N, D], got shape [3]. Reshape one example's",
                () -> Softmax.of(Nd4j.createFromArray(1.0, 2.0, 3.0)));
    }
}
