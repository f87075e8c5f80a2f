package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.regularization.RandomSearch.Outcome;
import io.github.dl4jprimer.regularization.RandomSearch.Trial;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    @Test
    void aKnobThatDecidesTheLossExplainsAllOfIt() {
        // Quarters of two trials with losses 0, 1, 2, 3: no variance is left within a quarter.
        assertEquals(1, Search.explained(Trial::learningRate, outcomes(i -> i / 2)), 1e-12);
    }

    @Test
    void aKnobWithEqualMeansInEachQuarterExplainsNothing() {
        assertEquals(0, Search.explained(Trial::learningRate, outcomes(i -> i % 2)), 1e-12);
    }

    @Test
    void explainsThePartBetweenTheQuarters() {
        // Losses 0..7: variance sum 42, of it 40 between quarter means 0.5, 2.5, 4.5, 6.5.
        assertEquals(40.0 / 42, Search.explained(Trial::learningRate, outcomes(i -> i)), 1e-12);
    }

    private static List<Outcome> outcomes(IntToDoubleFunction loss) {
        return IntStream.range(0, 8)
                .mapToObj(i -> new Outcome(new Trial(i + 1, i + 1, 1, 0), loss.applyAsDouble(i)))
                .toList();
    }
}
