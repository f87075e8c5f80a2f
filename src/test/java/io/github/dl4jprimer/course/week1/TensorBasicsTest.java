package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class TensorBasicsTest {
    @TempDir private Path folder;

    private final TensorBasics experiment = new TensorBasics();

    @Test
    void equalNumbersHaveNoDeviationInEitherLibrary() {
        var equal = Nd4j.ones(DataType.FLOAT, 3, 2);
        assertEquals(List.of(false), claims(lab -> NumpyDifferences.show(lab, equal)));
        var different = Nd4j.createFromArray(new float[][] {{1, 0}, {3, 0}});
        assertEquals(List.of(true), claims(lab -> NumpyDifferences.show(lab, different)));
    }

    /** Nothing added changes nothing, so that no part looks like a view. */
    @Test
    void aPartIsAViewOnlyIfChangingItChangesTheArray() {
        var a = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
        assertEquals(List.of(true), claims(lab -> new TensorViews(a, 1).show(lab)));
        assertEquals(List.of(false), claims(lab -> new TensorViews(a, 0).show(lab)));
        var views = LabBench.found(lab -> new TensorViews(a, 1).show(lab)).figures();
        assertEquals(5, views.get("views"));
        assertEquals(3, views.get("copies"));
    }

    @Test
    void theSizesGivenAreThoseOfTheExample() {
        var settings = experiment.settings().with("rows", 4).with("columns", 2);
        var found = LabBench.run(experiment, settings, folder);
        assertEquals("[4, 2]", LabBench.row(found, 0, 0).get(1));
        assertEquals(36, found.figures().get("sum")); // 1 + 2 + ... + 8
    }
}
