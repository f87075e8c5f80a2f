package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week3.DropoutTestTime.Passes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropoutTestTimeTest {
    @TempDir private Path folder;

    /** Mean 10, standard deviation 2 * spread / sqrt(3), standard error half of it. */
    private static Passes passes(double spread) {
        return new Passes(
                "dropOut", 0.8, new double[] {10 - spread, 10 - spread, 10 + spread, 10 + spread});
    }

    private static List<Boolean> claim(Passes right, Passes wrong, double test) {
        return claims(lab -> DropoutTestTime.conclude(lab, right, wrong, test));
    }

    @Test
    void theRunningMeanEndsInTheMean() {
        var passes = new Passes("dropOut", 0.8, new double[] {4, 8, 0});
        assertArrayEquals(new double[] {4, 6, 4}, passes.runningMean(), 1e-12);
    }

    /** For a spread of 1 four standard errors are 4 / sqrt(3) = 2.31. */
    @Test
    void testModeMustLieWithinFourStandardErrorsOfTheMean() {
        assertEquals(List.of(true, true), claim(passes(1), passes(3), 12.3));
        assertEquals(List.of(true, true), claim(passes(1), passes(3), 7.7));
        assertEquals(List.of(false, true), claim(passes(1), passes(3), 12.4));
    }

    @Test
    void mixedUpProbabilitiesMustScatterMoreThanTwiceAsFar() {
        assertEquals(List.of(true, false), claim(passes(1), passes(2), 10));
        assertEquals(List.of(true, false), claim(passes(3), passes(1), 10));
    }

    @Test
    void droppingHalfTheTwoProbabilitiesAreOne() {
        var experiment = new DropoutTestTime();
        var settings = experiment.quick().with("dropoutRate", 0.5);
        var found = LabBench.run(experiment, settings, folder);
        assertEquals(found.figures().get("trainingStd"), found.figures().get("confusedStd"), 1e-12);
        assertEquals(
                LabBench.row(found, 0, 0).subList(1, 6), LabBench.row(found, 0, 1).subList(1, 6));
    }
}
