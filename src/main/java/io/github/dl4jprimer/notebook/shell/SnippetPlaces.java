package io.github.dl4jprimer.notebook.shell;

import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each snippet of a session stands: JShell numbers snippets, a learner numbers cells and
 * counts lines within a cell.
 */
final class SnippetPlaces {
    private final Map<String, Place> places = new HashMap<>();
    private final Language language;

    SnippetPlaces(Language language) {
        this.language = language;
    }

    /**
     * A piece of a cell.
     *
     * @param cell the cell's number, from 1
     * @param line line of the cell on which the snippet starts, from 1
     * @param source the snippet
     */
    record Place(int cell, int line, String source) {
        /** Returns the cell's line of an offset into the snippet. */
        int lineAt(int offset) {
            return line + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
        }

        /** Returns a line of the snippet, from 1, or nothing if there is no such line. */
        String text(int snippetLine) {
            List<String> lines = source.lines().toList();
            return snippetLine >= 1 && snippetLine <= lines.size()
                    ? lines.get(snippetLine - 1)
                    : "";
        }
    }

    void put(String snippet, Place place) {
        places.put(snippet, place);
    }

    /** Returns the place of a snippet, or null if it was not written in a cell. */
    Place of(String snippet) {
        return places.get(snippet);
    }

    /** Returns {@code cell 3, line 2}. */
    String name(int cell, int line) {
        return language.choose("第 %d 个单元，第 %d 行", "cell %d, line %d").formatted(cell, line);
    }

    /**
     * Returns the line of code and a caret under one of its characters; a Chinese character takes
     * two columns.
     *
     * @param offset into the snippet, 0 to its length
     */
    static List<String> marked(Place place, int offset) {
        String source = place.source();
        int start = source.lastIndexOf('\n', offset - 1) + 1;
        int end = source.indexOf('\n', offset) < 0 ? source.length() : source.indexOf('\n', offset);
        String before = source.substring(start, offset).replace('\t', ' ');
        return List.of(
                "    " + source.substring(start, end).replace('\t', ' '),
                "    " + " ".repeat(DisplayWidth.of(before)) + "^");
    }
}
