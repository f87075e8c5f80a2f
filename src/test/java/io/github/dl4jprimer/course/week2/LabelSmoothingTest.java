package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Claim;
import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week2.LabelSmoothing.Judged;
import io.github.dl4jprimer.course.week2.LabelSmoothing.Judgement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelSmoothingTest {
    @TempDir private Path folder;

    /** Ten lines judged alike, so many of them right. */
    private static Judged judged(double smoothing, double confidence, int right) {
        double[] largest = new double[10];
        Arrays.fill(largest, confidence);
        boolean[] hits = new boolean[10];
        Arrays.fill(hits, 0, right, true);
        return new Judged(smoothing, List.of(new Judgement(largest, hits, 1)));
    }

    private static List<Boolean> claim(Judged hard, Judged soft) {
        return claims(lab -> LabelSmoothing.claim(lab, hard, soft));
    }

    @Test
    void howSureHowRightAndHowSureWhenWrongAreMeansOverTheLines() {
        var judgement =
                new Judgement(
                        new double[] {0.9, 0.5, 0.7, 0.3},
                        new boolean[] {true, false, true, false},
                        1);
        assertEquals(0.5, judgement.accuracy());
        assertEquals(0.6, judgement.confidence(), 1e-12);
        assertEquals(0.4, judgement.confidenceWhenWrong(), 1e-12);
    }

    @Test
    void whoIsNeverWrongHasNoConfidenceWhenWrong() {
        var judgement = new Judgement(new double[] {0.9}, new boolean[] {true}, 0.1);
        assertTrue(Double.isNaN(judgement.confidenceWhenWrong()));
    }

    @Test
    void confidenceMustFallByMoreThanTwoPointsAndMoreThanAccuracyMoves() {
        assertEquals(List.of(true), claim(judged(0, 0.7, 6), judged(0.1, 0.55, 6)));
        assertEquals(List.of(false), claim(judged(0, 0.7, 6), judged(0.1, 0.69, 6)));
        assertEquals(List.of(false), claim(judged(0, 0.7, 6), judged(0.1, 0.6, 4)));
        assertEquals(List.of(false), claim(judged(0, 0.7, 6), judged(0.1, 0.6, 8)));
        assertEquals(List.of(false), claim(judged(0, 0.55, 6), judged(0.1, 0.7, 6)));
    }

    @Test
    void withoutSmoothingBothRowsAreTheSame() {
        var experiment = new LabelSmoothing();
        var settings = experiment.quick().with("smoothing", 0.0).with("seeds", 1);
        var found = LabBench.run(experiment, settings, folder);
        assertEquals(LabBench.row(found, 0, 0), LabBench.row(found, 0, 1));
        assertEquals(List.of(false), found.claims().stream().map(Claim::holds).toList());
    }
}
