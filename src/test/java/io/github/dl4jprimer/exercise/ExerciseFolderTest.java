package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseFolderTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 14, 15, 9, 26);

    private final Exercise exercise = ExampleExercise.exercise();
    @TempDir private Path root;
    private ExerciseFolder folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(root.resolve("src/exercises/java"));
        Files.createDirectories(root.resolve("src/checks/java"));
        folder = new ExerciseFolder(root);
        write(folder.solution(exercise), ExampleExercise.SOLUTION);
        write(folder.learner(exercise), ExampleExercise.skeleton());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path kept(String name) {
        return root.resolve(".primer/kept").resolve(name);
    }

    @Test
    void filesLieWhereTheirClassesDo() {
        assertEquals(
                root.resolve("src/exercises/java/io/github/dl4jprimer/exercises/week3/Half.java"),
                folder.learner(exercise));
        assertEquals(
                root.resolve("src/checks/java/io/github/dl4jprimer/exercises/week3/HalfCheck.java"),
                folder.check(exercise));
    }

    @Test
    void resetKeepsEveryWorkInADatedCopy() throws IOException {
        write(folder.learner(exercise), "first");
        assertEquals(Optional.of(kept("Half-20260314-150926.java")), folder.reset(exercise, NOW));
        assertEquals(ExampleExercise.skeleton(), folder.learnerText(exercise).orElseThrow());
        write(folder.learner(exercise), "second");
        assertEquals(Optional.of(kept("Half-20260314-150926-2.java")), folder.reset(exercise, NOW));
        assertEquals("first", Files.readString(kept("Half-20260314-150926.java")));
        assertEquals("second", Files.readString(kept("Half-20260314-150926-2.java")));
    }

    @Test
    void bytesThatAreNoTextAreKeptAsTheyAre() throws IOException {
        var bytes = new byte[] {(byte) 0xC4, (byte) 0xE3, 0x0A};
        Files.write(folder.learner(exercise), bytes);
        var copy = folder.reset(exercise, NOW).orElseThrow();
        assertEquals(-1, Files.mismatch(copy, Files.write(root.resolve("same"), bytes)));
    }

    @Test
    void resetOfWhatIsUntouchedKeepsNothing() {
        assertEquals(Optional.empty(), folder.reset(exercise, NOW));
        assertFalse(Files.exists(root.resolve(".primer")));
    }

    @Test
    void resetRestoresADeletedFile() throws IOException {
        Files.delete(folder.learner(exercise));
        assertEquals(Optional.empty(), folder.learnerText(exercise));
        assertEquals(Optional.empty(), folder.reset(exercise, NOW));
        assertEquals(ExampleExercise.skeleton(), folder.learnerText(exercise).orElseThrow());
    }

    @Test
    void nothingIsTouchedIfTheSolutionIsGone() throws IOException {
        write(folder.learner(exercise), "work");
        Files.delete(folder.solution(exercise));
        var error = assertThrows(BadInput.class, () -> folder.reset(exercise, NOW));
        var file = folder.solution(exercise);
        assertEquals(
                "file must exist, got none at %s. Restore it: git checkout -- '%s'"
                        .formatted(file, file),
                error.getMessage());
        assertEquals("work", Files.readString(folder.learner(exercise)));
    }

    @Test
    void aFolderWithoutExercisesIsRejected(@TempDir Path empty) {
        var error = assertThrows(BadInput.class, () -> ExerciseFolder.find(empty.toString()));
        assertEquals(
                "project folder must hold src/exercises/java and src/checks/java, got %s. Set PRIMER_EXERCISES to the folder of dl4j-primer."
                        .formatted(empty),
                error.getMessage());
        assertTrue(Files.exists(ExerciseFolder.find(null).root().resolve("pom.xml")));
    }
}
