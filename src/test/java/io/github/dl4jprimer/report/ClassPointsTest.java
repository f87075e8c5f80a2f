package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassPointsTest {
    @Test
    void coordinatesAreTakenFromAllClasses() {
        var points =
                new ClassPoints(new double[][] {{1, 10}, {2, 20}, {3, 30}}, new int[] {1, 0, 1});
        assertArrayEquals(new double[] {1, 2, 3}, points.coordinates(0).toArray());
        assertArrayEquals(new double[] {10, 20, 30}, points.coordinates(1).toArray());
        assertEquals(3, points.size());
        assertEquals(0, ClassPoints.NONE.coordinates(0).count());
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        var labels =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new ClassPoints(new double[2][2], new int[1]));
        assertEquals(
                "labels must be as many as points (2), got 1. Give one for each.",
                labels.getMessage());
        var flat =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new ClassPoints(new double[][] {{1, 2}, {1, 2, 3}}, new int[2]));
        assertEquals(
                "coordinates of a point must be as many as x and y (2), got 3. Give one for each.",
                flat.getMessage());
    }

    @Test
    void thirtyTwoSeriesHaveAColourAndAShapeOfTheirOwn() {
        Set<List<Object>> looks = new HashSet<>();
        for (int index = 0; index < 32; index++) {
            looks.add(List.of(Palette.color(index), Palette.marker(index)));
        }
        assertEquals(32, looks.size());
        assertEquals(Palette.color(0), Palette.color(8));
        assertNotEquals(Palette.marker(0), Palette.marker(8));
        assertNotEquals(Palette.stroke(0, 1), Palette.stroke(8, 1));
    }
}
