package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Huber, binary cross-entropy, KL divergence, and what DL4J's squared errors average over. */
class ElementLossesTest {
    private static final INDArray ZEROS = Nd4j.createFromArray(new double[][] {{0, 0}, {0, 0}});
    private static final INDArray ERRORS = Nd4j.createFromArray(new double[][] {{0, 1}, {-2, 4}});

    @Test
    void huberIsSquaredInsideDeltaAndStraightOutside() {
        // 0, 1/2, then 2 * 2 - 2 = 2 and 2 * 4 - 2 = 6, over four elements
        assertEquals(8.5 / 4, new Huber(2).mean(ZEROS, ERRORS, null), 1e-15);
        assertEquals(
                Nd4j.createFromArray(new double[][] {{0, 0.25}, {-0.5, 0.5}}),
                new Huber(2).gradient(ZEROS, ERRORS, null));
    }

    @Test
    void aMaskedRowIsLeftOutOfHubersMean() {
        var mask = Nd4j.createFromArray(new double[][] {{1}, {0}});
        assertEquals(0.25, new Huber(2).mean(ZEROS, ERRORS, mask), 1e-15);
    }

    @Test
    void dl4jsMseAveragesOverAllElementsItsL2SumsOverOutputs() {
        var identity = Activation.IDENTITY.getActivationFunction();
        assertEquals(21.0 / 4, new LossMSE().computeScore(ZEROS, ERRORS, identity, null, true));
        assertEquals(21.0 / 2, new LossL2().computeScore(ZEROS, ERRORS, identity, null, true));
    }

    @Test
    void dl4jsMaeAveragesOverAllElementsButItsScoresOfExamplesSumOverOutputs() {
        var identity = Activation.IDENTITY.getActivationFunction();
        assertEquals(7.0 / 4, new LossMAE().computeScore(ZEROS, ERRORS, identity, null, true));
        assertEquals(
                Nd4j.createFromArray(new double[][] {{1}, {6}}),
                new LossMAE().computeScoreArray(ZEROS, ERRORS, identity, null));
    }

    @Test
    void anUndecidedYesOrNoCostsLnTwo() {
        var labels = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}});
        assertEquals(Math.log(2), BinaryCrossEntropy.plain().mean(labels, ZEROS, null), 1e-15);
        // The yes of column 0 counts three times.
        var weighted = new BinaryCrossEntropy(List.of(3.0, 1.0));
        assertEquals(1.5 * Math.log(2), weighted.mean(labels, ZEROS, null), 1e-15);
    }

    @Test
    void klDivergenceIsZeroWhereBothAgree() {
        var half = Nd4j.createFromArray(new double[][] {{0.5, 0.5}, {0.5, 0.5}});
        assertEquals(0, new KlDivergence().mean(half, ZEROS, null), 1e-15);
        var sure = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}});
        assertEquals(Math.log(2), new KlDivergence().mean(sure, ZEROS, null), 1e-15);
    }

    /** p = (1/2, 1/2), q = (3/4, 1/4): 1/2 * (-1/4 * ln(2/3) + 1/4 * ln 2) = ln 3 / 8. */
    @Test
    void twoAnswersCostHalfTheirDivergencesBothWays() {
        var answers = Nd4j.createFromArray(new double[][] {{0, 0}, {Math.log(3), 0}});
        assertEquals(Math.log(3) / 8, new SymmetricKl().mean(answers, answers, null), 1e-15);
        var swapped = Nd4j.createFromArray(new double[][] {{Math.log(3), 0}, {0, 0}});
        assertEquals(Math.log(3) / 8, new SymmetricKl().mean(swapped, swapped, null), 1e-15);
        var same = Nd4j.createFromArray(new double[][] {{1, 2}, {8, 9}});
        assertEquals(0, new SymmetricKl().mean(same, same, null), 1e-15);
        assertEquals(
                0, new SymmetricKl().gradient(same, same, null).amaxNumber().doubleValue(), 1e-15);
    }

    @Test
    void wrongShapesAndSettingsAreNamed() {
        assertMessage(
                "output must be [groups of 2 rows, D], got [3, 2]. Let the batch size be a multiple"
                        + " of 2.",
                () -> new SymmetricKl().mean(Nd4j.zeros(3, 2), Nd4j.zeros(3, 2), null));
        assertMessage(
                "labels must be [2, 2] for output [2, 2], got [2, 1]. Give one number for each"
                        + " output.",
                () -> new Huber(1).mean(Nd4j.zeros(2, 1), ZEROS, null));
        assertMessage(
                "labels must be [2, 2] for output [2, 2], got [1, 2]. Give 0 or 1 for each output.",
                () -> BinaryCrossEntropy.plain().mean(Nd4j.zeros(1, 2), ZEROS, null));
        assertMessage(
                "labels must be [2, 2] for output [2, 2], got [2, 3]. Give a probability for each"
                        + " class.",
                () -> new KlDivergence().mean(Nd4j.zeros(2, 3), ZEROS, null));
        assertMessage(
                "delta must be above 0, got 0.0. 1 is usual for labels of unit spread.",
                () -> new Huber(0));
        assertMessage(
                "positiveWeights must be at least 0, got NaN. 1 is neutral.",
                () -> new BinaryCrossEntropy(List.of(Double.NaN)));
    }

    @Test
    void everyLossOfTheCatalogueIsFoundByName() {
        for (var loss : Losses.values()) {
            assertEquals(loss, Losses.named(loss.key()));
            assertNotNull(loss.function());
            assertNotNull(loss.activation());
        }
        assertMessage(
                "loss must be one of cross_entropy, binary_cross_entropy, kl_divergence, mse, mae,"
                        + " huber, contrastive, triplet, info_nce, supervised_contrastive, got"
                        + " focal. Choose one of them.",
                () -> Losses.named("focal"));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
