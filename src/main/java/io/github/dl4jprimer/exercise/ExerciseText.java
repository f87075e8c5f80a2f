package io.github.dl4jprimer.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said about an exercise in one language.
 *
 * @param title the exercise in a few words
 * @param hints three, each plainer than the one before
 * @param mistakes the usual mistakes by their id, at least two, each with what it does
 */
public record ExerciseText(String title, List<String> hints, Map<String, String> mistakes) {
    /** Steps of help; the last one all but gives the answer. */
    public static final int HINTS = 3;

    private static final int FEWEST_MISTAKES = 2;

    /**
     * @throws IllegalArgumentException if something is missing
     */
    public ExerciseText {
        hints = List.copyOf(hints);
        mistakes = Collections.unmodifiableMap(new LinkedHashMap<>(mistakes));
        if (title.isBlank() || hints.size() != HINTS || mistakes.size() < FEWEST_MISTAKES) {
            throw new IllegalArgumentException(
                    "text must have a title, %d hints and at least %d mistakes, got '%s', %d and %d. Complete the resource."
                            .formatted(
                                    HINTS, FEWEST_MISTAKES, title, hints.size(), mistakes.size()));
        }
    }
}
