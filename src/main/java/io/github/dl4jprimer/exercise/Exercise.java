package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.Language;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One exercise: an id, from which every file name follows, and what is said about it.
 *
 * <pre>
 * w1-cross-entropy  →  week1/CrossEntropy.java  and, of the checks, week1/CrossEntropyCheck.java
 * </pre>
 *
 * @param id {@code w<week>-<name>}, in lower case
 * @param texts what is said, in each language
 */
public record Exercise(String id, Map<Language, ExerciseText> texts) {
    private static final Pattern ID = Pattern.compile("w([1-4])((?:-[a-z0-9]+)+)");
    private static final String PACKAGE = "io.github.dl4jprimer.exercises.week";

    /**
     * @throws IllegalArgumentException if the id has another form, a language is missing, or the
     *     languages list different mistakes
     */
    public Exercise {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be w1- to w4- and a name such as w1-softmax, got %s. Rename the exercise."
                            .formatted(id));
        }
        texts = Map.copyOf(texts);
        if (texts.size() < Language.values().length) {
            throw new IllegalArgumentException(
                    "texts must be in %s, got %s for %s. Write the missing one."
                            .formatted(Arrays.toString(Language.values()), texts.keySet(), id));
        }
        var chinese = texts.get(Language.ZH).mistakes().keySet();
        var english = texts.get(Language.EN).mistakes().keySet();
        if (!chinese.equals(english)) {
            throw new IllegalArgumentException(
                    "mistakes must be the same in both languages, got %s and %s for %s. Write the missing ones."
                            .formatted(chinese, english, id));
        }
    }

    /** Returns the week, 1 to 4. */
    public int week() {
        return id.charAt(1) - '0';
    }

    /** Returns the name of the class without its package: {@code CrossEntropy}. */
    public String simpleName() {
        return Arrays.stream(id.substring("w1-".length()).split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Returns the full name of the class that the learner writes. */
    public String className() {
        return PACKAGE + week() + "." + simpleName();
    }

    /** Returns the full name of the class that checks it. */
    public String checkName() {
        return className() + "Check";
    }

    /** Returns the message that an unsolved part throws: {@code TODO w1-cross-entropy}. */
    public String todo() {
        return "TODO " + id;
    }

    /** Returns what is said about the exercise in a language. */
    public ExerciseText text(Language language) {
        return texts.get(language);
    }
}
