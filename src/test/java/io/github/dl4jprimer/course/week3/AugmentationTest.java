package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.course.week3.Augmentation.Comparison;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.indexing.NDArrayIndex;

class AugmentationTest {
    private final Augmentation experiment = new Augmentation();

    @Test
    void noisyCopiesFollowTheRowsUnderTheSameTargets() {
        var rows = Synthetic.moons(10, 0.1, 1);
        var more = AugmentationData.noisy(rows, experiment.settings(), 2, 1);
        assertEquals(30, more.size());
        var first = more.features().get(NDArrayIndex.interval(0, 10), NDArrayIndex.all());
        assertEquals(rows.features(), first.dup());
        var second = more.features().get(NDArrayIndex.interval(10, 20), NDArrayIndex.all());
        assertNotEquals(rows.features(), second.dup());
        for (int i = 0; i < 30; i++) {
            assertEquals(rows.classes()[i % 10], more.classes()[i]);
        }
    }

    @Test
    void withoutCopiesTheRowsStayAsTheyAre() {
        var rows = Synthetic.moons(4, 0.1, 1);
        var same = AugmentationData.noisy(rows, experiment.settings(), 0, 1);
        assertEquals(rows.features(), same.features());
    }

    @Test
    void rewordedLinesKeepTheirLabels() {
        var examples =
                List.of(
                        new TextExample("磁盘使用率超过95%", "disk"),
                        new TextExample("内存不足，服务重启", "memory"));
        var lines = TextDataset.of("lines", examples, "checksum");
        var more = AugmentationData.reworded(lines, 3, 1);
        assertEquals(8, more.size());
        assertEquals(examples, more.examples().subList(0, 2));
        int[] classes = more.classes();
        int disk = classes[0];
        int memory = classes[1];
        assertArrayEquals(
                new int[] {disk, memory, disk, disk, disk, memory, memory, memory}, classes);
    }

    /** Gains in percent points of three seeds whose plain accuracy is 0.5. */
    private static Comparison comparison(double copies, double spread, double real) {
        return new Comparison(
                "numbers",
                "digits",
                MadeUpTraining.seeds(0.5, 0.5, 0.5),
                MadeUpTraining.seeds(0.5 + copies, 0.5 + copies - spread, 0.5 + copies + spread),
                MadeUpTraining.seeds(0.5 + real, 0.5 + real, 0.5 + real));
    }

    private static String verdict(Comparison comparison) {
        var told = new ArrayList<String>();
        LabBench.found(lab -> told.add(comparison.verdict(lab)));
        return told.get(0);
    }

    /** The standard error of three gains that spread by s is s / sqrt(3). */
    @Test
    void aGainIsToldFromLuckByTwoStandardErrors() {
        assertEquals("yes", verdict(comparison(0.12, 0.1, 0)));
        assertEquals("no, cannot tell", verdict(comparison(0.11, 0.1, 0)));
        assertEquals("no, cannot tell", verdict(comparison(-0.11, 0.1, 0)));
        assertEquals("yes, a loss", verdict(comparison(-0.12, 0.1, 0)));
        assertEquals("no, cannot tell", verdict(comparison(0, 0, 0)));
    }

    @Test
    void oneSeedAloneTellsNothing() {
        var one = MadeUpTraining.seeds(0.5);
        var better = MadeUpTraining.seeds(0.9);
        assertEquals("no, cannot tell", verdict(new Comparison("k", "n", one, better, better)));
    }

    @Test
    void realExamplesMustGainThreePointsMoreThanCopies() {
        var substitute = comparison(0.05, 0.01, 0.07);
        assertEquals(
                List.of(false), LabBench.claims(lab -> Augmentation.conclude(lab, substitute)));
        var none = comparison(0.05, 0.01, 0.09);
        assertEquals(List.of(true), LabBench.claims(lab -> Augmentation.conclude(lab, none)));
    }

    @Test
    void fewAndManyDigitsAreJudgedOnTheSameUnseenRows() {
        var settings = experiment.settings();
        var few = AugmentationData.digits(settings, 1, 3);
        var many = AugmentationData.digits(settings, 5, 3);
        assertEquals(few.parts().dev().targets(), many.parts().dev().targets());
        assertEquals(0.06 * 1797, few.parts().train().size(), 6);
        assertEquals(0.3 * 1797, many.parts().train().size(), 6);
    }

    /** Their own rows scale them: mean 0 and deviation 1, or 0 for a pixel that is always white. */
    @Test
    void fewDigitsAreScaledByThemselvesAlone() {
        var few = AugmentationData.digits(experiment.settings(), 1, 3).parts().train();
        assertEquals(0, few.features().meanNumber().doubleValue(), 1e-6);
        assertTrue(few.features().std(false, 0).amaxNumber().doubleValue() < 1 + 1e-3);
    }

    @Test
    void moreCopiesThanThereAreRealExamplesAreRefused(@TempDir Path folder) {
        assertEquals(
                "digitsShare * (copies + 1) must be at most 0.8, got 1.26. Lower one of them.",
                messageOf(experiment.quick().with("copies", 20), folder));
        assertEquals(
                "linesPerClass * (copies + 1) must be at most 1220, got 1500. Lower one of them.",
                messageOf(experiment.quick().with("linesPerClass", 300), folder));
    }

    private String messageOf(Settings settings, Path folder) {
        return assertThrows(BadInput.class, () -> LabBench.run(experiment, settings, folder))
                .getMessage();
    }
}
