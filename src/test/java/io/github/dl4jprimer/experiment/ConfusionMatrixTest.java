package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.EvaluationAveraging;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.factory.Nd4j;

class ConfusionMatrixTest {
    @Test
    void scoresAreThoseComputedByHand() {
        var matrix = new ConfusionMatrix(new long[][] {{5, 1, 0}, {2, 3, 1}, {0, 0, 8}});
        assertEquals(20, matrix.total());
        assertEquals(16 / 20.0, matrix.accuracy());
        assertEquals(5 / 7.0, matrix.precision(0));
        assertEquals(5 / 6.0, matrix.recall(0));
        assertEquals(10 / 13.0, matrix.f1(0), 1e-15);
        assertEquals((5 / 7.0 + 3 / 4.0 + 8 / 9.0) / 3, matrix.macroPrecision(), 1e-15);
        assertEquals((5 / 6.0 + 3 / 6.0 + 1) / 3, matrix.macroRecall(), 1e-15);
        assertEquals((10 / 13.0 + 6 / 10.0 + 16 / 17.0) / 3, matrix.macroF1(), 1e-15);
    }

    @Test
    void aClassThatNeverOccursIsNoPartOfTheMean() {
        var matrix = new ConfusionMatrix(new long[][] {{2, 0, 0}, {0, 0, 0}, {0, 0, 2}});
        assertEquals(1, matrix.macroF1());
    }

    @Test
    void aClassThatIsOnlyPredictedCountsAsZero() {
        var matrix = new ConfusionMatrix(new long[][] {{1, 1}, {0, 0}});
        assertEquals(0.5, matrix.macroPrecision());
        assertEquals(0.25, matrix.macroRecall());
    }

    @Test
    void nothingCountedScoresZero() {
        var matrix = ConfusionMatrix.empty(2);
        assertEquals(0, matrix.accuracy());
        assertEquals(0, matrix.macroF1());
    }

    @Test
    void rowsAreActualAndColumnsPredicted() {
        var matrix = ConfusionMatrix.empty(2);
        matrix.add(0, 1);
        assertEquals(new ConfusionMatrix(new long[][] {{0, 1}, {0, 0}}), matrix);
    }

    /** The trap that this class avoids: with two classes DL4J's macro F1 is that of class 1. */
    @Test
    void dl4jReportsClassOneAloneWhenThereAreTwo() {
        var evaluation = new Evaluation(2);
        var labels = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}});
        var output = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}});
        evaluation.eval(labels, output);
        var matrix = new ConfusionMatrix(new long[][] {{2, 1}, {0, 1}});
        assertEquals(matrix.f1(1), evaluation.f1(EvaluationAveraging.Macro), 1e-6);
        assertEquals((4 / 5.0 + 2 / 3.0) / 2, matrix.macroF1(), 1e-15);
    }
}
