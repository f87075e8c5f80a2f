package io.github.dl4jprimer.notebook.browser;

import static io.github.dl4jprimer.notebook.InstalledProgram.CHROMEDRIVER;
import static io.github.dl4jprimer.notebook.InstalledProgram.CHROMIUM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.Drives;
import io.github.dl4jprimer.notebook.run.NotebookFile;
import io.github.dl4jprimer.notebook.run.NotebookPage;
import io.github.dl4jprimer.notebook.run.NotebookRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that {@code primer notebooks run} writes, in a browser. */
@Tag("slow")
@Drives({CHROMIUM, CHROMEDRIVER})
class ExecutedPageTest {
    @TempDir private static Path scratch;
    @TempDir private Path folder;
    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start(scratch);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "week1-neuron, 3",
        "week2-optimizer-paths, 1",
        "week3-overfitting, 1",
        "week4-attention, 1"
    })
    void itShowsChartsAndChinese(String name, int charts) {
        var executed =
                new NotebookRunner(Language.ZH, true)
                        .run(NotebookFile.read(Path.of("notebooks", name + ".ipynb")));
        assertEquals(Optional.empty(), executed.failure());
        browser.page().get(new NotebookPage(executed).save(folder).toUri().toString());
        browser.screenshot("page-" + name);
        PagePictures.assertDrawn(charts, browser.pictures("img"));
        PagePictures.assertWritten(browser.writing());
    }
}
