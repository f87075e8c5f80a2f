package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextDatasetTest {
    private static final List<TextExample> THREE =
            List.of(
                    new TextExample("磁盘满", "disk"),
                    new TextExample("负载高", "cpu"),
                    new TextExample("分区满", "disk"));

    @Test
    void classIndicesFollowTheOrderOfTheLabels() {
        var data = new TextDataset("t", THREE, List.of("disk", "cpu"), "0");
        assertArrayEquals(new int[] {0, 1, 0}, data.classes());
        assertEquals(List.of("cpu", "disk"), TextDataset.of("t", THREE, "0").labels());
        assertArrayEquals(new int[] {1, 0, 1}, TextDataset.of("t", THREE, "0").classes());
    }

    @Test
    void rowsArePickedInTheGivenOrderAndKeepClassesAndChecksum() {
        var picked = new TextDataset("t", THREE, List.of("disk", "cpu"), "abc").rows(2, 1);
        assertEquals(List.of("分区满", "负载高"), picked.texts());
        assertEquals(List.of("disk", "cpu"), picked.labels());
        assertEquals("abc", picked.checksum());
    }

    @Test
    void firstPerClassTakesThatManyOfEachClass() {
        var one = TextDataset.of("t", THREE, "0").firstPerClass(1);
        assertEquals(List.of("磁盘满", "负载高"), one.texts());
        assertEquals(3, TextDataset.of("t", THREE, "0").firstPerClass(5).size());
    }

    @Test
    void aLabelThatNamesNoClassIsRejected() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new TextDataset("t", THREE, List.of("disk"), "0"));
        assertEquals(
                "label must be one of [disk], got \"cpu\". Correct it or add the class.",
                error.getMessage());
    }

    @Test
    void noExamplesAndRepeatedClassesAreRejected() {
        var empty =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TextDataset.of("mine", List.of(), "0"));
        assertEquals(
                "examples must be at least one, got 0. Check the file mine came from.",
                empty.getMessage());
        var twice =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new TextDataset("t", THREE, List.of("disk", "cpu", "cpu"), "0"));
        assertEquals("labels must be distinct, got \"cpu\" twice. Remove one.", twice.getMessage());
    }

    @Test
    void blankTextsAndLabelsAreRejected() {
        var text = assertThrows(IllegalArgumentException.class, () -> new TextExample(" ", "disk"));
        assertEquals(
                "text must be a line with characters, got a blank one. Leave the example out.",
                text.getMessage());
        var label = assertThrows(IllegalArgumentException.class, () -> new TextExample("满", "\t"));
        assertEquals(
                "label must be the name of a class, got a blank one. Label the text \"满\".",
                label.getMessage());
    }
}
