package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingOptionsTest {
    private static final EncodingOptions DEFAULTS = EncodingOptions.defaults();

    private static void refused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "9,6,5,3", "9,6,6,3", "2,9,5,2", "9,2,5,3", "5,5,5,3", "5,5,4,2", "0,9,4,0", "3,2,5,3"
    })
    void theLongerTextGivesWayFirst(int first, int second, int room, int kept) {
        assertEquals(kept, Truncation.LONGEST_FIRST.keptOfFirst(first, second, room));
        assertEquals(kept, byOneAtATime(first, second, room));
    }

    /** As HuggingFace does it. */
    private static int byOneAtATime(int first, int second, int room) {
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return first;
    }

    @Test
    void theLongestIsFoundAsIfOneTokenWentAtATime() {
        for (int first = 0; first < 12; first++) {
            for (int second = 0; second < 12; second++) {
                for (int room = 0; room < 24; room++) {
                    assertEquals(
                            byOneAtATime(first, second, room),
                            Truncation.LONGEST_FIRST.keptOfFirst(first, second, room));
                }
            }
        }
    }

    @Test
    void aNamedTextMustBeLongEnoughToGiveWay() {
        assertEquals(1, Truncation.ONLY_FIRST.keptOfFirst(5, 4, 5));
        assertEquals(4, Truncation.ONLY_SECOND.keptOfFirst(4, 5, 5));
        refused(
                "first text must have more than the 5 tokens to cut, got 5. Truncate the longest"
                        + " first, or allow more tokens.",
                () -> Truncation.ONLY_FIRST.keptOfFirst(5, 4, 4));
        refused(
                "second text must have more than the 2 tokens to cut, got 0. Truncate the longest"
                        + " first, or allow more tokens.",
                () -> Truncation.ONLY_SECOND.keptOfFirst(5, 0, 3));
    }

    @Test
    void lengthsThatCannotBeAreRefused() {
        refused(
                "maxLength must be at least 1, got 0. Count tokens, special ones included.",
                () -> DEFAULTS.withMaxLength(0));
        refused(
                "paddedLength must be at least 0, got -1. Count tokens, special ones included.",
                () -> DEFAULTS.withPaddedLength(-1));
        refused(
                "paddedMultiple must be at least 1, got 0. Count tokens, special ones included.",
                () -> DEFAULTS.withPaddedMultiple(0));
        refused(
                "paddedLength must be at most maxLength 8, got 9. Allow as many tokens as you pad"
                        + " to.",
                () -> DEFAULTS.withMaxLength(8).withPaddedLength(9));
    }

    @Test
    void anEncodingHasAsManyOfEverything() {
        refused(
                "encoding must have as many of everything as ids, 1, got 1 segment ids, 2 mask"
                        + " entries, 1 tokens. Make it with BertTokenizer.",
                () -> new Encoding(new int[1], new int[1], new int[2], List.of("a")));
    }
}
