package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmPairsTest {
    private static final TextDataset LINES =
            TextDataset.of(
                    "lines",
                    List.of(
                            new TextExample("disk a", "disk"),
                            new TextExample("disk b", "disk"),
                            new TextExample("cpu a", "cpu"),
                            new TextExample("cpu b", "cpu")),
                    "none");

    @Test
    void everySecondPairIsOfOneClassAndNoLineIsPairedWithItself() {
        var pairs = AlarmPairs.draw(LINES, 40, 7);
        for (int i = 0; i < 40; i++) {
            var first = pairs.texts().get(2 * i);
            var second = pairs.texts().get(2 * i + 1);
            assertNotEquals(first, second);
            assertEquals(i % 2 == 0, pairs.alike().get(i));
            assertEquals(pairs.alike().get(i), first.charAt(0) == second.charAt(0));
        }
    }

    @Test
    void theSeedDecidesThePairs() {
        assertEquals(AlarmPairs.draw(LINES, 9, 7), AlarmPairs.draw(LINES, 9, 7));
        assertNotEquals(AlarmPairs.draw(LINES, 9, 7), AlarmPairs.draw(LINES, 9, 8));
    }

    @Test
    void bothRowsOfAPairCarryItsLabel() {
        var pairs = AlarmPairs.draw(LINES, 3, 7);
        var data = pairs.encode(CharacterNgrams.fit(LINES.texts(), 1, 50));
        assertEquals(6, data.getFeatures().rows());
        assertEquals(
                List.of(1.0, 1.0, 0.0, 0.0, 1.0, 1.0),
                Arrays.stream(data.getLabels().data().asDouble()).boxed().toList());
    }
}
