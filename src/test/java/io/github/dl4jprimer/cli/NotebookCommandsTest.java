package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookCommandsTest {
    private static final String CELL =
            """
            {"cells": [{"cell_type": "code", "execution_count": 1, "id": "a", "metadata": {},
            "outputs": [], "source": "%s"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """;

    @TempDir private Path folder;
    private CliSession cli;

    @BeforeEach
    void session() {
        cli = new CliSession(folder);
    }

    private String notebook(String name, String source) {
        return cli.write(name + ".ipynb", CELL.formatted(source));
    }

    @Test
    void aRunTellsItsPageAndSucceeds() {
        var file = notebook("a", "1 + 1");
        var said = cli.done("notebooks", "run", file, "--out", cli.path("pages"));
        assertTrue(said.startsWith("✓ " + file + "  "), said);
        assertTrue(said.strip().endsWith("→ " + Path.of(cli.path("pages"), "a.html")), said);
        assertTrue(Files.exists(Path.of(cli.path("pages"), "a.html")));
    }

    @Test
    void aFailureNamesFileCellAndMessageInBothLanguages() {
        var file = notebook("a", "int 数 = 磁盘;");
        String[] words = {"notebooks", "run", file, "--out", cli.path("pages")};
        assertEquals(1, cli.run(Language.EN, words));
        assertEquals(
                "✗ %s, cell 1: error: cannot find symbol: variable 磁盘 (cell 1, line 1)"
                        .formatted(file),
                cli.out().strip());
        assertEquals(1, cli.run(Language.ZH, words));
        assertEquals(
                "✗ %s，第 1 个单元：编译错误：找不到符号: 变量 磁盘（第 1 个单元，第 1 行）".formatted(file), cli.out().strip());
        assertTrue(
                Files.exists(Path.of(cli.path("pages"), "a.html")),
                "the page is written all the same");
    }

    @Test
    void jsonIsOneObjectANotebookAndOneFailureDoesNotHideTheNext() {
        var bad = notebook("a", "1 / 0");
        var good = notebook("b", "1");
        assertEquals(
                1, cli.run("notebooks", "run", bad, good, "--json", "--out", cli.path("pages")));
        var lines =
                cli.out()
                        .lines()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .toList();
        assertEquals(2, lines.size());
        assertEquals("ArithmeticException: / by zero", lines.get(0).get("message").getAsString());
        assertEquals(1, lines.get(0).get("cell").getAsInt());
        assertTrue(lines.get(1).get("ok").getAsBoolean());
        assertEquals(good, lines.get(1).get("notebook").getAsString());
    }

    @Test
    void aFileThatIsNoNotebookIsRefused() {
        cli.refused(
                "notebook must be a readable file, got none.ipynb. See: primer notebooks list",
                "notebooks",
                "run",
                "none.ipynb");
        cli.refused(
                "FILE must be given, got nothing. Try: primer notebooks strip --help",
                "notebooks",
                "strip");
    }

    @Test
    void checkFindsAndStripMends() throws IOException {
        var file = notebook("a", "1");
        assertEquals(1, cli.run(Language.EN, "notebooks", "check", file));
        assertTrue(
                cli.out()
                        .contains(
                                file
                                        + ": block 1: outputs must be stripped: primer notebooks"
                                        + " strip"));
        assertEquals(0, cli.run("notebooks", "strip", file));
        cli.run(Language.EN, "notebooks", "check", file);
        assertTrue(!cli.out().contains("stripped"), cli.out());
        assertTrue(Files.readString(Path.of(file)).contains("\"execution_count\": null"));
    }

    @Test
    void theCoursesNotebooksAreListedAndKeepToTheRules() {
        var listed = cli.done("notebooks", "list");
        assertTrue(
                listed.contains(
                        Path.of("notebooks", "week1-neuron.ipynb") + "  一个神经元在投票 · A neuron votes"),
                listed);
        assertEquals(0, cli.run("notebooks", "check"));
        assertEquals("", cli.out());
    }

    @Test
    void theKernelIsInstalledBelowAPrefix() {
        assertEquals(0, cli.run(Language.ZH, "kernel", "install", "--prefix", cli.path("环境")));
        var kernel = Path.of(cli.path("环境"), "share", "jupyter", "kernels", "java");
        assertEquals("Java 内核已安装：" + kernel, cli.out().lines().findFirst().orElseThrow());
        assertTrue(Files.exists(kernel.resolve("kernel.json")));
        assertEquals(0, cli.run(Language.EN, "kernel", "install", "--prefix", cli.path("环境")));
        assertEquals(
                "Java kernel installed: " + kernel, cli.out().lines().findFirst().orElseThrow());
    }

    @Test
    void oneTargetIsChosenAndACommandNamed() {
        assertEquals(2, cli.run("kernel", "install", "--user", "--prefix", "x"));
        assertEquals(
                "options must not exclude each other, got two of which one must go: --user,"
                        + " --prefix=DIR. Try: primer kernel install --help",
                cli.error().strip());
        cli.refused(
                "command must be one of install, got none. Try: primer kernel --help", "kernel");
        cli.refused(
                "command must be one of check, list, run, strip, got none. Try: primer notebooks"
                        + " --help",
                "notebooks");
    }
}
