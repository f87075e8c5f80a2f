package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class NumberReaderTest {
    @TempDir Path folder;
    private ReaderFiles files;

    @BeforeEach
    void setUp() {
        files = new ReaderFiles(folder);
    }

    private NumberDataset classes(String name, String text) {
        var file = files.write(name, text);
        return NumberReader.forFile(file).classification(file);
    }

    @Test
    void theLastColumnIsTheClassUnlessAnotherIsNamed() {
        var data = classes("a.csv", "1, 2.5,b\n-3,4e1,a\n");
        assertEquals(Nd4j.createFromArray(new float[][] {{1, 2.5f}, {-3, 40}}), data.features());
        assertEquals(List.of("a", "b"), data.labels());
        assertArrayEquals(new int[] {1, 0}, data.classes());
        assertEquals(List.of("x1", "x2"), data.featureNames());
        var file = files.write("b.tsv", "b\t1\t2\na\t3\t4\n");
        var first = NumberReader.forFile(file).withTargetColumn(0).classification(file);
        assertEquals(Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}), first.features());
    }

    @Test
    void aHeaderNamesTheFeatures() {
        var file = files.write("a.csv", "load,kind,temp\n1,a,2\n3,b,4\n");
        var reader =
                NumberReader.forFile(file)
                        .withTargetColumn(1)
                        .withFormat(TextFormat.csv().withHeader(true));
        assertEquals(List.of("load", "temp"), reader.classification(file).featureNames());
    }

    @Test
    void aRegressionReadsTheTargetAsAValue() {
        var file = files.write("a.csv", "1,2,0.5\n3,4,-7\n");
        var data = NumberReader.forFile(file).regression(file);
        assertEquals(Nd4j.createFromArray(new float[][] {{0.5f}, {-7}}), data.targets());
        assertEquals(List.of(), data.labels());
    }

    @Test
    void cellsThatAreNoFiniteNumberAreRejectedWithTheirLineAndColumn() {
        for (var cell : List.of("NaN", "inf", "", "1e99", "12f")) {
            files.assertBadInput(
                    "x2 must be a finite number, got \"%s\" (@/a.csv:2). Fill the cell in or remove"
                                    .formatted(cell)
                            + " the row.",
                    () -> classes("a.csv", "1,2,a\n1," + cell + ",b\n"));
        }
        var file = files.write("r.csv", "1,2,3\n1,2,NaN\n");
        files.assertBadInput(
                "target must be a finite number, got \"NaN\" (@/r.csv:2). Fill the cell in or"
                        + " remove the row.",
                () -> NumberReader.forFile(file).regression(file));
    }

    @Test
    void aHeadingTakenForNumbersIsRejected() {
        files.assertBadInput(
                "x1 must be a finite number, got \"load\" (@/a.csv:1). If the first line names the"
                        + " columns, say so (--header).",
                () -> classes("a.csv", "load,kind\n1,a\n"));
    }

    @Test
    void unknownClassesAreRejectedWithTheirLine() {
        var file = files.write("dev.csv", "1,a\n2,c\n");
        files.assertBadInput(
                "class must be one of [a, b], got \"c\" (@/dev.csv:2). Correct it or add examples"
                        + " of the class to the training file.",
                () -> NumberReader.forFile(file).classification(file, List.of("a", "b")));
    }

    @Test
    void tooFewColumnsOrClassesAreRejected() {
        files.assertBadInput(
                "row must have at least 2 columns, got 1 (@/a.csv:1). Check the delimiter and the"
                        + " target column.",
                () -> classes("a.csv", "1;a\n"));
        files.assertBadInput(
                "@/a.csv must have at least 2 classes, got only \"a\". Check which column is the"
                        + " target.",
                () -> classes("a.csv", "1,a\n2,a\n"));
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new NumberReader(TextFormat.csv(), -2));
        assertEquals(
                "targetColumn must be a column from 0 or -1 for the last, got -2. Use -1.",
                error.getMessage());
    }
}
