package io.github.dl4jprimer.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.InputStreamInputSplit;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;

/**
 * DataVec's {@link CSVRecordReader} with its faults mended.
 *
 * <p>The original drops every backslash ({@code C:\temp} becomes {@code C:temp}), carries the state
 * of a quote over into the next line, cannot read a cell with a line end in it, fails on a lone
 * quote in an unquoted file, and makes a row of an empty line. This one splits rows by {@link
 * QuotedRow}, skips blank lines, and knows the line each row began on.
 */
final class RowReader extends CSVRecordReader {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CELL_IN_LINES = 1000;

    private final transient TextFormat format;
    private final transient Path file;

    /**
     * A row of a file.
     *
     * @param line line the row begins on, from 1
     */
    record Row(List<String> cells, long line) {
        /** Returns the error {@code <problem> (<file>:<line>). <mend>} for this row. */
        BadInput error(Path file, String problem, String mend) {
            return BadInput.at(problem, file, line, mend);
        }
    }

    private RowReader(Path file, TextFormat format) {
        this.file = file;
        this.format = format;
    }

    /**
     * Returns all rows of equal width, the header (if any) first.
     *
     * @throws BadInput if a quote is not closed or a row has another width than the first
     */
    static List<Row> read(Path file, TextFormat format, SourceText source) {
        byte[] utf8 = source.text().getBytes(StandardCharsets.UTF_8);
        var rows = new ArrayList<Row>();
        try (var reader = new RowReader(file, format)) {
            reader.initialize(new InputStreamInputSplit(new ByteArrayInputStream(utf8)));
            while (reader.hasNext()) {
                var row = reader.nextRow();
                if (row.cells().size() > 1 || !row.cells().get(0).isBlank()) {
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new BadInput("file must be readable, got " + file + ". " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("reading from memory does not wait", e);
        }
        checkWidths(rows, file, format);
        return rows;
    }

    private static void checkWidths(List<Row> rows, Path file, TextFormat format) {
        int width = rows.get(0).cells().size();
        for (var row : rows) {
            if (row.cells().size() != width) {
                throw row.error(
                        file,
                        "row must have %d columns as the first row has, got %d"
                                .formatted(width, row.cells().size()),
                        format.quoted()
                                ? "Put a cell that holds the delimiter in double quotes."
                                : "Remove or add a delimiter.");
            }
        }
    }

    /** Returns the next row, which takes several lines if a quoted cell holds line ends. */
    private Row nextRow() {
        long line = lineIndex + 1L;
        var row = new StringBuilder(readStringLine());
        var cells = split(row.toString(), line);
        for (int more = 1; cells == null && hasNext() && more < LONGEST_CELL_IN_LINES; more++) {
            row.append('\n').append(readStringLine());
            if (row.lastIndexOf("\"") > row.lastIndexOf("\n")) { // else it cannot end here
                cells = split(row.toString(), line);
            }
        }
        if (cells == null) {
            throw BadInput.at(
                    "a quoted cell must be closed, got no closing quote",
                    file,
                    line,
                    "Add the quote, or read the file without quotes.");
        }
        return new Row(cells, line);
    }

    private List<String> split(String row, long line) {
        try {
            return parse(row);
        } catch (IllegalArgumentException e) {
            throw BadInput.at(
                    e.getMessage(), file, line, "Double the quotes inside a quoted cell.");
        }
    }

    private List<String> parse(String row) {
        if (format.quoted()) {
            return QuotedRow.cells(row, format.delimiter());
        }
        return List.of(row.split(Pattern.quote(String.valueOf(format.delimiter())), -1));
    }

    /** Keeps DataVec's own entry points ({@code next}, {@code nextRecord}) in step. */
    @Override
    protected List<Writable> parseLine(String line) {
        var cells = new ArrayList<Writable>();
        split(line, lineIndex).forEach(cell -> cells.add(new Text(cell)));
        return cells;
    }
}
