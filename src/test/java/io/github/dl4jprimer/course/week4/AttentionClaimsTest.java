package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Claim;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttentionClaimsTest {
    @TempDir private Path folder;

    private final CourseExperiment attention = new AttentionByHand();
    private final CourseExperiment mask = new CausalMask();

    private Findings run(CourseExperiment experiment, Settings settings) {
        return LabBench.run(experiment, settings, folder);
    }

    @Test
    void aSingleHeadIsNotComparedWithAnother() {
        var two = run(attention, attention.settings());
        var one = run(attention, attention.settings().with("heads", 1));
        assertTrue(two.figures().containsKey("heads.apart"));
        assertFalse(one.figures().containsKey("heads.apart"));
        assertEquals(two.claims().size() - 1, one.claims().size());
    }

    @Test
    void withoutACharacterThatOccursTwiceThereAreNoTwins() {
        var found = run(attention, attention.settings().with("sentence", "内存不足"));
        assertFalse(found.figures().containsKey("twins.apart"));
    }

    /** With one number a head, √d is 1: forgetting it changes nothing, and the claim is false. */
    @Test
    void whereTheScaleIsOneForgettingItCostsNothing() {
        var settings = attention.settings().with("width", 2).with("heads", 2);
        var found = run(attention, settings);
        assertEquals(
                found.figures().get("peak.scaled"), found.figures().get("peak.unscaled"), 1e-12);
        var last = found.claims().get(found.claims().size() - 1);
        assertFalse(last.holds(), last.text());
    }

    /** Where all characters are one, whom to look at is even: 1/4 each, zeroed three of four. */
    @Test
    void ofEqualCharactersTheFirstRowKeepsAQuarterWhenZeroedAfterwards() {
        var found = run(mask, mask.settings().with("sentence", "满满满满"));
        assertEquals(0.25, found.figures().get("zeroedAfterwards.firstRowSum"), 1e-9);
        assertEquals(0, found.figures().get("change.masked"));
        assertTrue(found.claims().stream().allMatch(Claim::holds), found.claims().toString());
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefusedInOneLine() {
        var settings = attention.settings().with("width", 33).with("heads", 2);
        var error = assertThrows(IllegalArgumentException.class, () -> run(attention, settings));
        assertEquals(List.of(error.getMessage()), error.getMessage().lines().toList());
        assertTrue(error.getMessage().startsWith("heads must divide the width 33, got 2."));
    }
}
