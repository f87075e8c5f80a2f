package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All exercises in the order in which they are to be done: that of the headings in the Chinese
 * resources.
 */
public final class Catalogue {
    private static final int WEEKS = 4;
    private static final int SUGGESTIONS = 3;
    private static final List<Exercise> ALL = read();

    private Catalogue() {}

    /** Returns all exercises. */
    public static List<Exercise> all() {
        return ALL;
    }

    /**
     * Returns the exercise of an id.
     *
     * @throws BadInput if there is none; the message names the ids that are spelled nearest
     */
    public static Exercise named(String id) {
        return ALL.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "exercise must be an id, got %s. The nearest are %s; 'primer exercises list' shows all."
                                                .formatted(id, nearest(id))));
    }

    private static List<Exercise> read() {
        return IntStream.rangeClosed(1, WEEKS)
                .mapToObj(Catalogue::week)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Exercise> week(int week) {
        var english = ExerciseTexts.of(week, Language.EN);
        var exercises = new ArrayList<Exercise>();
        ExerciseTexts.of(week, Language.ZH)
                .forEach(
                        (id, chinese) -> {
                            if (english.containsKey(id)) {
                                var texts =
                                        Map.of(Language.ZH, chinese, Language.EN, english.get(id));
                                exercises.add(new Exercise(id, texts));
                            }
                        });
        if (exercises.size() != english.size()) {
            throw new IllegalStateException(
                    "week%d.en.md must have the exercises of week%d.zh.md, got %s. Write the missing ones."
                            .formatted(week, week, english.keySet()));
        }
        return exercises;
    }

    private static String nearest(String given) {
        return ALL.stream()
                .map(Exercise::id)
                .sorted(Comparator.comparingInt((String id) -> -commonPairs(id, given)))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
    }

    /** How many pairs of neighbouring letters the words share. */
    private static int commonPairs(String id, String given) {
        var pairs = pairs(id);
        pairs.retainAll(pairs(given));
        return pairs.size();
    }

    private static Set<String> pairs(String word) {
        return IntStream.range(0, Math.max(0, word.length() - 1))
                .mapToObj(at -> word.substring(at, at + 2))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
