package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class AlarmTokensTest {
    private static final List<String> LINES = List.of("磁盘满", "磁盘坏", "盘");

    @Test
    void charactersWordsAndMarksAreTokensAndEveryNumberIsZero() {
        assertEquals(
                List.of("web", "-", "0", "磁", "盘", "0", "%"), AlarmTokens.split("web-12 磁盘 95%"));
        assertEquals(List.of("0", "cpu", ",", "0"), AlarmTokens.split("03:15:00 CPU，10.0.0.7"));
        assertEquals(List.of("cpu", "0"), AlarmTokens.split("ＣＰＵ　９５"));
        assertEquals(List.of(), AlarmTokens.split(" \t"));
    }

    @Test
    void frequentTokensComeFirstAndRareOnesAreUnknown() {
        var tokens = AlarmTokens.of(LINES, 2, 4);
        assertEquals(List.of("[PAD]", "[UNK]", "[MASK]", "盘", "磁"), tokens.tokens());
        assertArrayEquals(new int[] {4, 3, 1}, tokens.ids("磁盘满"));
    }

    /** A token that stands twice in one line is counted once. */
    @Test
    void linesAreCountedNotOccurrences() {
        assertEquals(3, AlarmTokens.of(List.of("满满", "坏"), 2, 4).size());
    }

    @Test
    void anEmptyLineIsOneUnknownTokenAndALongOneIsCut() {
        var tokens = AlarmTokens.of(LINES, 1, 2);
        assertArrayEquals(new int[] {1}, tokens.ids(""));
        assertEquals(2, tokens.ids("磁盘满了").length);
    }

    @Test
    void linesArePaddedAndTheMaskSaysWhere() {
        var examples = List.of(new TextExample("磁盘", "disk"), new TextExample("盘", "cpu"));
        var data = new TextDataset("lines", examples, List.of("cpu", "disk"), "none");
        var batch = AlarmTokens.of(LINES, 2, 3).encode(data);
        assertEquals(
                Nd4j.createFromArray(new float[][] {{4, 3, 0}, {3, 0, 0}}), batch.getFeatures());
        assertEquals(
                Nd4j.createFromArray(new float[][] {{1, 1, 0}, {1, 0, 0}}),
                batch.getFeaturesMaskArray());
        assertEquals(Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}}), batch.getLabels());
    }
}
