package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.TextDataset;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedEventsTest {
    private static final int PAIRS = 40;

    private static List<String> sorted(String line) {
        return AlarmTokens.split(line).stream().sorted().toList();
    }

    @Test
    void aLineAndItsMirrorImageHaveTheSameTokensAndOtherClasses() {
        var train = OrderedEvents.pairs(PAIRS, 5, 1).train();
        assertEquals(2 * PAIRS, train.size());
        for (int i = 0; i < train.size(); i += 2) {
            var one = train.examples().get(i);
            var other = train.examples().get(i + 1);
            assertEquals(sorted(one.text()), sorted(other.text()));
            assertNotEquals(one.text(), other.text());
            assertEquals(List.of("resolved", "open"), List.of(one.label(), other.label()));
        }
    }

    @Test
    void noLineOccursTwiceInAnyPart() {
        var parts = OrderedEvents.pairs(PAIRS, 20, 2);
        var lines =
                Stream.of(parts.train(), parts.dev(), parts.test())
                        .map(TextDataset::texts)
                        .flatMap(List::stream)
                        .toList();
        assertEquals(2 * (PAIRS + 20 + 20), new HashSet<>(lines).size());
    }

    @Test
    void theSeedDecidesTheLines() {
        assertEquals(OrderedEvents.pairs(5, 2, 1), OrderedEvents.pairs(5, 2, 1));
        assertNotEquals(OrderedEvents.pairs(5, 2, 1), OrderedEvents.pairs(5, 2, 2));
    }

    @Test
    void theLongestLineFitsTheModel() {
        var lines = OrderedEvents.pairs(2000, 1, 3).train().texts();
        assertTrue(lines.stream().allMatch(line -> AlarmTokens.split(line).size() <= 32));
    }
}
