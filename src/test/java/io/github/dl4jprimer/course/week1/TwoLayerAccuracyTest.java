package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week1.TwoLayerAccuracy.Run;
import io.github.dl4jprimer.course.week1.TwoLayerAccuracy.Task;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import io.github.dl4jprimer.scratch.TwoLayerNetwork.Parameters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class TwoLayerAccuracyTest {
    @TempDir private Path folder;

    private final Task iris = new Task("iris", "iris", Datasets.iris(), 0.2, 0.95);

    private static Run run(double train, double test) {
        return new Run(new double[] {0, train}, new double[] {1, test}, new int[][] {{1}});
    }

    @Test
    void theMeanOverTheSeedsMustReachWhatIsExpectedOnTest() {
        var enough = List.of(run(1, 0.9), run(1, 1));
        assertEquals(List.of(true), claims(lab -> TwoLayerAccuracy.claim(lab, iris, enough)));
        var tooFew = List.of(run(1, 0.9), run(1, 0.99));
        assertEquals(List.of(false), claims(lab -> TwoLayerAccuracy.claim(lab, iris, tooFew)));
    }

    @Test
    void theGapIsBetweenTheLastEpochsOfTrainingAndTest() {
        assertEquals(0.1, run(0.95, 0.85).gap(), 1e-12);
        var runs = List.of(run(1, 0.9), run(0.9, 0.9));
        var figures = found(lab -> TwoLayerAccuracy.claim(lab, iris, runs)).figures();
        assertEquals(0.05, figures.get("iris.gap"), 1e-12);
        assertEquals(0, figures.get("iris.testAccuracy.std"), 1e-12);
    }

    /** The network answers the class of the larger feature. */
    @Test
    void theConfusionMatrixCountsTrueClassesByRow() {
        var identity = Nd4j.eye(2).castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE);
        var zeros = Nd4j.createFromArray(0.0, 0.0);
        var network =
                new TwoLayerNetwork(
                        new Parameters(identity, zeros, identity.dup(), zeros.dup()),
                        ActivationFunction.RELU);
        var test =
                NumberDataset.classification(
                        "four",
                        List.of("a", "b"),
                        Nd4j.createFromArray(new double[][] {{2, 1}, {1, 2}, {1, 2}, {0, 5}}),
                        new int[] {0, 0, 0, 1},
                        List.of("a", "b"),
                        "none");
        assertArrayEquals(new int[][] {{1, 2}, {0, 1}}, TwoLayerAccuracy.confusion(network, test));
    }

    @Test
    void theTableSaysHowManySamplesEachPartHas() {
        var experiment = new TwoLayerAccuracy();
        var settings = experiment.quick().with("epochs", 1).with("seeds", 1);
        var found = LabBench.run(experiment, settings, folder);
        // Of each class a tenth is kept aside and a fifth is for testing.
        assertEquals(List.of("iris", "105", "30"), LabBench.row(found, 0, 0).subList(0, 3));
        assertEquals("digits", LabBench.row(found, 0, 1).get(0));
    }
}
