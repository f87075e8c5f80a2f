package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a week's exercises, in the order in which they are to be done, read from the
 * resource {@code week1.zh.md} and its like.
 *
 * <pre>
 * ## w1-softmax | title
 *
 * - hint: where to look
 * - hint: what to do
 * - hint: the line to write
 * - maximum-not-subtracted: what goes wrong, and why
 * - wrong-axis: …
 * </pre>
 */
final class ExerciseTexts {
    private static final String HINT = "hint";

    private ExerciseTexts() {}

    /** Returns the texts of a week by exercise id; none if the week has no exercises yet. */
    static Map<String, ExerciseText> of(int week, Language language) {
        var name = "week%d.%s.md".formatted(week, language.code());
        var stream = ExerciseTexts.class.getResourceAsStream(name);
        if (stream == null) {
            return Map.of();
        }
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the lines of a resource.
     *
     * @throws IllegalArgumentException if a line is none of the above, or an id stands twice
     */
    static Map<String, ExerciseText> parse(List<String> lines) {
        var texts = new LinkedHashMap<String, ExerciseText>();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size() && !isHeading(lines.get(to))) {
                to++;
            }
            if (isHeading(lines.get(from))) {
                var heading = pair(lines.get(from).substring("## ".length()), " | ");
                once(texts.put(heading[0], text(heading[1], lines.subList(from + 1, to))), heading);
            } else {
                items(lines.subList(from, to), (key, value) -> refuse(key));
            }
            from = to;
        }
        return texts;
    }

    private static boolean isHeading(String line) {
        return line.startsWith("## ");
    }

    private static ExerciseText text(String title, List<String> lines) {
        var hints = new ArrayList<String>();
        var mistakes = new LinkedHashMap<String, String>();
        items(
                lines,
                (key, value) -> {
                    if (key.equals(HINT)) {
                        hints.add(value);
                    } else {
                        once(mistakes.put(key, value), key);
                    }
                });
        return new ExerciseText(title, hints, mistakes);
    }

    /** Takes one {@code - key: value}. */
    private interface Item {
        void accept(String key, String value);
    }

    private static void items(List<String> lines, Item item) {
        for (var line : lines) {
            if (line.startsWith("- ")) {
                var pair = pair(line.substring("- ".length()), ": ");
                item.accept(pair[0], pair[1]);
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                refuse(line);
            }
        }
    }

    private static String[] pair(String text, String separator) {
        int at = text.indexOf(separator);
        if (at < 1) {
            refuse(text);
        }
        return new String[] {
            text.substring(0, at).strip(), text.substring(at + separator.length()).strip()
        };
    }

    private static void once(Object before, String... id) {
        if (before != null) {
            throw new IllegalArgumentException(
                    "id must stand once, got %s twice. Rename one.".formatted(id[0]));
        }
    }

    private static void refuse(String line) {
        throw new IllegalArgumentException(
                "line must be '## id | title' or '- key: text', got '%s'. Mend the resource."
                        .formatted(line));
    }
}
