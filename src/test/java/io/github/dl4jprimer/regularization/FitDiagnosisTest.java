package io.github.dl4jprimer.regularization;

import static io.github.dl4jprimer.regularization.FitDiagnosis.Verdict.GOOD;
import static io.github.dl4jprimer.regularization.FitDiagnosis.Verdict.OVER_FIT;
import static io.github.dl4jprimer.regularization.FitDiagnosis.Verdict.UNDER_FIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitDiagnosisTest {
    @Test
    void trainingThatNeverLearnedIsUnderFit() {
        var fit = FitDiagnosis.of(List.of(1.1, 0.9, 0.8), List.of(1.1, 0.95, 0.9), 1.1);
        assertEquals(UNDER_FIT, fit.verdict());
        assertEquals(
                "training loss never fell below 0.800, more than half of 1.100 for guessing",
                fit.english());
    }

    @Test
    void validationThatRisesWhileTrainingFallsIsOverFitSinceItsLowestPoint() {
        var fit = FitDiagnosis.of(List.of(0.9, 0.4, 0.2, 0.05), List.of(0.95, 0.5, 0.6, 0.8), 1.1);
        assertEquals(OVER_FIT, fit.verdict());
        assertEquals(2, fit.partedAt());
        assertEquals(
                "validation loss rose from 0.500 in epoch 2 to 0.800 while training loss fell to"
                        + " 0.050",
                fit.english());
    }

    @Test
    void aLastingGapIsOverFitSinceItOpened() {
        var fit = FitDiagnosis.of(List.of(0.9, 0.5, 0.2, 0.1), List.of(0.95, 0.7, 0.65, 0.6), 1.1);
        assertEquals(OVER_FIT, fit.verdict());
        assertEquals(3, fit.partedAt());
        assertEquals(
                "validation loss 0.600 stays 0.500 above training loss 0.100, since epoch 3",
                fit.english());
    }

    @Test
    void lowCurvesCloseTogetherAreGood() {
        var fit = FitDiagnosis.of(List.of(0.9, 0.4, 0.2), List.of(0.9, 0.45, 0.3), 1.1);
        assertEquals(GOOD, fit.verdict());
        assertEquals(0, fit.partedAt());
        assertEquals(
                "training loss 0.200 and validation loss 0.300 are low and close together",
                fit.english());
    }

    @Test
    void theReasonIsToldInChineseWithTheSameNumbers() {
        var training = List.of(0.9, 0.4, 0.2, 0.05);
        var risen = FitDiagnosis.of(training, List.of(0.95, 0.5, 0.6, 0.8), 1.1);
        assertEquals("验证损失从 0.500（第 2 轮）升到 0.800，训练损失却降到 0.050", risen.chinese());
        var apart = FitDiagnosis.of(training, List.of(0.95, 0.7, 0.65, 0.6), 1.1);
        assertEquals("验证损失 0.600 一直比训练损失高 0.550（训练损失 0.050），从第 2 轮起", apart.chinese());
        var under = FitDiagnosis.of(List.of(0.8), List.of(0.9), 1.1);
        assertEquals("训练损失从未低于 0.800，高于随机猜的损失 1.100 的一半", under.chinese());
        var good = FitDiagnosis.of(List.of(0.2), List.of(0.3), 1.1);
        assertEquals("训练损失 0.200 与验证损失 0.300 都低，而且相近", good.chinese());
    }

    @Test
    void aSmallRiseIsNoise() {
        var fit = FitDiagnosis.of(List.of(0.4, 0.3, 0.2), List.of(0.4, 0.3, 0.35), 1.1);
        assertEquals(GOOD, fit.verdict());
    }

    @Test
    void impossibleCurvesAreRefused() {
        assertMessage(
                "curves must be of one length and not empty, got 1 and 2. Give one loss an epoch"
                        + " each.",
                () -> FitDiagnosis.of(List.of(1.0), List.of(1.0, 2.0), 1));
        assertMessage(
                "training loss must be finite, got NaN. Lower the learning rate.",
                () -> FitDiagnosis.of(List.of(Double.NaN), List.of(1.0), 1));
        assertMessage(
                "chance must be above 0, got 0.0. It is ln C for C classes.",
                () -> FitDiagnosis.of(List.of(1.0), List.of(1.0), 0));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
