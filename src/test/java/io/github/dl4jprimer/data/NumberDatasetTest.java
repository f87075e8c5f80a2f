package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NumberDatasetTest {
    private static final INDArray FEATURES =
            Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});

    private static NumberDataset three() {
        return NumberDataset.classification(
                "t", List.of("a", "b"), FEATURES, new int[] {1, 0, 2}, List.of("x", "y", "z"), "c");
    }

    @Test
    void classesBecomeOneHotRows() {
        var expected = Nd4j.createFromArray(new float[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}});
        assertEquals(expected, three().targets());
        assertArrayEquals(new int[] {1, 0, 2}, three().classes());
        assertFalse(three().isRegression());
    }

    @Test
    void rowsAreCopiesInTheGivenOrder() {
        var picked = three().rows(2, 0);
        assertEquals(Nd4j.createFromArray(new float[][] {{5, 6}, {1, 2}}), picked.features());
        assertArrayEquals(new int[] {2, 1}, picked.classes());
        picked.features().putScalar(0, 0, 99);
        assertEquals(5, FEATURES.getDouble(2, 0));
    }

    @Test
    void oneRowStaysATable() {
        assertArrayEquals(new long[] {1, 2}, three().rows(1).features().shape());
        assertArrayEquals(new long[] {1, 3}, three().rows(1).targets().shape());
    }

    @Test
    void dataSetsCarryTheClassNamesAndPrecisionCanBeChosen() {
        assertEquals(List.of("x", "y", "z"), three().toDataSet().getLabelNamesList());
        assertEquals(DataType.DOUBLE, three().castTo(DataType.DOUBLE).targets().dataType());
    }

    @Test
    void aRegressionHasOneColumnOfValuesAndNoClasses() {
        var data =
                new NumberDataset(
                        "r", List.of("a", "b"), FEATURES, Nd4j.ones(3, 1), List.of(), "c");
        assertTrue(data.isRegression());
        var error = assertThrows(IllegalStateException.class, data::classes);
        assertEquals("r is a regression: it has values, no classes.", error.getMessage());
    }

    @Test
    void shapesThatDoNotFitAreRejected() {
        var rows =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> three().with(FEATURES, Nd4j.ones(2, 3)));
        assertEquals(
                "targets must have a row a feature row, got shape [2, 3]. Reshape it or correct the"
                        + " names.",
                rows.getMessage());
        var columns =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> three().with(FEATURES, Nd4j.ones(3, 2)));
        assertTrue(
                columns.getMessage().startsWith("targets must have 3 columns, got shape [3, 2]"));
        var names =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> three().with(Nd4j.ones(3, 5), three().targets()));
        assertTrue(names.getMessage().startsWith("features must have a column a name"));
    }

    @Test
    void anIndexThatNamesNoClassIsRejected() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                NumberDataset.classification(
                                        "t",
                                        List.of("a", "b"),
                                        FEATURES,
                                        new int[] {0, 2, 1},
                                        List.of("x", "y"),
                                        "c"));
        assertEquals(
                "classes must be in 0..1, got 2 in row 1. Correct the index.", error.getMessage());
    }
}
