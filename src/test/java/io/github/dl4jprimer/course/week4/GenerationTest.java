package io.github.dl4jprimer.course.week4;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week4.Generation.Texts;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    @TempDir private Path folder;

    @Test
    void aLineBeginsAndEndsWithALineEndUnlessItIsCut() {
        assertArrayEquals(new int[] {0, 5, 6, 0}, Texts.framed(new int[] {5, 6}, 4));
        assertArrayEquals(new int[] {0, 5, 6, 7, 0}, Texts.framed(new int[] {5, 6, 7}, 4));
        assertArrayEquals(new int[] {0, 5, 6, 7, 8}, Texts.framed(new int[] {5, 6, 7, 8}, 4));
    }

    /** Each line has a length of its own. */
    @Test
    void linesToMeasureOnAreNotThoseToLearnFrom() {
        var lines = IntStream.range(0, 20).mapToObj(i -> "磁".repeat(i + 1)).toList();
        var texts = Texts.of(lines, 12, 30, 1);
        var lengths = new HashSet<Integer>();
        texts.training().forEach(text -> assertTrue(lengths.add(text.length)));
        texts.heldOut().forEach(text -> assertTrue(lengths.add(text.length)));
        assertEquals(List.of(12, 8), List.of(texts.training().size(), texts.heldOut().size()));
    }

    @Test
    void latinWordsAreKeptApartAndNothingElseIs() {
        var tokens = AlarmTokens.of(List.of("load average 磁盘 95%"), 1, 9);
        int[] ids = tokens.ids("load average 磁盘 95%");
        assertEquals("load average磁盘0%", Generation.text(tokens, Texts.framed(ids, 9)));
    }

    @Test
    void withOneTokenToChooseFromEveryTemperatureWritesTheSame() {
        var experiment = new Generation();
        var settings = experiment.quick().with("topK", 1).with("samples", 2);
        var rows = LabBench.run(experiment, settings, folder).tables().get(1).table().rows();
        assertEquals(6, rows.size());
        assertEquals(1, new HashSet<>(rows.stream().map(row -> row.get(1)).toList()).size());
    }

    @Test
    void theModelMustBeATenthBelowABigram() {
        assertEquals(List.of(true), claims(lab -> Generation.conclude(lab, 300, 40, 30)));
        assertEquals(List.of(false), claims(lab -> Generation.conclude(lab, 300, 40, 37)));
        assertEquals(List.of(false), claims(lab -> Generation.conclude(lab, 30, 40, 20)));
    }
}
