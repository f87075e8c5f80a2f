package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class TransposedCopyTest {
    private static final int ROWS = 33;
    private static final int COLUMNS = 65;

    private final TransposedCopy copies;

    TransposedCopyTest() {
        Nd4j.scalar(1); // loads OpenBLAS
        copies = new TransposedCopy();
    }

    @ParameterizedTest
    @CsvSource({"c, f", "f, c"})
    void eachNumberIsWhereItWas(char fromOrder, char toOrder) {
        var from = counting(ROWS, COLUMNS).dup(fromOrder);
        var to = Nd4j.zeros(DataType.FLOAT, ROWS, COLUMNS).dup(toOrder);
        assertTrue(copies.copy(from, to));
        assertSameNumbers(from, to);
    }

    /** As DL4J's parameters are: one after another in one long array. */
    @Test
    void viewsKeepTheirPlaceInALargerArray() {
        int length = ROWS * COLUMNS;
        var whole = Nd4j.zeros(DataType.FLOAT, 1, length + 14);
        var part = whole.get(NDArrayIndex.all(), NDArrayIndex.interval(7, length + 7));
        var to = part.reshape('f', ROWS, COLUMNS);
        var from = counting(ROWS, COLUMNS);
        assertTrue(copies.copy(from, to));
        assertSameNumbers(from, to);
        assertEquals(from.sumNumber().doubleValue(), whole.sumNumber().doubleValue());
        assertEquals(0, whole.getFloat(0, 6));
        assertEquals(0, whole.getFloat(0, length + 7));
        var back = Nd4j.zeros(DataType.FLOAT, ROWS, COLUMNS);
        assertTrue(copies.copy(to, back));
        assertSameNumbers(from, back);
    }

    @Test
    void specialNumbersStayAsTheyAre() {
        var from = counting(ROWS, COLUMNS);
        float[] special = {-0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        for (int i = 0; i < special.length; i++) {
            from.putScalar(3, i, special[i]);
        }
        var to = Nd4j.zeros(DataType.FLOAT, ROWS, COLUMNS).dup('f');
        assertTrue(copies.copy(from, to));
        for (int i = 0; i < special.length; i++) {
            assertEquals(special[i], to.getFloat(3, i));
        }
    }

    @Test
    void allElseIsLeftToNd4j() {
        var rows = counting(ROWS, COLUMNS);
        var columns = rows.dup('f');
        assertFalse(copies.copy(rows, rows.dup()), "one order");
        assertFalse(copies.copy(rows, columns.castTo(DataType.DOUBLE)), "another type");
        assertFalse(copies.copy(counting(COLUMNS, ROWS), columns), "another shape");
        assertFalse(copies.copy(counting(4, 4), counting(4, 4).dup('f')), "small");
        assertFalse(copies.copy(counting(1, ROWS * COLUMNS), rows), "a vector");
        var gaps = counting(2 * ROWS, COLUMNS).get(NDArrayIndex.interval(0, 2, 2 * ROWS));
        assertFalse(copies.copy(gaps, columns), "gaps");
        var square = counting(ROWS, ROWS);
        assertFalse(copies.copy(square, square.transpose()), "itself");
    }

    @Test
    void nd4jCopiesWithIt() {
        var from = counting(ROWS, COLUMNS).dup('f');
        var to = Nd4j.zeros(DataType.FLOAT, ROWS, COLUMNS);
        assertEquals(to, to.assign(from));
        assertSameNumbers(from, to);
        assertSameNumbers(from, from.dup('c'));
    }

    private static INDArray counting(int rows, int columns) {
        return Nd4j.arange(1, rows * columns + 1).castTo(DataType.FLOAT).reshape(rows, columns);
    }

    private static void assertSameNumbers(INDArray expected, INDArray actual) {
        for (int row = 0; row < expected.rows(); row++) {
            for (int column = 0; column < expected.columns(); column++) {
                assertEquals(expected.getFloat(row, column), actual.getFloat(row, column));
            }
        }
    }
}
