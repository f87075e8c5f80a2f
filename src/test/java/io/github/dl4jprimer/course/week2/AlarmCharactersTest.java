package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmCharactersTest {
    private static final List<String> LINES = List.of("磁盘满", "磁盘 97%", "磁带");

    @Test
    void charactersStandByFrequencyAfterTheTwoSpecialOnes() {
        var characters = AlarmCharacters.of(LINES, 2, 5);
        assertEquals(List.of("↵", "□", "磁", "盘"), characters.characters());
    }

    @Test
    void labelsAreOnePlaceAheadOfInputs() {
        var data = new AlarmCharacters(List.of("↵", "□", "磁", "盘"), 4).encode(List.of("磁盘满"));
        assertArrayEquals(new double[] {0, 2, 3, 1}, data.getFeatures().data().asDouble());
        assertArrayEquals(new double[] {2, 3, 1, 0}, data.getLabels().data().asDouble());
        assertArrayEquals(new long[] {1, 1, 4}, data.getLabels().shape());
        assertArrayEquals(new double[] {1, 1, 1, 1}, data.getLabelsMaskArray().data().asDouble());
    }

    @Test
    void whatIsBeyondTheLineEndIsMaskedAndWhatIsTooLongIsCut() {
        var data = new AlarmCharacters(List.of("↵", "□", "磁", "盘"), 3).encode(List.of("磁", "磁盘磁盘"));
        assertArrayEquals(
                new double[] {1, 1, 0, 1, 1, 1}, data.getLabelsMaskArray().data().asDouble());
        assertArrayEquals(new double[] {2, 0, 0, 2, 3, 2}, data.getLabels().data().asDouble());
    }

    @Test
    void aNumberOrAddressIsOneZero() {
        var characters = AlarmCharacters.of(List.of("1234 与 10.0.0.5"), 1, 8);
        assertEquals(List.of("↵", "□", " ", "0", "与"), characters.characters());
    }

    /** Counts plus one: ↵ 2, □ 1, a 2 of 5; "a" is a then ↵, both of 2/5. */
    @Test
    void guessingByFrequencyIsAsUnsureAsTheCountsSay() {
        var characters = new AlarmCharacters(List.of("↵", "□", "a"), 4);
        assertEquals(2.5, characters.frequencyPerplexity(List.of("a"), List.of("a")), 1e-9);
    }
}
