package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.course.week3.Capacity.Size;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {
    @TempDir private Path folder;

    private final Capacity experiment = new Capacity();
    private final Size best = size(16, 0.45, 0.7);
    private final Size largest = size(512, 0.2, 0.8);

    private static Size size(int hiddenSize, double training, double validation) {
        return new Size(hiddenSize, null, Summary.of(training), Summary.of(validation));
    }

    private static List<Boolean> claim(Size smallest, Size best, Size largest) {
        return claims(lab -> Capacity.conclude(lab, smallest, best, largest));
    }

    /** Half of ln 3 is 0.549. */
    @Test
    void tooSmallANetworkMustStayAboveHalfOfGuessing() {
        assertEquals(List.of(true, true), claim(size(1, 0.55, 1), best, largest));
        assertEquals(List.of(false, true), claim(size(1, 0.54, 1), best, largest));
    }

    @Test
    void theLargestMustNotBeBestAndMustKnowItsPointsBetter() {
        var smallest = size(1, 1, 1);
        assertEquals(List.of(true, false), claim(smallest, largest, largest));
        assertEquals(List.of(true, false), claim(smallest, best, size(512, 0.46, 0.8)));
    }

    /** Made-up curves of one line each: low and together, or never below guessing. */
    @Test
    void eachVerdictIsExplainedWithItsNumbersInBothLanguages() {
        var learned = new Size(4, MadeUpTraining.seeds(0.2), null, null);
        var lost = new Size(1, MadeUpTraining.seeds(1), null, null);
        var sweep = new Sweep<>(List.of(lost, learned));
        var english = found(lab -> Capacity.explain(lab, sweep)).tables().get(0).table().rows();
        assertEquals(
                List.of(
                        "1",
                        "under-fit",
                        "training loss never fell below 1.000, more than half of 1.099 for"
                                + " guessing"),
                english.get(0));
        assertEquals("right", english.get(1).get(1));
        var chinese = found(Settings.none(), Language.ZH, lab -> Capacity.explain(lab, sweep));
        assertEquals(
                List.of("1", "欠拟合", "训练损失从未低于 1.000，高于随机猜的损失 1.099 的一半"),
                LabBench.row(chinese, 0, 0));
    }

    @Test
    void allSizesOfASeedLearnFromTheSamePointsAndAnotherSeedFromOthers() {
        var settings = experiment.settings();
        var small = Capacity.experiment(settings, 1, 5).training().next(150);
        var large = Capacity.experiment(settings, 64, 5).training().next(150);
        assertEquals(small.getFeatures(), large.getFeatures());
        var other = Capacity.experiment(settings, 64, 6).training().next(150);
        assertNotEquals(small.getFeatures(), other.getFeatures());
    }

    @Test
    void pointsThatThreeArmsCannotShareAreLeftOut() {
        var settings = experiment.settings().with("points", 101);
        var data = Capacity.experiment(settings, 1, 5).training().next(1000);
        assertEquals(List.of(33.0, 33.0, 33.0), doubles(data.getLabels().sum(0).toDoubleVector()));
    }

    private static List<Double> doubles(double... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    @Test
    void eachSizeGivenHasItsRow() {
        var settings = experiment.quick().changed("hiddenSizes", "3,2").with("seeds", 1);
        var found = LabBench.run(experiment, settings.with("epochs", 2), folder);
        assertEquals("3", LabBench.row(found, 0, 0).get(0));
        assertEquals("2", LabBench.row(found, 0, 1).get(0));
        double gap =
                found.figures().get("validationLoss.hidden3")
                        - found.figures().get("trainingLoss.hidden3");
        assertEquals(gap, Double.parseDouble(LabBench.row(found, 0, 0).get(3)), 1e-4);
    }
}
