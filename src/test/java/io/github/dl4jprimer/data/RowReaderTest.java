package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.StringSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
    @TempDir Path folder;

    private List<List<String>> rows(String text, TextFormat format) {
        return read(text, format).stream().map(RowReader.Row::cells).toList();
    }

    private List<RowReader.Row> read(String text, TextFormat format) {
        var file = new ReaderFiles(folder).write("f.csv", text);
        return RowReader.read(file, format, SourceText.read(file, StandardCharsets.UTF_8));
    }

    /** DL4J trap: fails when a later DataVec keeps backslashes and survives a lone quote. */
    @Test
    void dataVecsOwnReaderLosesBackslashesAndFailsOnALoneQuote()
            throws IOException, InterruptedException {
        try (var dataVec = new CSVRecordReader()) {
            dataVec.initialize(new StringSplit("C:\\temp,full"));
            assertEquals("C:temp", dataVec.next().get(0).toString());
            dataVec.initialize(new StringSplit("5\" disk,full"));
            assertThrows(RuntimeException.class, dataVec::next);
        }
        assertEquals(
                List.of(List.of("C:\\temp", "full"), List.of("5\" disk", "full")),
                rows("C:\\temp,full\n5\" disk,full\n", TextFormat.csv()));
    }

    @Test
    void blankLinesAreSkippedAndRowsKnowTheLineTheyBeginOn() {
        var rows = read("\na,\"one\ntwo\"\r\n  \nb,c", TextFormat.csv());
        assertEquals(List.of("a", "one\ntwo"), rows.get(0).cells());
        assertEquals(2, rows.get(0).line());
        assertEquals(List.of("b", "c"), rows.get(1).cells());
        assertEquals(5, rows.get(1).line());
    }

    @Test
    void unquotedFilesKeepQuotesAndEmptyCells() {
        assertEquals(List.of(List.of("\"open", "x", "")), rows("\"open\tx\t\n", TextFormat.tsv()));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertEquals(List.of(List.of("a", "b")), rows("\uFEFFa,b", TextFormat.csv()));
    }

    @Test
    void rowsOfAnotherWidthAreRejectedWithTheirLine() {
        var files = new ReaderFiles(folder);
        files.assertBadInput(
                "row must have 2 columns as the first row has, got 3 (@/f.csv:3). Put a cell that"
                        + " holds the delimiter in double quotes.",
                () -> rows("a,b\n\nc,d,e\n", TextFormat.csv()));
        files.assertBadInput(
                "row must have 2 columns as the first row has, got 1 (@/f.csv:2). Remove or add a"
                        + " delimiter.",
                () -> rows("a\tb\nc\n", TextFormat.tsv()));
    }

    @Test
    void quotesThatNeverCloseOrCloseTooEarlyAreRejectedWithTheirLine() {
        var files = new ReaderFiles(folder);
        files.assertBadInput(
                "a quoted cell must be closed, got no closing quote (@/f.csv:2). Add the quote, or"
                        + " read the file without quotes.",
                () -> rows("a,b\n\"c,d\ne,f\n", TextFormat.csv()));
        files.assertBadInput(
                "a closing quote must end the cell, got \"x\" after it (@/f.csv:2). Double the"
                        + " quotes inside a quoted cell.",
                () -> rows("a,b\n\"c\"x,d\n", TextFormat.csv()));
    }
}
