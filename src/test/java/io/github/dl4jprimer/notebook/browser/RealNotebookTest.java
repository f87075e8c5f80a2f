package io.github.dl4jprimer.notebook.browser;

import static io.github.dl4jprimer.notebook.InstalledProgram.CHROMEDRIVER;
import static io.github.dl4jprimer.notebook.InstalledProgram.CHROMIUM;
import static io.github.dl4jprimer.notebook.InstalledProgram.NOTEBOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.notebook.Drives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A notebook of the course in a real Notebook server, driven through a browser: all cells have been
 * run when a test begins, and each test works in cells that it adds.
 */
@Tag("slow")
@Drives({CHROMIUM, CHROMEDRIVER, NOTEBOOK})
class RealNotebookTest {
    private static final String FILE = "week1-neuron.ipynb";
    private static final int CODE_CELLS = 6;

    @TempDir private static Path scratch;
    @TempDir private static Path folder;
    private static Chromium browser;
    private static NotebookServer server;
    private static ClassicNotebook notebook;
    private static List<String> errors;
    private static List<String> numbers;

    @BeforeAll
    static void runAllCells() throws IOException, InterruptedException {
        browser = Chromium.start(scratch);
        server = NotebookServer.start(folder);
        Files.copy(Path.of("notebooks", FILE), server.notebooks().resolve(FILE));
        notebook = ClassicNotebook.open(browser, server.address(FILE));
        notebook.runAll();
        errors = notebook.errors();
        numbers = notebook.numbers();
        browser.screenshot("notebook");
    }

    @AfterAll
    static void stop() {
        try {
            if (browser != null) {
                browser.close();
            }
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    void allCellsRunToTheEndWithoutAnError() {
        assertEquals(List.of(), errors);
        assertEquals(
                IntStream.rangeClosed(1, CODE_CELLS).mapToObj("In [%d]:"::formatted).toList(),
                numbers);
    }

    @Test
    void chartsAreNonEmptyPictures() {
        PagePictures.assertDrawn(3, browser.pictures(".output img"));
    }

    @Test
    void chineseIsNotBoxes() {
        PagePictures.assertWritten(browser.writing());
    }

    @Test
    void aBusyLoopIsInterruptedAndTheKernelLivesOn() {
        notebook.run("int 留下 = 41;");
        notebook.start("System.out.println(\"开始\"); while (true) { Thread.onSpinWait(); }");
        notebook.await("开始");
        notebook.interrupt();
        assertEquals("开始\n单元已中断", notebook.shown());
        assertTrue(notebook.run("留下 + 1").endsWith("\n42"), notebook.shown());
        browser.screenshot("interrupted");
    }

    @Test
    void aRestartForgetsVariables() {
        notebook.run("int 忘掉 = 41;");
        assertTrue(notebook.run("忘掉 + 1").endsWith("\n42"), notebook.shown());
        notebook.restart();
        assertTrue(
                notebook.run("忘掉 + 1").startsWith("编译错误：找不到符号: 变量 忘掉（第 1 个单元，第 1 行）"),
                notebook.shown());
        browser.screenshot("restarted");
    }

    @Test
    void tabOffersTheMethodsOfAnArray() {
        notebook.run("var 单位阵 = org.nd4j.linalg.factory.Nd4j.eye(2);");
        assertEquals(List.of("mmul(", "mmuli("), notebook.completions("单位阵.mmu"));
    }
}
