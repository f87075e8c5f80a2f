package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenFrequenciesTest {
    private static final List<int[]> TEXTS = List.of(new int[] {0, 1, 2, 1}, new int[] {0, 1});

    /** Of 4 tokens 3 are a 1 and one is a 2; with one more of each of three, 4, 2 and 1 of 7. */
    @Test
    void aUnigramGuessesByFrequency() {
        var counts = TokenFrequencies.of(TEXTS, 3);
        double one = -Math.log(4 / 7.0);
        double two = -Math.log(2 / 7.0);
        assertEquals(
                Math.exp((one + two) / 2),
                counts.unigramPerplexity(List.of(new int[] {0, 1, 2})),
                1e-9);
    }

    /** After 0 comes 1 both times: (2 + 5 · 4/7) / (2 + 5); after 1 comes 2 once of once. */
    @Test
    void aBigramKnowsTheTokenBefore() {
        var counts = TokenFrequencies.of(TEXTS, 3);
        double first = -Math.log((2 + 5 * 4 / 7.0) / 7);
        double second = -Math.log((1 + 5 * 2 / 7.0) / 6);
        assertEquals(
                Math.exp((first + second) / 2),
                counts.bigramPerplexity(List.of(new int[] {0, 1, 2})),
                1e-9);
    }

    @Test
    void whatWasNeverSeenIsPossible() {
        var counts = TokenFrequencies.of(TEXTS, 4);
        double surprise = counts.bigramPerplexity(List.of(new int[] {3, 3}));
        assertTrue(Double.isFinite(surprise) && surprise > 4, String.valueOf(surprise));
    }
}
