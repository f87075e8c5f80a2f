package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week3.AdamL2OrAdamW.Way;
import io.github.dl4jprimer.course.week3.AdamL2OrAdamW.WeightSize;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdamL2OrAdamWTest {
    @TempDir private Path folder;

    /** A way that ended with these weights. */
    private static Way way(String key, double... weights) {
        var size = new WeightSize();
        size.onEpochEnd(MadeUpTraining.network(weights));
        return new Way(key, key, MadeUpTraining.weighing(0.1, weights), List.of(size));
    }

    private static List<Boolean> claim(Way sgdL2, Way sgdDecay, Way adamL2, Way adamW) {
        return claims(lab -> AdamL2OrAdamW.conclude(lab, List.of(sgdL2, sgdDecay, adamL2, adamW)));
    }

    private final Way sgd = way("sgd-l2", 0.3, -0.4);
    private final Way small = way("adam-l2", 0.03, 0.04);
    private final Way large = way("adamw", 0.3, 0.4);

    @Test
    void underSgdNoWeightMayDifferByAThousandth() {
        assertEquals(List.of(true, true), claim(sgd, way("d", 0.3, -0.4005), small, large));
        assertEquals(List.of(false, true), claim(sgd, way("d", 0.3, -0.402), small, large));
        assertEquals(List.of(false, true), claim(sgd, way("d", 0.298, -0.4), small, large));
        assertEquals(List.of(false, true), claim(sgd, way("d", 0.302, -0.4), small, large));
    }

    @Test
    void underAdamL2MustLeaveSmallerWeightsThanDecay() {
        assertEquals(List.of(true, false), claim(sgd, sgd, large, large));
        assertEquals(List.of(true, false), claim(sgd, sgd, large, small));
    }

    @Test
    void theSizeOfTheWeightsIsNotedEpochByEpoch() {
        var size = new WeightSize();
        assertTrue(Double.isNaN(size.last()));
        size.onEpochEnd(MadeUpTraining.network(3, 4));
        size.onEpochEnd(MadeUpTraining.network(0.6, 0.8));
        double half = Math.sqrt(0.5);
        assertArrayEquals(new double[] {5 * half, half}, size.byEpoch(), 1e-6);
        assertEquals(half, size.last(), 1e-6);
    }

    /** The equivalence of the lesson, w - lr (g + c w) = w - lr g - lr c w, at a small size. */
    @Test
    void underSgdBothWaysLeaveTheSameWeights() {
        var experiment = new AdamL2OrAdamW();
        var settings = experiment.quick().with("seeds", 1).with("epochs", 2);
        var found = LabBench.run(experiment, settings, folder);
        assertTrue(found.figures().get("sgdDifference") < 1e-6);
        assertEquals(
                found.figures().get("weightSize.sgd-l2"),
                found.figures().get("weightSize.sgd-decay"),
                1e-6);
    }
}
