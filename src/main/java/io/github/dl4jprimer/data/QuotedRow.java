package io.github.dl4jprimer.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a row into cells by the rules of RFC 4180.
 *
 * <p>A cell whose first character is a double quote ends at the next single double quote and may
 * hold delimiters and line ends; {@code ""} is a quote inside it. A quote further on in a bare
 * cell, and a backslash anywhere, are ordinary characters.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, section 2</a>
 */
final class QuotedRow {
    private final String row;
    private final char delimiter;
    private int position;

    private QuotedRow(String row, char delimiter) {
        this.row = row;
        this.delimiter = delimiter;
    }

    /**
     * Returns the cells, or null if the row ends inside a quoted cell and goes on in the next line.
     *
     * @throws IllegalArgumentException if characters follow a closing quote
     */
    static List<String> cells(String row, char delimiter) {
        return new QuotedRow(row, delimiter).cells();
    }

    private List<String> cells() {
        var cells = new ArrayList<String>();
        while (true) {
            var cell = position < row.length() && row.charAt(position) == '"' ? quoted() : bare();
            if (cell == null) {
                return null;
            }
            cells.add(cell);
            if (position >= row.length()) {
                return cells;
            }
            position++; // the delimiter
        }
    }

    /** Returns the cell up to the next delimiter or the end of the row. */
    private String bare() {
        int end = row.indexOf(delimiter, position);
        var cell = row.substring(position, end < 0 ? row.length() : end);
        position += cell.length();
        return cell;
    }

    /** Returns the cell up to its closing quote; null if there is none. */
    private String quoted() {
        var cell = new StringBuilder();
        int from = position + 1;
        while (true) {
            int quote = row.indexOf('"', from);
            if (quote < 0) {
                return null;
            }
            cell.append(row, from, quote);
            position = quote + 1;
            if (position >= row.length() || row.charAt(position) == delimiter) {
                return cell.toString();
            }
            if (row.charAt(position) != '"') {
                throw new IllegalArgumentException(
                        "a closing quote must end the cell, got \"%c\" after it"
                                .formatted(row.charAt(position)));
            }
            cell.append('"');
            from = position + 1;
        }
    }
}
