package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final List<String> LINES =
            """
            # The exercises of week 9

            ## w1-a | Title: with a colon

            - hint: first: go
            - hint: second
            - hint: third
            - wrong-axis: the wrong one.
            - sum-not-mean: the sum.

            ## w1-b | 另一个
            - hint: 一
            - hint: 二
            - hint: 三
            - x: 错。
            - y: 也错。
            """
                    .lines()
                    .toList();

    @Test
    void theFirstEightAreThoseOfTheSyllabus() {
        assertEquals(
                List.of(
                        "w1-tensors",
                        "w1-rule-baseline",
                        "w1-neuron",
                        "w1-activations",
                        "w1-activation-derivatives",
                        "w1-softmax",
                        "w1-cross-entropy",
                        "w1-linear-regression"),
                Catalogue.all().subList(0, 8).stream().map(Exercise::id).toList());
    }

    @Test
    void bothLanguagesHaveTheSameExercisesInTheSameOrder() {
        for (int week = 1; week <= 4; week++) {
            assertEquals(
                    List.copyOf(ExerciseTexts.of(week, Language.ZH).keySet()),
                    List.copyOf(ExerciseTexts.of(week, Language.EN).keySet()));
        }
    }

    @Test
    void theChineseIsChineseAndTheEnglishIsNot() {
        for (var exercise : Catalogue.all()) {
            var english = exercise.text(Language.EN);
            assertEquals(
                    List.of(),
                    english.hints().stream()
                            .filter(text -> text.matches(".*\\p{IsHan}.*"))
                            .toList());
            for (var text : exercise.text(Language.ZH).mistakes().values()) {
                assertEquals(true, text.matches(".*\\p{IsHan}{2}.*"), text);
            }
        }
    }

    @Test
    void anUnknownIdNamesTheNearest() {
        var error = assertThrows(BadInput.class, () -> Catalogue.named("w1-sotfmax"));
        var id = "w[1-4][a-z0-9-]+";
        assertLinesMatch(
                List.of(
                        "exercise must be an id, got w1-sotfmax[.] The nearest are w1-softmax, "
                                + "%s, %s; 'primer exercises list' shows all[.]".formatted(id, id)),
                List.of(error.getMessage()));
        assertThrows(BadInput.class, () -> Catalogue.named(""));
    }

    @Test
    void aResourceIsReadInItsOrder() {
        var texts = ExerciseTexts.parse(LINES);
        assertEquals(List.of("w1-a", "w1-b"), List.copyOf(texts.keySet()));
        var text = texts.get("w1-a");
        assertEquals("Title: with a colon", text.title());
        assertEquals(List.of("first: go", "second", "third"), text.hints());
        assertEquals(
                Map.of("wrong-axis", "the wrong one.", "sum-not-mean", "the sum."),
                text.mistakes());
        assertEquals(Map.of(), ExerciseTexts.parse(List.of()));
    }

    @Test
    void aLineOfAnotherFormIsRejected() {
        for (var line : List.of("some prose", "- no colon", "## no bar")) {
            var error =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> ExerciseTexts.parse(List.of("", line)));
            assertEquals(
                    "line must be '## id | title' or '- key: text', got '%s'. Mend the resource."
                            .formatted(line.replaceFirst("^(## |- )", "")),
                    error.getMessage());
        }
    }

    @Test
    void anIdThatStandsTwiceIsRejected() {
        var twice = new ArrayList<>(LINES);
        twice.addAll(LINES);
        var error = assertThrows(IllegalArgumentException.class, () -> ExerciseTexts.parse(twice));
        assertEquals("id must stand once, got w1-a twice. Rename one.", error.getMessage());
    }
}
