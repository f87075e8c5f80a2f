package io.github.dl4jprimer.report;

import io.github.dl4jprimer.language.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for the terminal, where a Chinese character takes two columns, and for HTML, Markdown and
 * CSV.
 *
 * <pre>{@code
 * TextTable.of("优化器", "测试准确率").row("Adam", Summary.of(accuracies)).row("SGD", 0.91)
 * }</pre>
 *
 * <p>Columns of numbers are set flush right, others flush left; one cell that is neither a number
 * nor a {@link Summary} makes its column text. Doubles are rounded to four significant digits, NaN
 * is "n/a". A line break in a cell is a space, but for CSV, which can hold it.
 */
public final class TextTable {
    private static final int DIGITS = 4;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    private TextTable(List<String> head) {
        Check.notEmpty("head", head.size());
        this.head = List.copyOf(head);
        this.numeric = new boolean[head.size()];
        Arrays.fill(numeric, true);
    }

    /**
     * An empty table with these columns.
     *
     * @param head names of the columns, with their units, at least one
     */
    public static TextTable of(String... head) {
        return new TextTable(List.of(head));
    }

    /** An empty table with these columns. */
    public static TextTable of(List<String> head) {
        return new TextTable(head);
    }

    /**
     * Adds a row: numbers, {@link Summary}s or anything with a text.
     *
     * @return this
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public TextTable row(Object... cells) {
        Check.sameLength("head", head.size(), "cells", cells.length);
        var row = new ArrayList<String>();
        for (var column = 0; column < cells.length; column++) {
            var cell = cells[column];
            numeric[column] &= cell instanceof Number || cell instanceof Summary;
            row.add(text(cell));
        }
        rows.add(List.copyOf(row));
        return this;
    }

    private static String text(Object cell) {
        return cell instanceof Double || cell instanceof Float
                ? Numbers.significant(((Number) cell).doubleValue(), DIGITS)
                : String.valueOf(cell);
    }

    /** The column names. */
    public List<String> head() {
        return head;
    }

    /** The rows as they are shown. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /**
     * Lines for a terminal, the columns two spaces apart, a rule below the head.
     *
     * @return the lines, each with its line feed and without spaces at its end
     */
    public String text() {
        var widths = new int[head.size()];
        for (var column = 0; column < widths.length; column++) {
            widths[column] = width(column);
        }
        var rule = IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining("  "));
        var lines = new ArrayList<String>();
        lines.add(line(head, widths));
        lines.add(rule);
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines) + "\n";
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(DisplayWidth.of(head.get(column))),
                        rows.stream().mapToInt(row -> DisplayWidth.of(oneLine(row.get(column)))))
                .max()
                .orElse(0);
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            var cell = oneLine(cells.get(column));
            var padding = " ".repeat(widths[column] - DisplayWidth.of(cell));
            line.append(column == 0 ? "" : "  ");
            line.append(numeric[column] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A line break inside a cell would tear its row apart. */
    private static String oneLine(String cell) {
        return cell.replaceAll("\\R", " ");
    }

    /** A GitHub-flavoured Markdown table. */
    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add(markdownLine(head));
        lines.add(
                IntStream.range(0, head.size())
                        .mapToObj(column -> numeric[column] ? "---:" : "---")
                        .collect(Collectors.joining(" | ", "| ", " |")));
        rows.forEach(row -> lines.add(markdownLine(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String markdownLine(List<String> cells) {
        return cells.stream()
                .map(cell -> oneLine(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /**
     * A comma-separated file with quoted fields where needed (RFC 4180), without a byte-order mark.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
     */
    public String csv() {
        return Stream.concat(Stream.of(head), rows.stream())
                        .map(
                                row ->
                                        row.stream()
                                                .map(TextTable::quoted)
                                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * An HTML table, its text escaped; cells of numbers have the class {@code number}.
     *
     * <p>Each cell says itself how it is aligned: Jupyter's page would set all of them flush right.
     */
    public String html() {
        var html = new StringBuilder("<table>\n<thead><tr>");
        for (var column = 0; column < head.size(); column++) {
            html.append(opening("th", column))
                    .append(HtmlReport.escaped(head.get(column)))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            html.append("<tr>");
            for (var column = 0; column < row.size(); column++) {
                html.append(opening("td", column))
                        .append(HtmlReport.escaped(row.get(column)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    private String opening(String tag, int column) {
        return (numeric[column]
                        ? "<%s class=\"number\" style=\"text-align: right\">"
                        : "<%s style=\"text-align: left\">")
                .formatted(tag);
    }
}
