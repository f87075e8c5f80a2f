package io.github.dl4jprimer.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunnerTest {
    private static final String IMPORT =
            "import static io.github.dl4jprimer.notebook.Notebook.*;\n";

    private static ExecutedNotebook run(Notebooks notebook) {
        return new NotebookRunner(Language.EN, true).run(notebook.file());
    }

    private static String text(CellOutput output) {
        return ((CellOutput.Shown) output).data().getData(MIMEType.parse("text/plain")).toString();
    }

    @Test
    void cellsAreNumberedAsJupyterCountsThemAndKeepWhatTheyShow() {
        var executed = run(new Notebooks().text("文字").code("int 数 = 2;").text("文字").code("数 + 1"));
        assertEquals(List.of(0, 1, 0, 2), executed.cells().stream().map(c -> c.number()).toList());
        assertEquals(List.of(), executed.cells().get(1).outputs());
        assertEquals("3", text(executed.cells().get(3).outputs().get(0)));
        assertEquals(Optional.empty(), executed.failure());
    }

    @Test
    void whatIsPrintedAndWhatIsDisplayedKeepTheirOrder() {
        var outputs =
                run(new Notebooks()
                                .code(
                                        IMPORT
                                                + "System.out.print(\"一\");\n"
                                                + "display(\"二\");\n"
                                                + "System.err.print(\"三\");\n"
                                                + "\"四\""))
                        .cells()
                        .get(0)
                        .outputs();
        assertEquals(new CellOutput.Printed("一"), outputs.get(0));
        assertEquals("二", text(outputs.get(1)));
        assertEquals(new CellOutput.Printed("三"), outputs.get(2));
        assertEquals("四", text(outputs.get(3)));
    }

    @Test
    void anUpdateReplacesWhatWasDisplayed() {
        var outputs =
                run(new Notebooks().code(IMPORT + "var id = display(\"旧\");\nupdate(id, \"新\");"))
                        .cells()
                        .get(0)
                        .outputs();
        assertEquals(1, outputs.size());
        assertEquals("新", text(outputs.get(0)));
    }

    @Test
    void itStopsAtTheFirstCellThatFailsAndSaysWhich() {
        var executed =
                run(
                        new Notebooks()
                                .code("int n = 0;")
                                .text("文字")
                                .code("System.out.print(n);\n1 / n")
                                .code("n"));
        assertEquals(
                Optional.of(new ExecutedNotebook.Failure(2, "ArithmeticException: / by zero")),
                executed.failure());
        assertEquals(3, executed.cells().size());
        assertEquals(
                List.of(
                        new CellOutput.Printed("0"),
                        new CellOutput.Failed(
                                List.of(
                                        "ArithmeticException: / by zero",
                                        "    cell 2, line 2:  1 / n"))),
                executed.cells().get(2).outputs());
    }

    @Test
    void aClaimThatDoesNotHoldFails() {
        var executed = run(new Notebooks().code(IMPORT + "check(1 > 2, \"甲\", \"甲\")"));
        assertTrue(executed.failure().orElseThrow().message().endsWith("甲"));
    }

    @Test
    void aValueThatCannotBeDrawnFailsItsCell() {
        var executed =
                run(
                        new Notebooks()
                                .code(
                                        "new Object() { public String toString() { throw new"
                                                + " IllegalStateException(\"no text\"); } }"));
        assertTrue(executed.failure().orElseThrow().message().contains("no text"));
    }

    @Test
    void aCellThatReadsIsToldThatNobodyWatches() {
        assertEquals(
                "IllegalStateException: standard input must be answered by somebody, got a run that"
                        + " nobody watches. Use a variable, or run the cell in Jupyter.",
                run(new Notebooks().code("System.in.read()")).failure().orElseThrow().message());
    }

    @Test
    void notebooksKnowNothingOfEachOtherAndTheStreamsComeBack() {
        var out = System.out;
        run(new Notebooks().code("int own = 1;"));
        assertTrue(run(new Notebooks().code("own")).failure().isPresent());
        assertSame(out, System.out);
    }

    @Test
    void cellsSpeakTheLanguageOfTheRunner() {
        var notebook = new Notebooks().code(IMPORT + "say(\"损失\", \"loss\")");
        for (var language : Language.values()) {
            var executed = new NotebookRunner(language, true).run(notebook.file());
            assertEquals(
                    language.choose("损失", "loss"), text(executed.cells().get(0).outputs().get(0)));
        }
    }

    @Test
    void sizesAreReducedUnlessTheRunIsFull() {
        var notebook = new Notebooks().code(IMPORT + "fullOrQuick(60, 6)");
        assertEquals("6", text(run(notebook).cells().get(0).outputs().get(0)));
        var full = new NotebookRunner(Language.EN, false).run(notebook.file());
        assertEquals("60", text(full.cells().get(0).outputs().get(0)));
    }

    @Test
    void thePageHoldsTextCodeOutputsAndPictures(@TempDir Path folder) throws IOException {
        var notebook =
                new Notebooks()
                        .text("# 标题 · Title\n\n**粗** `a<b`")
                        .code("System.out.print(\"10%\\r50%\\r100%\\n<ok>\");")
                        .code(
                                IMPORT
                                        + "display(svg(\"<svg id='s'/>\"));\n"
                                        + "html(\"<table id='t'></table>\")")
                        .code(
                                "new io.github.dl4jprimer.report.LineChart(\"损失\").line(\"a\", new"
                                        + " double[] {1, 2}, new double[] {3, 4})")
                        .code("List<String> 错 = 1;");
        var file = new NotebookPage(run(notebook)).save(folder.resolve("新"));
        assertEquals(folder.resolve("新").resolve("week1-a.html"), file);
        var page = Files.readString(file);
        assertTrue(page.contains("<title>标题 · Title</title>"));
        assertTrue(page.contains("<strong>粗</strong> <code>a&lt;b</code>"));
        assertTrue(page.contains("<pre class=\"printed\">100%\n&lt;ok&gt;</pre>"), page);
        assertTrue(page.contains("<svg id='s'/>") && page.contains("<table id='t'></table>"));
        assertTrue(page.contains("alt=\"损失\" src=\"data:image/png;base64,iVBOR"));
        assertTrue(page.contains("<pre class=\"failed\">error: incompatible types"));
        assertTrue(page.contains("List&lt;String&gt; 错 = 1;"));
    }
}
