package io.github.dl4jprimer.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A solution with one usual mistake: the change alone is written down, in the manner of a diff.
 *
 * <pre>
 * -        return x.mean(0);
 * +        return x.mean(1);
 * </pre>
 *
 * <p>A line begins with {@code -} if it goes, {@code +} if it comes, and a space if it stays and
 * only says where; an empty line parts two changes. What goes or stays must stand in the solution
 * once, so that a solution that has moved on is noticed.
 */
public final class Mutant {
    private static final Path FOLDER = Path.of("src", "test", "mutants");

    private Mutant() {}

    /** Returns the file of a mistake, or the folder of an exercise's mistakes. */
    public static Path file(String exercise, String... mistake) {
        var folder = FOLDER.resolve(exercise);
        return mistake.length == 0 ? folder : folder.resolve(mistake[0] + ".diff");
    }

    /**
     * Returns the solution with the mistake in it.
     *
     * @throws IllegalArgumentException if the change does not fit the solution
     */
    public static String of(String solution, String diff) {
        List<String> lines = new ArrayList<>(solution.lines().toList());
        for (var change : diff.stripTrailing().split("\n\n")) {
            var marked = change.lines().toList();
            var before = without('+', marked);
            var place = Collections.indexOfSubList(lines, before);
            if (before.isEmpty()
                    || place < 0
                    || place != Collections.lastIndexOfSubList(lines, before)) {
                throw new IllegalArgumentException(
                        "change must fit one place of the solution, got\n" + change);
            }
            var part = lines.subList(place, place + before.size());
            part.clear();
            part.addAll(without('-', marked));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> without(char mark, List<String> marked) {
        return marked.stream()
                .filter(line -> line.charAt(0) != mark)
                .map(line -> line.substring(1))
                .toList();
    }
}
