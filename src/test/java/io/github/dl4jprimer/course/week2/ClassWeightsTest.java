package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.experiment.ConfusionMatrix;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassWeightsTest {
    @TempDir private Path folder;

    /** Of each class so many of a hundred lines are found; the others go to the next class. */
    private static PerClassScores recall(int rare, int common) {
        long[][] counts = new long[12][12];
        for (int label = 0; label < 12; label++) {
            int found = ClassWeights.labels(true).contains(label) ? rare : common;
            counts[label][label] = found;
            counts[label][(label + 1) % 12] = 100L - found;
        }
        return new PerClassScores("made up", List.of(new ConfusionMatrix(counts)));
    }

    private static List<Boolean> claim(PerClassScores plain, PerClassScores weighted) {
        return claims(lab -> ClassWeights.claim(lab, plain, weighted));
    }

    @Test
    void everyThirdClassIsRareAndTheOthersAreCommon() {
        assertEquals(List.of(2, 5, 8, 11), ClassWeights.labels(true));
        assertEquals(List.of(0, 1, 3, 4, 6, 7, 9, 10), ClassWeights.labels(false));
    }

    @Test
    void rareClassesMustGainMoreThanFivePointsAndCommonOnesPay() {
        assertEquals(List.of(true, true), claim(recall(15, 70), recall(31, 65)));
        assertEquals(List.of(false, true), claim(recall(15, 70), recall(20, 65)));
        assertEquals(List.of(true, false), claim(recall(15, 70), recall(31, 70)));
        assertEquals(List.of(false, false), claim(recall(31, 65), recall(15, 70)));
    }

    @Test
    void theFiguresAreMeanRecallsInPercent() {
        var figures =
                found(lab -> ClassWeights.claim(lab, recall(15, 70), recall(31, 65))).figures();
        assertEquals(15, figures.get("plain.rareRecall"), 1e-9);
        assertEquals(65, figures.get("weighted.commonRecall"), 1e-9);
    }

    @Test
    void theTableSaysHowManyTrainingLinesEachClassHas() {
        var experiment = new ClassWeights();
        var settings = experiment.quick().with("rareLines", 7).with("seeds", 1);
        var rows = LabBench.run(experiment, settings, folder).tables().get(0).table().rows();
        assertEquals(
                List.of("40", "40", "7", "40", "40", "7", "40", "40", "7", "40", "40", "7"),
                rows.stream().map(row -> row.get(1)).toList());
    }
}
