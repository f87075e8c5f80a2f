package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.experiment.ConfusionMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerClassScoresTest {
    /** Of class 0 three of four are found, then one of four; of class 1 always one of two. */
    private final PerClassScores scores =
            new PerClassScores(
                    "two seeds",
                    List.of(
                            new ConfusionMatrix(new long[][] {{3, 1}, {1, 1}}),
                            new ConfusionMatrix(new long[][] {{1, 3}, {1, 1}})));

    @Test
    void aClassScoreIsTheMeanOverSeedsInPercent() {
        var recall = scores.percent(0, ConfusionMatrix::recall);
        assertEquals(50, recall.mean(), 1e-9);
        assertEquals(Math.sqrt(2 * 25 * 25), recall.standardDeviation(), 1e-9);
    }

    @Test
    void overSeveralClassesTheMeanComesFirstAndTheSpreadIsThatOfSeeds() {
        var recall = scores.percent(List.of(0, 1), ConfusionMatrix::recall);
        assertEquals(50, recall.mean(), 1e-9); // seeds: 62.5 and 37.5
        assertEquals(Math.sqrt(2 * 12.5 * 12.5), recall.standardDeviation(), 1e-9);
    }
}
