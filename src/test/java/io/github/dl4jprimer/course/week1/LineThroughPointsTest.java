package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week1.LineThroughPoints.Line;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineThroughPointsTest {
    @TempDir private Path folder;

    private final LineThroughPoints experiment = new LineThroughPoints();
    private final Line truth = new Line(2, -0.5, 0);

    private List<Boolean> claim(Line byHand, Line byDl4j) {
        return claims(
                experiment.settings(), lab -> LineThroughPoints.claim(lab, truth, byHand, byDl4j));
    }

    /** The tolerance is three standard errors, 3 * 0.3 * sqrt(3 / 100) = 0.156. */
    @Test
    void theLineMayBeAsFarOffAsTheNoiseAllows() {
        var near = new Line(2.15, -0.6, 0);
        assertEquals(List.of(true, true), claim(near, near));
        var far = new Line(2.16, -0.6, 0);
        assertEquals(List.of(true, false), claim(far, far));
        var shifted = new Line(2, -0.66, 0);
        assertEquals(List.of(true, false), claim(shifted, shifted));
    }

    @Test
    void theTwoVersionsMustAgreeInBothNumbers() {
        var line = new Line(2, -0.5, 0);
        assertEquals(List.of(false, true), claim(line, new Line(2.00001, -0.5, 0)));
        assertEquals(List.of(false, true), claim(line, new Line(2, -0.50001, 0)));
    }

    @Test
    void aTrainingThatDivergedFulfilsNoClaim() {
        var lost = new Line(Double.NaN, Double.NaN, Double.NaN);
        assertEquals(List.of(false, false), claim(lost, lost));
    }

    @Test
    void moreNoiseMovesTheLineAndTheToleranceAlike() {
        var settings = experiment.settings().with("noise", 3.0);
        var far = new Line(3.5, -0.5, 0); // within 3 * 3 * sqrt(3 / 100) = 1.56
        assertEquals(
                List.of(true, true),
                claims(settings, lab -> LineThroughPoints.claim(lab, truth, far, far)));
    }

    @Test
    void withoutNoiseTheLineItselfIsFound() {
        var settings = experiment.settings().with("noise", 0.0);
        var found = LabBench.run(experiment, settings, folder);
        assertTrue(found.hold(), found.claims().toString());
        var few = settings.with("steps", 20);
        assertFalse(LabBench.run(experiment, few, folder).hold());
    }

    @Test
    void theMeanSquaredErrorOfTheTrueLineIsTheNoisesVariance() {
        var settings = experiment.settings().with("points", 5000).with("steps", 100);
        var rows = LabBench.run(experiment, settings, folder).tables().get(0).table().rows();
        assertEquals(0.09, Double.parseDouble(rows.get(0).get(5)), 0.01);
        assertEquals("0", rows.get(0).get(3));
    }
}
