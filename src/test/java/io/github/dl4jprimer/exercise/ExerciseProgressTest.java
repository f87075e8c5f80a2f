package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseProgressTest {
    private static final Verdict SOLVED =
            Verdict.of(List.of(new Verdict.CheckResult("a", false, null)), "");
    private static final Verdict TODO =
            Verdict.of(List.of(new Verdict.CheckResult("a", true, null)), "");

    private final Exercise exercise = ExampleExercise.exercise();
    @TempDir private Path root;

    private ExerciseProgress progress() {
        return new ExerciseProgress(root.resolve(".primer").resolve("progress.json"));
    }

    @Test
    void whatWasSolvedIsRememberedForExactlyThatSource() {
        progress().checked(exercise, Optional.of("right"), SOLVED);
        assertTrue(progress().solved(exercise, Optional.of("right")));
        assertFalse(progress().solved(exercise, Optional.of("right ")));
        assertFalse(progress().solved(exercise, Optional.empty()));
        progress().checked(exercise, Optional.of("wrong"), TODO);
        assertFalse(progress().solved(exercise, Optional.of("right")));
    }

    @Test
    void nothingIsSolvedAtFirstAndNoFileIsWritten() {
        assertFalse(progress().solved(exercise, Optional.of("")));
        progress().checked(exercise, Optional.of("x"), TODO);
        assertFalse(Files.exists(progress().file()));
    }

    @Test
    void hintsAreCountedUpToTheLast() {
        for (var expected : List.of(1, 2, 3, 3)) {
            assertEquals(expected, progress().nextHint(exercise));
        }
        progress().checked(exercise, Optional.of("right"), SOLVED);
        assertEquals(3, progress().of(exercise).hints());
    }

    @Test
    void anExerciseIsSkippedUntilItIsSolved() {
        progress().skip(exercise);
        progress().checked(exercise, Optional.of("x"), TODO);
        assertTrue(progress().of(exercise).skipped());
        progress().checked(exercise, Optional.of("right"), SOLVED);
        assertFalse(progress().of(exercise).skipped());
    }

    @Test
    void nothingHalfWrittenIsLeft() throws IOException {
        progress().skip(exercise);
        try (var files = Files.list(progress().file().getParent())) {
            assertEquals(List.of(progress().file()), files.toList());
        }
    }

    @Test
    void aFileThatIsNoProgressIsToldAndLeftAlone() throws IOException {
        Files.createDirectories(progress().file().getParent());
        for (var text : List.of("{", "[1]", "", "{\"w3-half\": {\"hints\": 1}}", "{\"a\": null}")) {
            Files.writeString(progress().file(), text);
            var error = assertThrows(BadInput.class, () -> progress().skip(exercise), text);
            assertEquals(
                    "progress must be what 'primer exercises' wrote, got something else (%s). Delete it; 'primer exercises grade' finds out again what is solved."
                            .formatted(progress().file()),
                    error.getMessage());
            assertEquals(text, Files.readString(progress().file()));
        }
    }
}
