package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week2.GradientDescentPaths.Walk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientDescentPathsTest {
    @TempDir private Path folder;

    private final GradientDescentPaths experiment = new GradientDescentPaths();

    /** A path in the bowl from (4, 3), at distance 5, that ends at (x, 0). */
    private static Walk endingAt(double x) {
        return new Walk(Terrain.all().get(0), "walk", 0.5, new double[][] {{4, 3}, {x, 0}});
    }

    private static String outcome(double x) {
        var told = new ArrayList<String>();
        LabBench.found(lab -> told.add(GradientDescentPaths.outcome(lab, endingAt(x))));
        return told.get(0);
    }

    @Test
    void withinATenthOfTheWayIsArrivedAndFartherOutThanTheStartDiverged() {
        assertEquals("arrived", outcome(0.49));
        assertEquals("still on the way", outcome(0.5));
        assertEquals("still on the way", outcome(-5));
        assertEquals("diverged", outcome(5.01));
        assertEquals("diverged", outcome(Double.NaN));
        assertEquals("diverged", outcome(Double.POSITIVE_INFINITY));
    }

    @Test
    void theClaimNeedsTheRightRateToArriveAndTheLargeOneToDiverge() {
        var near = endingAt(0.1);
        var far = endingAt(2);
        var out = endingAt(9);
        assertEquals(
                List.of(true),
                claims(lab -> GradientDescentPaths.claim(lab, List.of(far, near, out))));
        assertEquals(
                List.of(false),
                claims(lab -> GradientDescentPaths.claim(lab, List.of(far, far, out))));
        assertEquals(
                List.of(false),
                claims(lab -> GradientDescentPaths.claim(lab, List.of(far, near, far))));
    }

    /** In the bowl each step multiplies the distance by |1 - lr|. */
    @Test
    void theDistanceLeftInTheBowlIsThatOfTheFormula() {
        var found = LabBench.run(experiment, experiment.settings().with("steps", 10), folder);
        var slow = LabBench.row(found, 0, 0);
        assertEquals("0.03", slow.get(2));
        assertEquals("2", slow.get(3));
        assertEquals(5 * Math.pow(0.97, 10), Double.parseDouble(slow.get(6)), 0.01);
        var large = LabBench.row(found, 0, 2);
        assertEquals(5 * Math.pow(1.1, 10), Double.parseDouble(large.get(6)), 0.05);
        assertEquals("diverged", large.get(7));
    }

    /** Half of each rate: 1.05 in the bowl is below the limit of 2, so nothing diverges there. */
    @Test
    void smallerStepsTakeBackTheDivergence() {
        var settings = experiment.settings().with("rateFactor", 0.5);
        var found = LabBench.run(experiment, settings, folder);
        assertEquals("arrived", LabBench.row(found, 0, 2).get(7));
        assertTrue(found.claims().stream().noneMatch(claim -> claim.holds()));
    }
}
