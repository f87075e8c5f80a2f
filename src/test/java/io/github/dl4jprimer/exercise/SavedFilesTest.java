package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFilesTest {
    private final Exercise exercise = ExampleExercise.exercise();
    @TempDir private Path root;
    private Path file;
    private SavedFiles files;

    @BeforeEach
    void watch() throws IOException {
        Files.createDirectories(root.resolve("src/checks/java"));
        Files.createDirectories(root.resolve("src/exercises/java"));
        var folder = new ExerciseFolder(root);
        file = folder.learner(exercise);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "one");
        files = new SavedFiles(folder, List.of(exercise));
        assertEquals(Optional.empty(), files.next());
    }

    private void noticedOnce() {
        assertEquals(Optional.empty(), files.next(), "not settled yet");
        assertEquals(Optional.of(exercise), files.next());
        assertEquals(Optional.empty(), files.next());
        assertEquals(Optional.empty(), files.next());
    }

    @Test
    void aFileWrittenInPlaceIsNoticed() throws IOException {
        Files.writeString(file, "longer");
        noticedOnce();
    }

    @Test
    void aFileReplacedByARenameIsNoticed() throws IOException {
        var time = Files.getLastModifiedTime(file);
        var other = Files.writeString(file.resolveSibling("Half.java~"), "two");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        noticedOnce();
    }

    @Test
    void aDeletedFileIsNoticedAndItsReturn() throws IOException {
        Files.delete(file);
        noticedOnce();
        Files.writeString(file, "two");
        noticedOnce();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsWaitedFor() throws IOException {
        Files.writeString(file, "half");
        assertEquals(Optional.empty(), files.next());
        Files.writeString(file, "half and");
        noticedOnce();
    }

    @Test
    void whatIsKnownIsNoNews() throws IOException {
        Files.writeString(file, "mine, and longer");
        files.known(exercise);
        assertEquals(Optional.empty(), files.next());
        assertEquals(Optional.empty(), files.next());
    }
}
