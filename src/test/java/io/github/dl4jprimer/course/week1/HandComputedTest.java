package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabBench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments whose numbers can be worked out by hand. */
class HandComputedTest {
    @TempDir private Path folder;

    private Findings quick(CourseExperiment experiment) {
        return LabBench.run(experiment, experiment.quick(), folder);
    }

    private static List<String> row(Findings findings, int table, int row) {
        return findings.tables().get(table).table().rows().get(row);
    }

    @Test
    void tensorsShowShapesViewsAndTheDeviationOfBothLibraries() {
        var found = quick(new TensorBasics());
        assertEquals(List.of("a.sum(0)", "[3]", "[5, 7, 9]"), row(found, 0, 3).subList(0, 3));
        assertEquals(List.of("a.sum(1)", "[2]", "[6, 15]"), row(found, 0, 4).subList(0, 3));
        assertEquals(
                List.of("a.getRow(1)", "[3]", "[[1, 2, 3], [14, 15, 16]]", "view"),
                row(found, 1, 0));
        assertEquals("[[1, 2, 3], [4, 5, 6]]", row(found, 1, 5).get(2));
        assertTrue(found.hold(), found.claims().toString());
        assertEquals(3 / Math.sqrt(2), found.figures().get("std.nd4j"), 1e-12);
        assertEquals(1.5, found.figures().get("std.numpy"), 1e-12);
    }

    @Test
    void aNeuronsOutputIsTheSigmoidOfItsVoteAndBias() {
        var found = quick(new NeuronVotes());
        double loud = 1 / (1 + Math.exp(-(4 - 1)));
        assertEquals(loud, found.figures().get("output.disk"), 1e-12);
        assertEquals(
                List.of("disk", "[1, 0, 0]", "disk", "[4, 0, 0]"), row(found, 0, 0).subList(0, 4));
        assertEquals("w[disk] = 4", row(found, 0, 0).get(6));
        assertEquals("the bias", row(found, 0, 9).get(6));
    }

    @Test
    void theStableLossOfTheLargestScoreIsZeroAndOfOpposedScoresTheirDistance() {
        var found = quick(new ExtremeScores());
        assertEquals(3, found.figures().get("literal.broken"));
        assertEquals(5, found.figures().get("stable.finite"));
        // -log softmax([1, 2, 3])[2] = log(1 + e^-1 + e^-2)
        double loss = Math.log(1 + Math.exp(-1) + Math.exp(-2));
        assertEquals(loss, Double.parseDouble(row(found, 0, 0).get(5)), 1e-4);
        assertEquals("1600", row(found, 0, 4).get(5).replaceAll("\\..*", ""));
        assertEquals("NaN", row(found, 0, 2).get(2));
        assertTrue(found.hold(), found.claims().toString());
    }

    @Test
    void withoutNoiseTheLineIsRecovered() {
        var experiment = new LineThroughPoints();
        var settings = experiment.settings().with("noise", 0.0).with("slope", -1.5);
        var figures = LabBench.run(experiment, settings, folder).figures();
        assertEquals(-1.5, figures.get("slope"), 1e-3);
        assertEquals(-0.5, figures.get("intercept"), 1e-3);
    }

    @Test
    void anotherLearningRateChangesTheLine() {
        var experiment = new LineThroughPoints();
        var few = experiment.settings().with("steps", 5);
        var slow = few.changed("learningRate", "0.01");
        var usual = LabBench.run(experiment, few, folder);
        var changed = LabBench.run(experiment, slow, folder);
        assertNotEquals(usual.figures().get("slope"), changed.figures().get("slope"));
    }

    @Test
    void everyPlantedMistakeIsFound() {
        var found = quick(new GradientCheck());
        assertEquals(List.of(), found.claims().stream().filter(claim -> !claim.holds()).toList());
        assertTrue(found.figures().get("correct.relativeError") < 1e-6);
        // Not divided by N = 12: (12 - 1) / (12 + 1) of the sum of the two gradients.
        assertEquals(11 / 13.0, found.figures().get("batch_size.relativeError"), 1e-6);
    }

    @Test
    void theNetworkByHandAndInDl4jHaveOneLossCurve() {
        var found = quick(new SameNetwork());
        assertTrue(found.figures().get("difference.double") < 1e-12);
        assertTrue(found.figures().get("difference.float") < 1e-5);
        assertEquals(List.of("hidden activation", "sigmoid", "relu"), row(found, 1, 0));
        assertEquals(List.of("learning rate", "0.001", "0.1"), row(found, 1, 4));
    }
}
