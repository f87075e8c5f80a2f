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
        var parts = OrderedEvents.pairs(1500, 500, 2); // some would meet by chance
        var lines =
                Stream.of(parts.train(), parts.dev(), parts.test())
                        .map(TextDataset::texts)
                        .flatMap(List::stream)
                        .toList();
        assertEquals(2 * (1500 + 500 + 500), new HashSet<>(lines).size());
    }

    /** What stands beside the two events, "磁盘照常，" at the least, is no hint. */
    @Test
    void whatIsSaidOfOtherPartsStaysWhereItIs() {
        var train = OrderedEvents.pairs(PAIRS, 5, 1).train().texts();
        for (int i = 0; i < train.size(); i += 2) {
            var one = train.get(i);
            var other = train.get(i + 1);
            var sameBeginning = one.substring(0, 5).equals(other.substring(0, 5));
            var sameEnd = one.endsWith(other.substring(other.length() - 5));
            assertTrue(sameBeginning || sameEnd, one + " and " + other);
        }
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
