package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapChartTest {
    private static final List<String> LABELS = List.of("磁盘", "网络");

    @Test
    void coloursByTheShareOfTheRowWhateverItsCount() {
        var chart = HeatMapChart.confusion("混淆", LABELS, new long[][] {{1000, 0}, {0, 3}});
        Pixels pixels = Pixels.of(chart);
        var left =
                new Rectangle(
                        0, 40, pixels.image().getWidth() - 110, pixels.image().getHeight() - 60);
        Rectangle dark = pixels.bounds(Palette.sequential(1), left);
        int darkPixels = pixels.count(Palette.sequential(1), left);
        assertEquals(
                0.5,
                darkPixels / ((double) dark.width * dark.height),
                0.05,
                "both diagonal cells are full");
    }

    @Test
    void putsTheTrueClassInTheRow() {
        var chart = HeatMapChart.confusion("混淆", LABELS, new long[][] {{0, 5}, {0, 0}});
        Pixels pixels = Pixels.of(chart);
        var left =
                new Rectangle(
                        0, 40, pixels.image().getWidth() - 110, pixels.image().getHeight() - 60);
        Rectangle dark = pixels.bounds(Palette.sequential(1), left);
        assertTrue(dark.getCenterX() > pixels.image().getWidth() / 2.0, "second column: " + dark);
        assertTrue(dark.getCenterY() < pixels.image().getHeight() / 2.0, "first row: " + dark);
    }

    @Test
    void writesCountsLegiblyOnDarkAndLightCells() {
        assertEquals(java.awt.Color.WHITE, Palette.inkOn(Palette.sequential(1)));
        assertEquals(Palette.INK, Palette.inkOn(Palette.sequential(0)));
        Pixels full = Pixels.of(HeatMapChart.confusion("混淆", List.of("一"), new long[][] {{888}}));
        var cell =
                new Rectangle(
                        100, 100, full.image().getWidth() - 250, full.image().getHeight() - 200);
        int white = full.count(java.awt.Color.WHITE, cell);
        assertTrue(white > 8 && white < 500, "the digits: " + white);
    }

    @Test
    void scalesWeightsByTheLargestAndShowsValuesOnDemand() {
        double[][] weights = {{0.1, 0.2}, {Double.NaN, 0}};
        Pixels plain = Pixels.of(HeatMapChart.matrix("注意力", LABELS, LABELS, weights));
        Pixels valued = Pixels.of(HeatMapChart.matrix("注意力", LABELS, LABELS, weights).withValues());
        var cells = new Rectangle(120, 60, plain.image().getWidth() - 300, 200);
        assertTrue(plain.count(Palette.sequential(1), cells) > 5000, "0.2 is the darkest");
        assertEquals(0, plain.count(Palette.INK, cells));
        assertTrue(valued.count(Palette.INK, cells) > 10);
        Pixels fixed = Pixels.of(HeatMapChart.matrix("注意力", LABELS, LABELS, weights).darkestAt(1));
        assertEquals(0, fixed.count(Palette.sequential(1), cells));
    }

    @Test
    void survivesEmptyClassesAndLongNames() {
        List<String> names = Collections.nCopies(12, "一个非常非常长的类别名称它会被截短的吧应该");
        assertTrue(HeatMapChart.confusion("空", names, new long[12][12]).image().getHeight() > 0);
    }

    @Test
    void refusesAMatrixThatDoesNotFitItsNames() {
        var rows =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> HeatMapChart.confusion("混淆", LABELS, new long[][] {{1, 2}}));
        assertEquals(
                "matrix rows must be as many as row names (2), got 1. Give one for each.",
                rows.getMessage());
        var columns =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> HeatMapChart.matrix("a", LABELS, LABELS, new double[2][3]));
        assertEquals(
                "matrix columns must be as many as column names (2), got 3. Give one for each.",
                columns.getMessage());
        var dark =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                HeatMapChart.matrix("a", LABELS, LABELS, new double[2][2])
                                        .darkestAt(0));
        assertEquals(
                "darkestAt must be above 0, got 0.0. Weights that sum to 1 take 1.",
                dark.getMessage());
    }

    @Test
    void namesAndScaleOfFortyCharactersStayInThePicture() {
        var names = List.of("一个足足有四十个汉字那么长的类别名称".repeat(2), "短", "第三类");
        var chart =
                HeatMapChart.confusion("混淆", names, new long[][] {{59, 1, 0}, {0, 3, 1}, {2, 2, 2}})
                        .x("预测类别")
                        .y("真实类别")
                        .scaleName("占真实类别的比例".repeat(5));
        Pixels pixels = Pixels.of(chart);
        int width = pixels.image().getWidth();
        int height = pixels.image().getHeight();
        var whole = new Rectangle(width, height);
        Rectangle ink = pixels.bounds(Palette.INK, whole);
        assertTrue(ink.x > 2 && ink.getMaxX() < width - 2, ink.toString());
        assertTrue(ink.getMaxY() < height - 2, ink.toString());
        assertTrue(pixels.count(Palette.sequential(1), whole) > 5000, "room for the cells");
    }

    @Test
    void aMaskedPlaceIsGreyAndEmpty() {
        double[][] weights = {{1, Double.NaN}, {Double.NaN, 1}};
        Pixels pixels = Pixels.of(HeatMapChart.matrix("注意力", LABELS, LABELS, weights).withValues());
        var cells = new Rectangle(80, 60, pixels.image().getWidth() - 220, 300);
        double share = pixels.count(Palette.GRID, cells) / (double) (cells.width * cells.height);
        assertEquals(0.5, share, 0.1);
    }

    @Test
    void matricesOfZerosAndOfNothingFiniteAreDrawn() {
        for (double value : new double[] {0, Double.NaN}) {
            double[][] matrix = {{value, value}, {value, value}};
            Pixels pixels = Pixels.of(HeatMapChart.matrix("a", LABELS, LABELS, matrix));
            var cells = new Rectangle(100, 80, 500, 250);
            assertTrue(pixels.count(Palette.sequential(value), cells) > 100_000, "" + value);
        }
    }
}
