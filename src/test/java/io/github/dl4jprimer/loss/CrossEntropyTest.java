package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CrossEntropyTest {
    private static final INDArray EVEN = Nd4j.createFromArray(new double[][] {{0, 0}, {0, 0}});
    private static final INDArray BOTH = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}});

    @Test
    void guessingAmongTwoClassesCostsLnTwo() {
        assertEquals(Math.log(2), CrossEntropy.plain().mean(BOTH, EVEN, null), 1e-15);
        assertEquals(
                Nd4j.createFromArray(new double[][] {{-0.25, 0.25}, {0.25, -0.25}}),
                CrossEntropy.plain().gradient(BOTH, EVEN, null));
    }

    @Test
    void classWeightsChangeTheShareOfARowButNotTheScale() {
        var logits = Nd4j.createFromArray(new double[][] {{0, 0}, {Math.log(3), 0}});
        // Row losses ln 2 and ln 4, weighted 1 to 3.
        double expected = (Math.log(2) + 3 * Math.log(4)) / 4;
        var weighted = CrossEntropy.plain().withClassWeights(List.of(1.0, 3.0));
        assertEquals(expected, weighted.mean(BOTH, logits, null), 1e-15);
        var doubled = CrossEntropy.plain().withClassWeights(List.of(2.0, 6.0));
        assertEquals(expected, doubled.mean(BOTH, logits, null), 1e-15);
    }

    @Test
    void smoothingPunishesCertainty() {
        var sure = Nd4j.createFromArray(new double[][] {{20, 0}, {0, 20}});
        assertEquals(0, CrossEntropy.plain().mean(BOTH, sure, null), 1e-8);
        // Half of the share of 0.2 goes to the wrong class, 20 away.
        assertEquals(2, CrossEntropy.plain().withLabelSmoothing(0.2).mean(BOTH, sure, null), 1e-8);
    }

    @Test
    void rowsMaskedOutOrWithoutAClassDoNotCount() {
        var logits = Nd4j.createFromArray(new double[][] {{0, 0}, {5, -5}});
        var mask = Nd4j.createFromArray(new double[][] {{1}, {0}});
        var ignored = Nd4j.createFromArray(new double[][] {{0}, {-100}});
        for (var loss :
                List.of(CrossEntropy.plain(), CrossEntropy.plain().withLabelSmoothing(0.3))) {
            assertEquals(Math.log(2), loss.mean(BOTH, logits, mask), 1e-15);
            assertEquals(Math.log(2), loss.mean(ignored, logits, null), 1e-15);
            assertEquals(0, loss.gradient(BOTH, logits, mask).getDouble(1, 0));
            assertEquals(0, loss.gradient(ignored, logits, null).getDouble(1, 1));
        }
    }

    @Test
    void aBatchWithNothingToCountCostsNothing() {
        var mask = Nd4j.zeros(2, 1);
        assertEquals(0, CrossEntropy.plain().mean(BOTH, EVEN, mask));
        assertEquals(EVEN, CrossEntropy.plain().gradient(BOTH, EVEN, mask));
    }

    @Test
    void extremeLogitsStayFiniteInSinglePrecision() {
        var logits = Nd4j.createFromArray(new float[][] {{1e4f, -1e4f}, {1e4f, -1e4f}});
        assertEquals(1e4, CrossEntropy.plain().mean(BOTH, logits, null), 1e-2);
        var gradient = CrossEntropy.plain().gradient(BOTH, logits, null);
        assertTrue(
                gradient.equalsWithEps(
                        Nd4j.createFromArray(new float[][] {{0, 0}, {0.5f, -0.5f}}), 1e-6));
    }

    @Test
    void addingAConstantToTheLogitsChangesNothing() {
        var logits = Nd4j.createFromArray(new double[][] {{1, -2}, {0.5, 3}});
        assertEquals(
                CrossEntropy.plain().mean(BOTH, logits, null),
                CrossEntropy.plain().mean(BOTH, logits.add(7), null),
                1e-13);
    }

    @Test
    void wrongShapesAreNamed() {
        assertMessage(
                "labels must be [2, 2] for output [2, 2], got [2, 3]. Give one column a class, or"
                        + " class numbers [N, 1].",
                () -> CrossEntropy.plain().mean(Nd4j.zeros(2, 3), EVEN, null));
        assertMessage(
                "mask must be [2, 1] for output [2, 2], got [3, 1]. Give one number a row.",
                () -> CrossEntropy.plain().mean(BOTH, EVEN, Nd4j.ones(3, 1)));
        assertMessage(
                "class number must be below 2, got 2 in row 1. Count classes from 0.",
                () ->
                        CrossEntropy.plain()
                                .mean(Nd4j.createFromArray(new double[][] {{0}, {2}}), EVEN, null));
        var three = CrossEntropy.plain().withClassWeights(List.of(1.0, 1.0, 1.0));
        assertMessage(
                "classWeights must be 2 numbers, got 3. Give one a column of the output.",
                () -> three.mean(BOTH, EVEN, null));
    }

    @Test
    void wrongSettingsAreNamed() {
        assertMessage(
                "labelSmoothing must be at least 0 and below 1, got 1.0. 0.1 is usual.",
                () -> CrossEntropy.plain().withLabelSmoothing(1));
        assertMessage(
                "classWeights must be at least 0, got -1.0. 1 is neutral.",
                () -> CrossEntropy.plain().withClassWeights(List.of(-1.0)));
        assertMessage(
                "activation must be Softmax or identity for CrossEntropy, got sigmoid. Set it on"
                        + " the output layer.",
                () ->
                        CrossEntropy.plain()
                                .computeScore(
                                        BOTH,
                                        EVEN,
                                        Activation.SIGMOID.getActivationFunction(),
                                        null,
                                        false));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
