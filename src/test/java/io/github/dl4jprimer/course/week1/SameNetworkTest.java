package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week1.SameNetwork.Curves;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameNetworkTest {
    private static final double[] BY_HAND = {1, 0.8, 0.4, 0.2};

    @TempDir private Path folder;

    private final SameNetwork experiment = new SameNetwork();

    /** Two epochs of two steps each, in double precision exactly alike. */
    private List<Boolean> claim(Curves floats, double... defaults) {
        var doubles = new Curves(BY_HAND, BY_HAND);
        return claims(
                experiment.settings().with("epochs", 2),
                lab -> SameNetwork.claim(lab, doubles, floats, defaults));
    }

    @Test
    void theLargestDifferenceIsThatOfAnyStep() {
        var curves = new Curves(BY_HAND, new double[] {1, 0.7, 0.4, 0.25});
        assertEquals(0.1, curves.largestDifference(), 1e-12);
    }

    @Test
    void curvesApartInEitherPrecisionAreNotTheSame() {
        var same = new Curves(BY_HAND, new double[] {1, 0.8, 0.400001, 0.2});
        var apart = new Curves(BY_HAND, new double[] {1, 0.8, 0.4001, 0.2});
        assertEquals(List.of(true, true), claim(same, 1, 1, 1, 1));
        assertEquals(List.of(false, true), claim(apart, 1, 1, 1, 1));
    }

    /** The last epoch's mean is 0.3: defaults that end at 0.6 or below have learned as well. */
    @Test
    void defaultsThatLearnAsWellAreNotBlamed() {
        var same = new Curves(BY_HAND, BY_HAND);
        assertEquals(List.of(true, true), claim(same, 9, 9, 0.6, 0.7));
        assertEquals(List.of(true, false), claim(same, 9, 9, 0.5, 0.7));
    }

    @Test
    void aTrainingThatDivergedEndsInNaNAndFulfilsNoClaim() {
        assertArrayEquals(
                new double[] {3, Double.NaN, Double.NaN}, SameNetwork.lasting(new double[] {3}, 3));
        assertArrayEquals(new double[] {1, 2}, SameNetwork.lasting(new double[] {1, 2}, 2));
        var lost = new Curves(BY_HAND, new double[] {1, 0.8});
        assertTrue(Double.isNaN(lost.largestDifference()));
        assertEquals(List.of(false, true), claim(lost, 1, 1, 1, 1));
    }

    @Test
    void anAbsurdLearningRateEndsInClaimsThatAreFalseNotInAnError() {
        var settings = experiment.quick().with("learningRate", 100.0).with("epochs", 2);
        assertFalse(LabBench.run(experiment, settings, folder).hold());
    }
}
