package io.github.dl4jprimer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArrayTableTest {
    private static String text(INDArray array) {
        return new ArrayTable(array).text();
    }

    @Test
    void aMatrixShowsTypeShapeAndItsRows() {
        assertEquals(
                """
                FLOAT [2, 3]
                          1          2      3.500
                    -0.2500          0  1.000e+09\
                """,
                text(Nd4j.createFromArray(new float[][] {{1, 2, 3.5f}, {-0.25f, 0, 1e9f}})));
    }

    @Test
    void aVectorIsOneRowAndAScalarOneNumber() {
        assertEquals("INT [3]\n  7  8  9", text(Nd4j.createFromArray(7, 8, 9)));
        assertEquals("DOUBLE []\n  0.5000", text(Nd4j.scalar(0.5)));
        assertEquals("LONG [1, 1]\n  4", text(Nd4j.createFromArray(new long[][] {{4}})));
    }

    @Test
    void aLargeArrayShowsBothEndsOfBothAxes() {
        var array = Nd4j.arange(12 * 13).castTo(DataType.INT32).reshape(12, 13);
        var lines = text(array).lines().toList();
        assertEquals("INT [12, 13]", lines.get(0));
        assertEquals("    0    1    2    3    4    …    8    9   10   11   12", lines.get(1));
        assertEquals("    …    …    …    …    …    …    …    …    …    …    …", lines.get(6));
        assertEquals("  143  144  145  146  147    …  151  152  153  154  155", lines.get(11));
        assertEquals(12, lines.size());
    }

    @Test
    void elevenRowsAreStillShownWhole() {
        assertEquals(12, text(Nd4j.zeros(11, 1)).lines().count());
        assertEquals(12, text(Nd4j.zeros(5000, 1)).lines().count());
    }

    @Test
    void anArrayOfRankThreeIsAListOfMatrices() {
        assertEquals(
                """
                INT [2, 1, 2]
                [0, :, :]
                  0  1
                [1, :, :]
                  2  3\
                """,
                text(Nd4j.arange(4).castTo(DataType.INT32).reshape(2, 1, 2)));
    }

    @Test
    void manyMatricesAreLeftOutInTheMiddle() {
        var array = Nd4j.arange(24).castTo(DataType.INT32).reshape(2, 3, 2, 2);
        var names =
                text(array).lines().filter(line -> line.startsWith("[") || line.startsWith("…"));
        assertEquals(
                "[0, 0, :, :] [0, 1, :, :] … [1, 1, :, :] [1, 2, :, :]",
                String.join(" ", names.toList()));
        assertEquals("  22  23", text(array).lines().reduce((a, b) -> b).orElseThrow());
    }

    @Test
    void aViewShowsItsOwnNumbers() {
        var array = Nd4j.arange(6).castTo(DataType.INT32).reshape(2, 3);
        assertEquals("INT [3, 2]\n  0  3\n  1  4\n  2  5", text(array.transpose()));
    }

    @Test
    void emptyNaNInfinityBooleansAndTextAreNamed() {
        assertEquals("FLOAT [0]", text(Nd4j.empty(DataType.FLOAT).reshape(0)));
        assertEquals("BOOL [2]\n   true  false", text(Nd4j.createFromArray(true, false)));
        assertEquals("UTF8 [2]\n  disk   cpu", text(Nd4j.create("disk", "cpu")));
        assertEquals(
                "n/a",
                text(Nd4j.createFromArray(Double.NaN))
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .strip());
    }

    @Test
    void htmlHoldsTheSameNumbers() {
        assertEquals(
                "<div><code>INT [2,"
                        + " 1]</code><table><tr><td>1</td></tr><tr><td>2</td></tr></table></div>",
                new ArrayTable(Nd4j.createFromArray(new int[][] {{1}, {2}})).html());
    }
}
