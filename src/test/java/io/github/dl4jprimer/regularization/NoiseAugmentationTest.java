package io.github.dl4jprimer.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NoiseAugmentationTest {
    /** Spreads 1, 10 and 0. */
    private static final INDArray TRAINING =
            Nd4j.createFromArray(new float[][] {{-1, 90, 7}, {1, 110, 7}});

    @Test
    void theSpreadOfEachFeatureIsMeasured() {
        assertEquals(
                List.of(1.0, 10.0, 0.0), NoiseAugmentation.fittedTo(TRAINING, 0.1, 1).spread());
    }

    @Test
    void theNoiseIsInUnitsOfTheFeaturesSpread() {
        var rows = Nd4j.zeros(20_000, 3);
        var noisy = NoiseAugmentation.fittedTo(TRAINING, 0.1, 1).copy(rows, 1);
        assertEquals(0.1, noisy.getColumn(0).stdNumber().doubleValue(), 0.003);
        assertEquals(1, noisy.getColumn(1).stdNumber().doubleValue(), 0.03);
        assertEquals(0, noisy.getColumn(2).maxNumber().doubleValue());
        assertEquals(0, noisy.getColumn(1).meanNumber().doubleValue(), 0.03);
    }

    @Test
    void theSameSeedAndNumberGiveTheSameCopyOthersAnother() {
        var augmentation = NoiseAugmentation.fittedTo(TRAINING, 0.1, 1);
        assertEquals(augmentation.copy(TRAINING, 3), augmentation.copy(TRAINING, 3));
        assertNotEquals(augmentation.copy(TRAINING, 3), augmentation.copy(TRAINING, 4));
        assertNotEquals(
                augmentation.copy(TRAINING, 3),
                NoiseAugmentation.fittedTo(TRAINING, 0.1, 2).copy(TRAINING, 3));
    }

    @Test
    void theOriginalRowsComeFirst() {
        var augmentation = NoiseAugmentation.fittedTo(TRAINING, 0.1, 1);
        var all = augmentation.augment(TRAINING, 2);
        assertEquals(6, all.rows());
        assertEquals(TRAINING, all.get(NDArrayIndex.interval(0, 2)));
        assertEquals(augmentation.copy(TRAINING, 2), all.get(NDArrayIndex.interval(4, 6)));
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertMessage(
                "rows must be [N, 3], got [2, 2]. Give the features of the training set.",
                () -> NoiseAugmentation.fittedTo(TRAINING, 0.1, 1).copy(Nd4j.zeros(2, 2), 1));
        assertMessage(
                "trainingRows must be [N, F] with N at least 2, got [1, 4]. Give the training set.",
                () -> NoiseAugmentation.fittedTo(Nd4j.zeros(1, 4), 0.1, 1));
        assertMessage(
                "amount must be at least 0, got -0.1. 0.1 of the feature's spread is usual.",
                () -> NoiseAugmentation.fittedTo(TRAINING, -0.1, 1));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
