package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedRowTest {
    private static List<String> cells(String row) {
        return QuotedRow.cells(row, ',');
    }

    @Test
    void bareCellsAreCutAtDelimitersAndMayBeEmpty() {
        assertEquals(List.of("a", "", "c", ""), cells("a,,c,"));
        assertEquals(List.of(""), cells(""));
        assertEquals(List.of("C:\\temp", "5\" disk"), cells("C:\\temp,5\" disk"));
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndLineEnds() {
        assertEquals(List.of("a,b", "c"), cells("\"a,b\",c"));
        assertEquals(List.of("said \"no\"", ""), cells("\"said \"\"no\"\"\",\"\""));
        assertEquals(List.of("\"", "x"), cells("\"\"\"\",x"));
        assertEquals(List.of("one\ntwo"), cells("\"one\ntwo\""));
    }

    @Test
    void aRowThatEndsInsideQuotesIsUnfinished() {
        assertNull(cells("\"a,b"));
        assertNull(cells("a,\"b\"\""));
    }

    @Test
    void charactersAfterAClosingQuoteAreRejected() {
        var error = assertThrows(IllegalArgumentException.class, () -> cells("\"a\"b,c"));
        assertEquals("a closing quote must end the cell, got \"b\" after it", error.getMessage());
    }
}
