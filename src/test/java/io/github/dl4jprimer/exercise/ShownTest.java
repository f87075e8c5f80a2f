package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ShownTest {
    @Test
    void arraysAreShownRowByRow() {
        assertEquals("[[1, 2], [3, 4]]", Shown.of(Nd4j.create(new double[][] {{1, 2}, {3, 4}})));
        assertEquals("[1, 0.5]", Shown.of(Nd4j.createFromArray(1.0, 0.5)));
        assertEquals("7", Shown.of(Nd4j.scalar(7)));
    }

    /** ND4J's slice of a view of every second column is empty. */
    @Test
    void aViewIsShownAsWhatItHolds() {
        var array = Nd4j.arange(8).reshape(2, 4);
        var view = array.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 2, 4));
        assertEquals("[[1, 3], [5, 7]]", Shown.of(view));
        assertEquals("[[0, 4], [1, 5], [2, 6], [3, 7]]", Shown.of(array.transpose()));
    }
}
