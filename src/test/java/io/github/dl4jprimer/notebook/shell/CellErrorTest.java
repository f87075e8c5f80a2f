package io.github.dl4jprimer.notebook.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CellErrorTest {
    private static CellShell english;
    private static CellShell chinese;

    @BeforeAll
    static void open() {
        english = new CellShell(Language.EN);
        chinese = new CellShell(Language.ZH);
    }

    @AfterAll
    static void close() {
        english.close();
        chinese.close();
    }

    private static List<String> error(int cell, String source) {
        return assertThrows(CellError.class, () -> english.evaluate(cell, source)).lines();
    }

    private static List<String> chineseError(int cell, String source) {
        return assertThrows(CellError.class, () -> chinese.evaluate(cell, source)).lines();
    }

    @Test
    void aCompileErrorHasItsCellItsLineAndACaret() {
        assertEquals(
                List.of(
                        "error: cannot find symbol: variable second (cell 3, line 2)",
                        "    int sum = first + second;",
                        "                      ^"),
                error(3, "int first = 1;\nint sum = first + second;"));
    }

    @Test
    void blankLinesBeforeASnippetAreCounted() {
        assertEquals(
                "error: cannot find symbol: method nowhere() (cell 1, line 4)",
                error(1, "\n\n\nnowhere();").get(0));
    }

    @Test
    void theCaretStandsUnderTheRightCharacterBehindChinese() {
        assertEquals(
                List.of(
                        "编译错误：不兼容的类型: java.lang.String无法转换为int（第 2 个单元，第 1 行）",
                        "    int 数量 = \"磁盘\";",
                        "               ^"),
                chineseError(2, "int 数量 = \"磁盘\";"));
    }

    @Test
    void whatDoesNotParseIsExplainedByTheCompiler() {
        assertEquals(
                List.of(
                        "error: unclosed string literal (cell 1, line 1)",
                        "    String s = \"abc",
                        "               ^"),
                error(1, "String s = \"abc"));
    }

    @Test
    void anUnfinishedCellSaysWhereItBegins() {
        assertEquals(
                List.of(
                        "the cell is unfinished, a bracket or quote is missing",
                        "    cell 4, line 2:  for (;;) {"),
                error(4, "int i = 0;\nfor (;;) {\n"));
        assertEquals("单元没有写完，缺少括号或引号", chineseError(4, "for (;;) {").get(0));
    }

    @Test
    void aNameThatNoCellBringsIsAnErrorOfTheMethodThatUsesIt() {
        assertEquals(
                List.of("error: cannot find method k() (cell 5, line 1)", "    void h() { k(); }"),
                error(5, "void h() { k(); }"));
        assertThrows(CellError.class, () -> english.evaluate(6, "h()"), "h is not kept");
    }

    @Test
    void anExceptionShowsTheLearnersLinesAlone() {
        english.evaluate(1, "int half(int n) {\n  return n / (n - n);\n}");
        assertEquals(
                List.of(
                        "ArithmeticException: / by zero",
                        "    in half, cell 1, line 2:  return n / (n - n);",
                        "    cell 2, line 3:  half(8)"),
                error(2, "int x = 1;\n\nhalf(8)"));
    }

    @Test
    void framesOfTheLibraryAndTheJdkAreLeftOut() {
        var lines =
                error(
                        7,
                        "Stream.of(1).map(v -> io.github.dl4jprimer.scratch.Neuron.of(null, 0, 1)"
                                + ".votes(org.nd4j.linalg.factory.Nd4j.ones(2))).toList()");
        assertEquals(
                "IllegalArgumentException: input must be of shape [1], got shape [2]. Give one"
                        + " number a weight.",
                lines.get(0));
        assertTrue(
                lines.stream().skip(1).allMatch(line -> line.startsWith("    cell 7, line 1:  ")));
        assertEquals(3, lines.size(), "the lambda and the cell");
    }

    @Test
    void causesAreTold() {
        assertEquals(
                List.of(
                        "IllegalStateException: outer",
                        "    cell 8, line 1:  throw new IllegalStateException(\"outer\", new"
                                + " RuntimeException(\"inner\"));",
                        "caused by RuntimeException: inner",
                        "    cell 8, line 1:  throw new IllegalStateException(\"outer\", new"
                                + " RuntimeException(\"inner\"));"),
                error(
                        8,
                        "throw new IllegalStateException(\"outer\", new"
                                + " RuntimeException(\"inner\"));"));
        assertEquals(
                "原因：RuntimeException",
                chineseError(8, "throw new Exception(new RuntimeException());").get(2));
    }

    @Test
    void aRecursionWithoutAnEndIsCutShort() {
        var lines = error(9, "int f(int n) { return f(n + 1); }\nf(0)");
        assertEquals("StackOverflowError", lines.get(0));
        assertEquals(12, lines.size());
        assertTrue(lines.get(11).matches(" {4}\\.\\.\\. \\d+ calls more"), lines.get(11));
    }

    @Test
    void anErrorWithoutLinesIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new CellError(List.of()));
        assertEquals(
                "lines must hold at least one, got none. Say what went wrong.", e.getMessage());
    }

    @Test
    void anErrorHasNoStackTraceOfItsOwn() {
        assertEquals(0, new CellError(List.of("a")).getStackTrace().length);
    }
}
