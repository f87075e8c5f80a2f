package io.github.dl4jprimer.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayWidthTest {
    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertEquals(9, DisplayWidth.of("CPU：磁盘"));
        assertEquals(4, DisplayWidth.of("９％"));
        assertEquals(1, DisplayWidth.of("é"));
        assertEquals(1, DisplayWidth.of("e\u0301"));
    }

    @Test
    void paddingCountsColumnsNotCharacters() {
        assertEquals("磁盘  |", DisplayWidth.pad("磁盘", 6) + "|");
    }

    @Test
    void linesBreakBetweenWordsAndBetweenChineseCharacters() {
        assertEquals(List.of("a neuron", "votes"), DisplayWidth.wrap("a neuron votes", 10));
        assertEquals(List.of("神经元", "投票"), DisplayWidth.wrap("神经元投票", 6));
    }

    @Test
    void closingPunctuationStaysWithTheWordBefore() {
        assertEquals(List.of("神经", "元，投", "票。"), DisplayWidth.wrap("神经元，投票。", 6));
    }

    @Test
    void aWordLongerThanTheLineStandsAlone() {
        assertEquals(
                List.of("see", "MultiLayerNetwork", "now"),
                DisplayWidth.wrap("see MultiLayerNetwork now", 8));
    }
}
