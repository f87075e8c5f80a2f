package io.github.dl4jprimer.traps;

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
import java.util.regex.Pattern;

/**
 * The texts of all traps in one language, read from the resource {@code traps.zh.md} or {@code
 * traps.en.md}.
 *
 * <pre>
 * ## t-id | title
 *
 * - measured: what the number is
 * - dl4j: what DL4J does
 * - right: what is right
 * - do: what to do
 * </pre>
 */
final class TrapTexts {
    private static final Map<Language, TrapTexts> READ =
            Map.of(Language.ZH, read(Language.ZH), Language.EN, read(Language.EN));

    private final Map<String, TrapText> texts;

    private TrapTexts(Map<String, TrapText> texts) {
        this.texts = texts;
    }

    /** Returns the texts in a language. */
    static TrapTexts of(Language language) {
        return READ.get(language);
    }

    private static TrapTexts read(Language language) {
        var name = "traps." + language.code() + ".md";
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                TrapTexts.class.getResourceAsStream(name),
                                StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the lines of a resource.
     *
     * @throws IllegalArgumentException if a line is none of the above or an id stands twice
     */
    static TrapTexts parse(List<String> lines) {
        var parts = new LinkedHashMap<String, Map<String, String>>();
        var titles = new LinkedHashMap<String, String>();
        Map<String, String> current = new LinkedHashMap<>();
        for (var line : lines) {
            if (line.startsWith("## ")) {
                var heading = pair(line.substring(3), " | ");
                current = new LinkedHashMap<>();
                once(titles.put(heading[0], heading[1]), heading[0]);
                parts.put(heading[0], current);
            } else if (line.startsWith("- ")) {
                var part = pair(line.substring(2), ": ");
                once(current.put(part[0], part[1]), part[0]);
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                throw refused(line);
            }
        }
        var texts = new LinkedHashMap<String, TrapText>();
        titles.forEach((id, title) -> texts.put(id, TrapText.of(title, parts.get(id))));
        return new TrapTexts(texts);
    }

    private static String[] pair(String text, String separator) {
        var pair = text.split(Pattern.quote(separator), 2);
        if (pair.length < 2) {
            throw refused(text);
        }
        return pair;
    }

    private static void once(String former, String name) {
        if (former != null) {
            throw new IllegalArgumentException(
                    "heading or part must be unique, got %s twice. Rename one.".formatted(name));
        }
    }

    private static IllegalArgumentException refused(String line) {
        return new IllegalArgumentException(
                "line must be '## id | title' or '- part: text', got '%s'. Mend it."
                        .formatted(line));
    }

    /** Returns the ids in their order. */
    List<String> ids() {
        return new ArrayList<>(texts.keySet());
    }

    /**
     * Returns a trap's text.
     *
     * @throws IllegalArgumentException if there is none
     */
    TrapText text(String id) {
        var text = texts.get(id);
        if (text == null) {
            throw new IllegalArgumentException(
                    "id must have a text, got %s. Add it to the resource.".formatted(id));
        }
        return text;
    }
}
