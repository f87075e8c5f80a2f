package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionBoundariesTest {
    @TempDir private Path folder;

    @Test
    void momentsBeginBeforeTrainingAndEndWithTheLastEpoch() {
        assertEquals(List.of(0, 1, 2, 4, 8, 16, 32, 64), DecisionBoundaries.moments(64));
        assertEquals(List.of(0, 1), DecisionBoundaries.moments(1));
    }

    @Test
    void oneLayerCannotSolveXorButTwoCan() {
        var experiment = new DecisionBoundaries();
        var settings = experiment.quick().with("epochs", 20);
        var figures = Quick.run(experiment, settings, Language.EN, 1, folder).figures();
        assertTrue(figures.get("xor.oneLayer.wrong") > 0.3);
        assertEquals(0, figures.get("xor.wrong"), 0.02);
    }
}
