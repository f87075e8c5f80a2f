package io.github.dl4jprimer.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicWriteTest {
    @TempDir Path folder;

    @Test
    void writesAFileIntoAFolderThatDoesNotExistYet() throws IOException {
        var target = folder.resolve("new/a.txt");
        AtomicWrite.file(target, path -> Files.writeString(path, "text"));
        assertEquals("text", Files.readString(target));
        assertEquals(List.of("a.txt"), names(target.getParent()));
    }

    @Test
    void whatIsWrittenIsReadableByThoseWhoMayReadOrdinaryFiles() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var file = folder.resolve("a.txt");
        AtomicWrite.file(file, path -> Files.writeString(path, "text"));
        var ordinary = Files.writeString(folder.resolve("b.txt"), "text");
        assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(file));
        var model = folder.resolve("model");
        AtomicWrite.folder(model, path -> Files.writeString(path.resolve("c.txt"), "text"));
        assertEquals(
                Files.getPosixFilePermissions(Files.createDirectory(folder.resolve("plain"))),
                Files.getPosixFilePermissions(model));
    }

    @Test
    void aFileIsKeptWhenWritingTheNewOneFails() throws IOException {
        var target = Files.writeString(folder.resolve("a.txt"), "old");
        assertThrows(
                UncheckedIOException.class,
                () ->
                        AtomicWrite.file(
                                target,
                                path -> {
                                    Files.writeString(path, "half");
                                    throw new IOException("disk full");
                                }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("a.txt"), names(folder));
    }

    @Test
    void aFolderIsReplacedWhole() throws IOException {
        var target = Files.createDirectory(folder.resolve("model"));
        Files.writeString(target.resolve("old.txt"), "old");
        AtomicWrite.folder(target, path -> Files.writeString(path.resolve("new.txt"), "new"));
        assertEquals(List.of("new.txt"), names(target));
        assertEquals(List.of("model"), names(folder));
    }

    @Test
    void aFolderIsKeptWhenWritingTheNewOneFails() throws IOException {
        var target = Files.createDirectory(folder.resolve("model"));
        Files.writeString(target.resolve("old.txt"), "old");
        assertThrows(
                IllegalStateException.class,
                () ->
                        AtomicWrite.folder(
                                target,
                                path -> {
                                    Files.writeString(path.resolve("new.txt"), "half");
                                    throw new IllegalStateException("no vocabulary");
                                }));
        assertEquals(List.of("old.txt"), names(target));
        assertEquals(List.of("model"), names(folder));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
