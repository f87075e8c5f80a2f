package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LandscapeTest {

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlopeOfTheValue(Landscape landscape) {
        INDArray point = Nd4j.createFromArray(0.7, -0.4);
        INDArray slope = NumericalGradient.of(() -> landscape.value(point), point);
        assertClose(slope, landscape.gradient(point), 1e-6, 0);
    }

    @Test
    void minimaAreFlatAndLow() {
        assertFlat(Landscape.BOWL, 0, 0, 0);
        assertFlat(Landscape.RAVINE, 0, 0, 0);
        assertFlat(Landscape.ROSENBROCK, 1, 1, 0);
        assertFlat(Landscape.SADDLE, 0, 1, -0.25);
        assertFlat(Landscape.SADDLE, 0, -1, -0.25);
        assertFlat(Landscape.SADDLE, 0, 0, 0); // flat as well, but no minimum
    }

    @Test
    void aPathBeginsAtTheStartAndHasEveryStep() {
        INDArray path = Landscape.BOWL.path(new Sgd(0.5), 3);
        assertArrayEquals(new long[] {4, 2}, path.shape());
        assertEquals(Landscape.BOWL.start(), path.getRow(0));
        assertClose(Nd4j.createFromArray(0.5, 0.375), path.getRow(3));
    }

    @Test
    void tooLargeALearningRateDivergesAcrossTheRavine() {
        INDArray fine = Landscape.RAVINE.path(new Sgd(0.09), 40);
        INDArray tooLarge = Landscape.RAVINE.path(new Sgd(0.11), 40);
        assertTrue(Math.abs(fine.getDouble(40, 1)) < 0.1);
        assertTrue(Math.abs(tooLarge.getDouble(40, 1)) > 100);
    }

    @Test
    void momentumLeavesThePassSoonerThanPlainDescent() {
        double plain = Landscape.SADDLE.path(new Sgd(0.05), 60).getDouble(60, 1);
        double heavyBall = Landscape.SADDLE.path(new Momentum(0.05, 0.9), 60).getDouble(60, 1);
        assertTrue(plain < 0.5, "plain " + plain);
        assertTrue(heavyBall > 0.8, "heavy ball " + heavyBall);
    }

    @Test
    void aPathWithoutStepsIsRejected() {
        assertRejected(
                "steps must be at least 1, got 0. Try 50.",
                () -> Landscape.BOWL.path(new Sgd(0.1), 0));
    }

    private static void assertFlat(Landscape landscape, double x, double y, double height) {
        assertEquals(height, landscape.value(x, y), 1e-12);
        assertClose(Nd4j.createFromArray(0.0, 0.0), landscape.gradient(Nd4j.createFromArray(x, y)));
    }
}
