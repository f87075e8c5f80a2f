package io.github.dl4jprimer.course;

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
 * A week's texts in one language, read from the resource {@code weekN.zh.md} or {@code
 * weekN.en.md}.
 *
 * <p>The file is Markdown with one heading an entry: {@code # title} for the week, {@code ##
 * lesson-id | title} for a lesson, {@code ### experiment-id | title} for an experiment.
 */
public final class LessonTexts {
    /** The id of the week's own entry. */
    public static final String WEEK = "week";

    /** The id of the entry that names the next step. */
    public static final String NEXT = "next";

    private final Map<String, Entry> entries;

    private LessonTexts(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * A title and what stands below it.
     *
     * @param title the heading
     * @param paragraphs the text, one string a paragraph
     */
    public record Entry(String title, List<String> paragraphs) {
        /** Copies the paragraphs. */
        public Entry {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Reads the texts of a week. */
    public static LessonTexts of(int week, Language language) {
        var name = "week" + week + "." + language.code() + ".md";
        var stream = LessonTexts.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("week must be 1 to 4, got " + week + ".");
        }
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the lines of a file. */
    static LessonTexts parse(List<String> lines) {
        var entries = new LinkedHashMap<String, Entry>();
        List<String> paragraphs = new ArrayList<>();
        var heading = "";
        for (var line : lines) {
            if (line.startsWith("#")) {
                add(entries, heading, paragraphs);
                heading = line;
                paragraphs = new ArrayList<>();
            } else if (!line.isBlank()) {
                paragraphs.add(line.strip());
            }
        }
        add(entries, heading, paragraphs);
        return new LessonTexts(entries);
    }

    private static void add(Map<String, Entry> entries, String heading, List<String> paragraphs) {
        if (heading.isEmpty()) {
            return;
        }
        var text = heading.replaceFirst("^#+ ", "");
        var bar = text.indexOf(" | ");
        var id = bar < 0 ? WEEK : text.substring(0, bar).strip();
        var title = bar < 0 ? text : text.substring(bar + 3);
        if (entries.put(id, new Entry(title.strip(), paragraphs)) != null) {
            throw new IllegalArgumentException("heading must be unique, got " + id + " twice.");
        }
    }

    /** Returns the ids in their order. */
    public List<String> ids() {
        return List.copyOf(entries.keySet());
    }

    /**
     * Returns the entry of a lesson or an experiment.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Entry entry(String id) {
        var entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no text for " + id);
        }
        return entry;
    }
}
