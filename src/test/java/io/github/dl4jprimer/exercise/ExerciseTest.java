package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ExerciseTest {
    private static final List<String> HINTS = List.of("a", "b", "c");
    private static final ExerciseText TEXT =
            new ExerciseText("t", HINTS, Map.of("one", "1", "two", "2"));

    private static Exercise named(String id) {
        return new Exercise(id, Map.of(Language.ZH, TEXT, Language.EN, TEXT));
    }

    @Test
    void everyNameFollowsFromTheId() {
        var exercise = named("w1-dl4j-mlp");
        assertEquals(1, exercise.week());
        assertEquals("Dl4jMlp", exercise.simpleName());
        assertEquals("io.github.dl4jprimer.exercises.week1.Dl4jMlp", exercise.className());
        assertEquals("io.github.dl4jprimer.exercises.week1.Dl4jMlpCheck", exercise.checkName());
        assertEquals("TODO w1-dl4j-mlp", exercise.todo());
        assertEquals(4, named("w4-mlm-loss").week());
    }

    @Test
    void anIdOfAnotherFormIsRejected() {
        for (var id :
                List.of("w5-softmax", "w0-softmax", "softmax", "w1-", "w1-Softmax", "w1--a")) {
            var error = assertThrows(IllegalArgumentException.class, () -> named(id), id);
            assertEquals(
                    "id must be w1- to w4- and a name such as w1-softmax, got "
                            + id
                            + ". Rename the exercise.",
                    error.getMessage());
        }
    }

    @Test
    void bothLanguagesAreNeeded() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Exercise("w1-a", Map.of(Language.EN, TEXT)));
        assertEquals(
                "texts must be in [ZH, EN], got [EN] for w1-a. Write the missing one.",
                error.getMessage());
    }

    @Test
    void bothLanguagesNameTheSameMistakes() {
        var other = new ExerciseText("t", HINTS, Map.of("one", "1", "three", "3"));
        var texts = Map.of(Language.ZH, TEXT, Language.EN, other);
        var error = assertThrows(IllegalArgumentException.class, () -> new Exercise("w1-a", texts));
        assertEquals(
                "mistakes must be the same in both languages, got %s and %s for w1-a. Write the missing ones."
                        .formatted(TEXT.mistakes().keySet(), other.mistakes().keySet()),
                error.getMessage());
    }

    @Test
    void aTextIsComplete() {
        var two = Map.of("one", "1", "two", "2");
        incomplete("'t', 2 and 2", () -> new ExerciseText("t", List.of("a", "b"), two));
        incomplete("'t', 3 and 1", () -> new ExerciseText("t", HINTS, Map.of("one", "1")));
        incomplete("' ', 3 and 2", () -> new ExerciseText(" ", HINTS, two));
    }

    private static void incomplete(String got, Executable make) {
        assertEquals(
                "text must have a title, 3 hints and at least 2 mistakes, got "
                        + got
                        + ". Complete the resource.",
                assertThrows(IllegalArgumentException.class, make).getMessage());
    }
}
