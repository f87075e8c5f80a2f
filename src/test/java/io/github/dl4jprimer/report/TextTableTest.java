package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.DisplayWidth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static TextTable table() {
        return TextTable.of("优化器", "准确率", "n").row("Adam", 0.95, 5).row("动量法", 0.9, 12);
    }

    @Test
    void alignsChineseAsTwoColumns() {
        assertEquals(
                """
                优化器  准确率   n
                ──────  ──────  ──
                Adam    0.9500   5
                动量法  0.9000  12
                """,
                table().text());
    }

    @Test
    void everyLineEndsAtTheSameColumn() {
        List<Integer> widths = table().text().lines().map(DisplayWidth::of).distinct().toList();
        assertEquals(List.of(18), widths);
    }

    @Test
    void setsAColumnWithAnyTextFlushLeft() {
        assertEquals("a\n──\n1\nxx\n", TextTable.of("a").row(1).row("xx").text());
    }

    @Test
    void writesSummariesWithTheirSpread() {
        assertTrue(TextTable.of("a").row(Summary.of(1, 2, 3)).text().contains("2.0 ± 1.0"));
    }

    @Test
    void writesMarkdownWithEscapedBars() {
        assertEquals(
                "| a | b |\n| --- | ---: |\n| x\\|y z | 1 |\n",
                TextTable.of("a", "b").row("x|y\nz", 1).markdown());
    }

    @Test
    void writesCsvWithQuotesWhereNeeded() {
        assertEquals(
                "a,b\n\"x,\"\"y\"\"\",1\n\"l1\r\nl2\",2\n",
                TextTable.of("a", "b").row("x,\"y\"", 1).row("l1\r\nl2", 2).csv());
    }

    @Test
    void writesHtmlWithEverythingEscaped() {
        String html = TextTable.of("<a>", "n").row("<script>alert('&')</script>", 1).html();
        assertTrue(html.contains("<th style=\"text-align: left\">&lt;a&gt;</th>"), html);
        assertTrue(
                html.contains(
                        "<td style=\"text-align:"
                            + " left\">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</td>"),
                html);
        assertTrue(html.contains("<td class=\"number\" style=\"text-align: right\">1</td>"), html);
    }

    @Test
    void refusesARowOfAnotherLength() {
        var failure =
                assertThrows(IllegalArgumentException.class, () -> TextTable.of("a", "b").row(1));
        assertEquals(
                "cells must be as many as head (2), got 1. Give one for each.",
                failure.getMessage());
    }

    @Test
    void aLineBreakInACellDoesNotBreakTheTable() {
        var table = TextTable.of("a", "b").row("x\ny", "z").row("1\r\n2", 2);
        assertEquals("a    b\n───  ─\nx y  z\n1 2  2\n", table.text());
    }

    @Test
    void mixedWidthsStayAligned() {
        String text =
                TextTable.of("名称", "value")
                        .row("（全角）", 1)
                        .row("half", -20.5)
                        .row("混合mixed", Double.NaN)
                        .row("ｆｕｌｌ", 1e-9)
                        .text();
        List<Integer> ends = text.lines().map(DisplayWidth::of).distinct().toList();
        assertEquals(1, ends.size(), text);
        assertTrue(text.contains("n/a\n"), text);
    }

    @Test
    void anEmptyTableIsItsHead() {
        var table = TextTable.of("a", "bc");
        assertEquals("a  bc\n─  ──\n", table.text());
        assertEquals("a,bc\n", table.csv());
        assertEquals(List.of(), table.rows());
        var none = assertThrows(IllegalArgumentException.class, () -> TextTable.of());
        assertEquals(
                "head must be at least one, got none. Add data before drawing.", none.getMessage());
    }

    @Test
    void doublesHaveFourDigitsAndWholeNumbersAll() {
        var row =
                TextTable.of("a", "b", "c", "d", "e")
                        .row(1 / 3.0, 2f / 3, 123456789L, true, null)
                        .rows()
                        .get(0);
        assertEquals(List.of("0.3333", "0.6667", "123456789", "true", "null"), row);
    }
}
