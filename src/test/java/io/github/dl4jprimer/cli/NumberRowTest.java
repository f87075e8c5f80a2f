package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRowTest {
    @Test
    void commasAndTabsSeparateAndSpacesDoNotCount() {
        assertArrayEquals(
                new double[] {1, -2.5, 3e-4}, NumberRow.parse(" 1,-2.5\t 3e-4 ", "input", 1));
        assertArrayEquals(new double[] {7}, NumberRow.parse("7", "input", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,x|2|x", "1,,3|2|''", "''|1|''", "NaN|1|NaN", "1,1e999|2|1e999", "1,五|2|五"})
    void whatIsNoFiniteNumberIsNamedWithItsColumnAndLine(String line, int column, String cell) {
        var failure = assertThrows(BadInput.class, () -> NumberRow.parse(line, "rows.csv", 7));
        assertEquals(
                "column %d must be a number, got \"%s\" (rows.csv:7). Separate numbers by commas."
                        .formatted(column, cell),
                failure.getMessage());
    }
}
