package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.dl4jprimer.report.LineChart;
import org.junit.jupiter.api.Test;

class OverlayTest {
    @Test
    void stepsCountFromOne() {
        assertArrayEquals(new double[] {1, 2, 3}, Overlay.steps(3));
    }

    @Test
    void curvesShorterThanTheNumberOfDotsAreDrawnWhole() {
        var chart = new LineChart("two curves").x("step").y("loss");
        double[] losses = {3, 2, 1};
        Overlay.add(chart, "line", losses, "dots", losses);
        assertDoesNotThrow(chart::image);
    }

    @Test
    void whatADivergedTrainingLeavesIsAGap() {
        assertArrayEquals(
                new double[] {1, -1e9, Double.NaN, Double.NaN, Double.NaN},
                Overlay.drawn(1, -1e9, 1e40, Double.NEGATIVE_INFINITY, Double.NaN));
    }
}
