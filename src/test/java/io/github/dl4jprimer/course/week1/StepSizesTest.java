package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class StepSizesTest {
    private final StepSizes sizes =
            new StepSizes(
                    TwoLayerNetwork.random(4, 3, 3, ActivationFunction.TANH, 1),
                    GradientCheck.examples(6, 1));

    /** The central difference is off by h²/6 times the third derivative. */
    @Test
    void inDoublePrecisionTheErrorFallsWithTheSquareOfALargeStep() {
        double coarse = sizes.error(DataType.DOUBLE, 1e-1);
        double fine = sizes.error(DataType.DOUBLE, 1e-2);
        assertEquals(100, coarse / fine, 5);
    }

    @Test
    void aTinyStepSeesRoundingAndSinglePrecisionSeesItFirst() {
        double best = sizes.error(DataType.DOUBLE, 1e-5);
        assertTrue(sizes.error(DataType.DOUBLE, 1e-11) > 1000 * best);
        assertTrue(sizes.error(DataType.FLOAT, 1e-5) > 1000 * best);
    }

    @Test
    void theClaimNeedsASmallErrorInDoubleAndAHundredTimesThatInFloat() {
        double[] good = {1e-2, 1e-9, 1e-5};
        assertEquals(
                List.of(true), claims(lab -> StepSizes.claim(lab, good, new double[] {0.1, 1e-3})));
        assertEquals(
                List.of(false), claims(lab -> StepSizes.claim(lab, good, new double[] {1e-8})));
        double[] poor = {1e-2, 1e-5};
        assertEquals(List.of(false), claims(lab -> StepSizes.claim(lab, poor, new double[] {0.1})));
    }
}
