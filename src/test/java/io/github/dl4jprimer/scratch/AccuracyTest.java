package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class AccuracyTest {
    private static final INDArray SCORES =
            matrix(new double[] {3, 1, 2}, new double[] {0, 5, 1}, new double[] {-3, -2, -1});

    @Test
    void highestScoresAtTheTargetAreCounted() {
        assertEquals(1, Accuracy.of(SCORES, oneHot(3, 0, 1, 2)));
        assertEquals(2.0 / 3, Accuracy.of(SCORES, oneHot(3, 0, 1, 0)), 1e-12);
        assertEquals(0, Accuracy.of(SCORES, oneHot(3, 1, 2, 0)));
    }

    @Test
    void singlePrecisionWillDo() {
        INDArray targets = oneHot(3, 0, 1, 1).castTo(DataType.FLOAT);
        assertEquals(2.0 / 3, Accuracy.of(SCORES.castTo(DataType.FLOAT), targets), 1e-6);
    }

    @Test
    void targetsOfAnotherShapeAreRejected() {
        assertRejected(
                "targets must be of shape [1, 2], got shape [1, 3]. Give one one-hot row",
                () -> Accuracy.of(row(1, 2), oneHot(3, 0)));
    }
}
