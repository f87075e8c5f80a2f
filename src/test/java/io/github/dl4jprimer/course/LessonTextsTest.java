package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTextsTest {
    private static final List<String> LINES =
            List.of(
                    "# 第 1 周",
                    "",
                    "引言。",
                    "## neuron | 神经元投票",
                    "第一段。",
                    "",
                    "第二段。",
                    "### w1-neuron | 三条告警",
                    "看表格。");

    @Test
    void eachHeadingHasItsTitleAndParagraphs() {
        var texts = LessonTexts.parse(LINES);
        assertEquals(List.of("week", "neuron", "w1-neuron"), texts.ids());
        assertEquals("第 1 周", texts.entry(LessonTexts.WEEK).title());
        assertEquals("神经元投票", texts.entry("neuron").title());
        assertEquals(List.of("第一段。", "第二段。"), texts.entry("neuron").paragraphs());
    }

    @Test
    void anIdThatStandsTwiceIsRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> LessonTexts.parse(List.of("## a | x", "## a | y")));
        assertEquals("heading must be unique, got a twice.", error.getMessage());
    }

    @Test
    void aMissingEntryIsNamed() {
        var texts = LessonTexts.parse(LINES);
        assertThrows(IllegalArgumentException.class, () -> texts.entry("dropout"));
    }
}
