package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] NEW = {7, 8, 9};

    @TempDir private Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void foldersAreMadeAndNothingIsLeftBeside() throws IOException {
        var file = folder.resolve("新/b/page.html");
        WholeFile.write(file, NEW);
        assertEquals(3, Files.size(file));
        WholeFile.write(folder.resolve("page.html"), NEW);
        assertEquals(List.of("page.html", "新"), names());
    }

    @Test
    void whatWasThereIsReplacedByAShorterFile() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "much longer than before");
        WholeFile.write(file, NEW);
        assertEquals(3, Files.size(file));
    }

    @Test
    void anEmptyFolderIsNotReplaced() throws IOException {
        var inTheWay = Files.createDirectory(folder.resolve("a"));
        var failure =
                assertThrows(UncheckedIOException.class, () -> WholeFile.write(inTheWay, NEW));
        assertInstanceOf(FileAlreadyExistsException.class, failure.getCause());
        assertTrue(Files.isDirectory(inTheWay));
        assertEquals(List.of("a"), names());
    }

    @Test
    void aChartAndAPageThatFailLeaveTheOldOnesAlone() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "old");
        var chart = new LineChart("a").line("a", new double[] {1}, new double[] {1});
        assertThrows(UncheckedIOException.class, () -> chart.save(file.resolve("a.png")));
        var page = HtmlReport.of("a", io.github.dl4jprimer.language.Language.EN);
        assertThrows(UncheckedIOException.class, () -> page.save(file.resolve("a.html")));
        assertThrows(IllegalArgumentException.class, () -> new LineChart("a").save(file));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("file"), names());
    }
}
