package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundaryChartTest {
    private static final Grid GRID = new Grid(0, 1, 0, 1, 40, 40);
    private static final Color LEFT = Palette.mix(Palette.color(0), Color.WHITE, 0.42);
    private static final Color RIGHT = Palette.mix(Palette.color(1), Color.WHITE, 0.42);

    private static BoundaryChart chart() {
        return new BoundaryChart("边界", GRID, "甲", "乙").x("特征 1").y("特征 2");
    }

    private static int[] halves() {
        return Arrays.stream(GRID.points()).mapToInt(point -> point[0] < 0.5 ? 0 : 1).toArray();
    }

    @Test
    void coloursEachSideOfTheBoundaryInItsClass() {
        Pixels pixels = Pixels.of(chart().panel("第 1 轮", halves()));
        var all = new Rectangle(pixels.image().getWidth(), pixels.image().getHeight() - 60);
        Rectangle left = pixels.bounds(LEFT, all);
        Rectangle right = pixels.bounds(RIGHT, all);
        assertEquals(left.width, right.width, 25);
        assertTrue(left.getMaxX() < right.x + 2, left + " " + right);
        assertTrue(left.height > 250);
    }

    @Test
    void putsTheLowestRowOfTheGridAtTheBottom() {
        int[] lowerHalf =
                Arrays.stream(GRID.points()).mapToInt(point -> point[1] < 0.5 ? 0 : 1).toArray();
        Pixels pixels = Pixels.of(chart().panel("第 1 轮", lowerHalf));
        var all = new Rectangle(pixels.image().getWidth(), pixels.image().getHeight() - 60);
        assertTrue(pixels.bounds(LEFT, all).y > pixels.bounds(RIGHT, all).y + 100);
    }

    @Test
    void isPaleWhereTheClassifierIsUnsure() {
        double[][] unsure = new double[GRID.size()][];
        Arrays.fill(unsure, new double[] {0.5, 0.5});
        Pixels pixels = Pixels.of(chart().panel("第 0 轮", unsure));
        assertTrue(pixels.count(Palette.mix(Palette.color(0), Color.WHITE, 0.08)) > 50_000);
        assertTrue(pixels.count(LEFT) < 20, "but for the edge of the key's point");
    }

    @Test
    void drawsThePointsOverTheRegions() {
        double[][] points = {{0.25, 0.5}, {0.75, 0.5}};
        Pixels pixels =
                Pixels.of(chart().points(points, new int[] {0, 1}).panel("第 1 轮", halves()));
        var upper = new Rectangle(pixels.image().getWidth(), pixels.image().getHeight() - 60);
        assertTrue(pixels.count(Palette.color(0), upper) > 15);
        assertTrue(pixels.count(Palette.color(1), upper) > 15);
        double distance =
                pixels.bounds(Palette.color(1), upper).x - pixels.bounds(Palette.color(0), upper).x;
        assertTrue(distance > 100);
    }

    @Test
    void setsPanelsSideBySide() {
        var two = chart().panel("第 0 轮", halves()).panel("第 5 轮", halves());
        Pixels pixels = Pixels.of(two);
        int middle = pixels.image().getWidth() / 2;
        int height = pixels.image().getHeight() - 60;
        assertTrue(pixels.count(LEFT, new Rectangle(0, 0, middle, height)) > 5000);
        assertTrue(pixels.count(LEFT, new Rectangle(middle, 0, middle, height)) > 5000);
    }

    @Test
    void refusesResultsThatDoNotFitTheGrid() {
        refused(
                "probabilities must be as many as grid points (1600), got 3. Give one for each.",
                () -> chart().panel("a", new double[3][2]));
        refused(
                "columns of probabilities must be as many as classes (2), got 5. Give one for"
                        + " each.",
                () -> chart().panel("a", new double[1600][5]));
        refused(
                "predicted must be 0 to 1, got 7. Name every class.",
                () -> chart().panel("a", new int[] {7}));
        refused(
                "labels must be as many as points (1), got 2. Give one for each.",
                () -> chart().points(new double[1][2], new int[2]));
        refused(
                "panels must be at least one, got none. Add data before drawing.",
                () -> chart().image());
    }

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
