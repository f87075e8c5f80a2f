package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.course.week3.DataAmount.Amount;
import io.github.dl4jprimer.data.BagBatches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.report.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataAmountTest {
    private final Settings settings = new DataAmount().settings().with("features", 300);

    private static Amount amount(int lines, double gap, double accuracy) {
        return new Amount(lines, Summary.of(0.1), Summary.of(0.1 + gap), Summary.of(accuracy));
    }

    private static List<Boolean> claim(Amount few, Amount middle, Amount many) {
        return claims(lab -> DataAmount.conclude(lab, new Sweep<>(List.of(few, middle, many))));
    }

    @Test
    void theGapIsValidationMinusTraining() {
        assertEquals(1.5, amount(5, 1.5, 0.2).gap(), 1e-12);
    }

    @Test
    void theGapMustShrinkToSevenTenths() {
        var few = amount(5, 2, 0.2);
        var middle = amount(50, 1.6, 0.5);
        assertEquals(List.of(true, true), claim(few, middle, amount(500, 1.3, 0.6)));
        assertEquals(List.of(false, true), claim(few, middle, amount(500, 1.41, 0.6)));
    }

    @Test
    void theFirstHalfMustGainMoreThanTwiceTheSecond() {
        var few = amount(5, 2, 0.2);
        assertEquals(List.of(true, false), claim(few, amount(50, 1.6, 0.4), amount(500, 1, 0.55)));
        assertEquals(List.of(true, false), claim(few, amount(50, 1.6, 0.15), amount(500, 1, 0.2)));
    }

    @Test
    void whateverTheLinesThereAreAboutAsManyUpdates() {
        var alarms = Datasets.alarms();
        for (int lines : new int[] {5, 25, 100}) {
            var experiment = DataAmount.experiment(settings, alarms, lines, 1);
            long updates = updates(experiment);
            assertTrue(updates > 180 && updates <= 190, lines + " lines: " + updates);
        }
        // 12 classes of 30 lines are 12 steps an epoch: once through is the least.
        var once = DataAmount.experiment(settings.with("steps", 5), alarms, 30, 1);
        assertEquals(12, updates(once));
    }

    private static long updates(Experiment experiment) {
        return (long) ((BagBatches) experiment.training()).batches() * experiment.epochs();
    }

    @Test
    void everyAmountIsJudgedOnTheSameLinesOfASeed() {
        Split<TextDataset> alarms = Datasets.alarms();
        var few = DataAmount.experiment(settings, alarms, 5, 1).validation();
        var more = DataAmount.experiment(settings, alarms, 10, 1).validation();
        assertEquals(few.next().getLabels(), more.next().getLabels());
    }
}
