package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PanelChartsTest {
    @Test
    void countsValuesIntoEqualParts() {
        assertArrayEquals(
                new int[] {2, 1, 2},
                HistogramChart.counts(new double[] {0, 0.9, 1, 2, 3}, 0, 3, 3));
        assertArrayEquals(
                new int[] {1, 0},
                HistogramChart.counts(new double[] {0.1, Double.NaN, 9}, 0, 1, 2));
    }

    @Test
    void drawsHigherBarsForMoreValues() {
        Pixels pixels =
                Pixels.of(
                        new HistogramChart("值")
                                .x("值")
                                .y("个数")
                                .bins(2)
                                .panel("层", new double[] {0, 0.9, 0.9, 1}));
        Rectangle bars = pixels.bounds(Palette.color(0), pixels.body());
        int left =
                pixels.count(
                        Palette.color(0),
                        new Rectangle(bars.x, bars.y, bars.width / 2, bars.height));
        int right = pixels.count(Palette.color(0)) - left;
        assertEquals(3, (double) right / left, 0.3);
    }

    @Test
    void drawsHistogramsOfConstantsAndOfNothing() {
        var chart =
                new HistogramChart("值")
                        .panel("常数", new double[] {0, 0, 0})
                        .panel("空", new double[0]);
        assertTrue(Pixels.of(chart).count(Palette.color(0)) > 100);
    }

    @Test
    void sharedRangesMakeANarrowDistributionNarrow() {
        double[] wide = {-10, 0, 10};
        double[] narrow = {-0.1, 0, 0.1};
        var own = new HistogramChart("值").bins(10).panel("宽", wide).panel("窄", narrow);
        var shared =
                new HistogramChart("值").bins(10).sharedRange().panel("宽", wide).panel("窄", narrow);
        assertTrue(rightHalfWidth(Pixels.of(own)) > 3 * rightHalfWidth(Pixels.of(shared)));
    }

    private static int rightHalfWidth(Pixels pixels) {
        int middle = pixels.image().getWidth() / 2;
        return pixels.bounds(Palette.color(0), new Rectangle(middle, 60, middle - 1, 250)).width;
    }

    @Test
    void scattersEachClassInItsColourAndPlace() {
        double[][] points = {{0, 0}, {1, 1}, {Double.NaN, 0}};
        var chart =
                new ScatterChart("嵌入", "磁盘", "网络")
                        .x("一")
                        .y("二")
                        .panel("训练后", points, new int[] {0, 1, 0});
        Pixels pixels = Pixels.of(chart);
        Rectangle body = pixels.body();
        Rectangle first = pixels.bounds(Palette.color(0), body);
        Rectangle second = pixels.bounds(Palette.color(1), body);
        assertTrue(first.width < 15 && second.width < 15, "one point each: " + first + second);
        assertTrue(first.x < second.x && first.y > second.y);
    }

    @Test
    void breaksManyPanelsIntoRows() {
        var five = new Panels(Collections.nCopies(5, "面板"), "", "", 4);
        assertEquals(2, five.rows());
        assertEquals(3, five.columns());
        assertEquals(1, new Panels(Collections.nCopies(4, "面板"), "", "", 4).rows());
    }

    @Test
    void refusesClassesWithoutNamesAndBinsOutOfRange() {
        var unnamed =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new ScatterChart("a", "一")
                                        .panel("p", new double[1][2], new int[] {3}));
        assertEquals("labels must be 0 to 0, got 3. Name every class.", unnamed.getMessage());
        var bins =
                assertThrows(IllegalArgumentException.class, () -> new HistogramChart("a").bins(0));
        assertEquals("bins must be 1 to 500, got 0. 40 suit a panel.", bins.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new HistogramChart("a").image());
    }

    @Test
    void valuesThatAreNotFiniteAreCountedAndNotDrawn() {
        var finite = new HistogramChart("值").panel("层", new double[] {1, 2});
        var lost =
                new HistogramChart("值")
                        .panel("层", new double[] {1, 2, Double.NaN, Double.POSITIVE_INFINITY});
        Pixels some = Pixels.of(finite);
        Pixels all = Pixels.of(lost);
        assertEquals(some.count(Palette.color(0)), all.count(Palette.color(0)));
        Rectangle body = all.body();
        var statistics = new Rectangle(body.x, body.y + 2, body.width, 20);
        assertTrue(all.differing(some, statistics) > 20, "NaN/∞: 2");
    }

    @Test
    void aTinyDistributionHasAnAxisToo() {
        Pixels pixels =
                Pixels.of(new HistogramChart("值").panel("层", new double[] {1e-15, 2e-15, 3e-15}));
        Rectangle body = pixels.body();
        var numbers = new Rectangle(body.x, (int) body.getMaxY() + 4, body.width, 20);
        Rectangle text = pixels.bounds(Palette.FAINT_INK, numbers);
        assertTrue(text.width > body.width / 2, "numbers along the axis: " + text);
    }

    @Test
    void twelveClassesAreToldApartInTheKey() {
        var names = IntStream.range(0, 12).mapToObj(i -> "类 " + i).toArray(String[]::new);
        var chart = new ScatterChart("嵌入", names).panel("一", new double[0][], new int[0]);
        assertEquals(List.of(names), chart.legend().stream().map(Legend.Entry::name).toList());
        Pixels pixels = Pixels.of(chart);
        int height = pixels.image().getHeight();
        var key = new Rectangle(0, height - 70, pixels.image().getWidth(), 70);
        assertTrue(pixels.count(Palette.color(0), key) > 100, "classes 0 and 8");
    }

    @Test
    void namesOfPanelsAndAxesStayInThePicture() {
        String name = "一个足足有四十个汉字那么长的名称".repeat(3);
        Pixels pixels =
                Pixels.of(
                        new ScatterChart("嵌入", "甲")
                                .x(name)
                                .y(name)
                                .panel(name, new double[][] {{1, 2}}, new int[] {0})
                                .panel(name, new double[][] {{1, 2}}, new int[] {0}));
        var whole = new Rectangle(pixels.image().getWidth(), pixels.image().getHeight());
        Rectangle ink = pixels.bounds(Palette.INK, whole);
        assertTrue(ink.x > 2 && ink.getMaxX() < whole.width - 2, ink.toString());
    }
}
