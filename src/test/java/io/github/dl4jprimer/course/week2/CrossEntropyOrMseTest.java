package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossEntropyOrMseTest {
    @TempDir private Path folder;

    private final CrossEntropyOrMse experiment = new CrossEntropyOrMse();
    private final Settings settings = experiment.settings();

    private static List<SeedRuns> accuracies(double crossEntropy, double squaredError) {
        return List.of(
                new SeedRuns("cross-entropy", MadeUpRun.each(crossEntropy)),
                new SeedRuns("squared error", MadeUpRun.each(squaredError)));
    }

    /** The second claim is arithmetic, -(1 - p) against -4 p (1 - p)^2, and always holds. */
    @Test
    void fromASureAndWrongStartCrossEntropyMustBeTwentyPointsAhead() {
        var usual = accuracies(0.93, 0.92);
        assertEquals(
                List.of(true, true),
                claims(
                        settings,
                        lab -> CrossEntropyOrMse.claim(lab, usual, accuracies(0.9, 0.69))));
        assertEquals(
                List.of(false, true),
                claims(
                        settings,
                        lab -> CrossEntropyOrMse.claim(lab, usual, accuracies(0.9, 0.75))));
        assertEquals(
                List.of(false, true),
                claims(settings, lab -> CrossEntropyOrMse.claim(lab, usual, accuracies(0.3, 0.9))));
    }

    /** 1 / (4 * 0.001 * 0.999) = 250.25. */
    @Test
    void theRatioOfTheGradientsIsThatOfTheFormulas() {
        var start = accuracies(0.9, 0.5);
        var found =
                found(
                        settings,
                        Language.EN,
                        lab -> CrossEntropyOrMse.claim(lab, accuracies(0.93, 0.91), start));
        assertEquals(
                "At a probability of 0.001 cross-entropy's gradient is 250 times that of squared"
                        + " error",
                found.claims().get(1).text());
        assertEquals(2, found.figures().get("usual.gap"), 1e-9);
    }

    @Test
    void aStartThatIsNotSureOfAnythingIsTheUsualOne() {
        var quick = experiment.quick().with("epochs", 1).with("seeds", 1).with("sureness", 0.0);
        var figures = LabBench.run(experiment, quick, folder).figures();
        assertEquals(
                figures.get("usual.cross-entropy.accuracy"),
                figures.get("sure.cross-entropy.accuracy"));
        assertEquals(
                figures.get("usual.squared-error.accuracy"),
                figures.get("sure.squared-error.accuracy"));
    }
}
