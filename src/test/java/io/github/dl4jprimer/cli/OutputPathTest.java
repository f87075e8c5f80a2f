package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPathTest {
    @TempDir private Path folder;

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(BadInput.class, call::run).getMessage());
    }

    @Test
    void whatExistsOrCanBeMadeIsReturnedAndNotMade() throws IOException {
        var deep = folder.resolve("新").resolve("b").resolve("page.html");
        assertEquals(deep, OutputPath.file("--out", deep));
        assertEquals(deep, OutputPath.folder("--out", deep));
        assertFalse(Files.exists(folder.resolve("新")));
        assertEquals(folder, OutputPath.folder("--runs", folder));
        var old = Files.writeString(folder.resolve("old.html"), "old");
        assertEquals(old, OutputPath.file("--out", old));
        assertEquals(Path.of("here.html"), OutputPath.file("--out", Path.of("here.html")));
    }

    @Test
    void aFolderIsNoFileAndAFileNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "a");
        refused(
                "--out must be a file, got the folder " + folder + ". Add a file name.",
                () -> OutputPath.file("--out", folder));
        refused(
                "--runs must be a folder, got the file " + file + ". Choose another name.",
                () -> OutputPath.folder("--runs", file));
    }

    @Test
    void nothingIsWrittenBelowAFile() throws IOException {
        var below = Files.writeString(folder.resolve("a.txt"), "a").resolve("b").resolve("c");
        var message =
                "--out must be in a folder that can be written, got "
                        + below
                        + ". Choose another place.";
        refused(message, () -> OutputPath.file("--out", below));
        refused(message, () -> OutputPath.folder("--out", below));
    }
}
