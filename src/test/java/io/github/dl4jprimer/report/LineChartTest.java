package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineChartTest {
    private static final Color FIRST = Palette.color(0);
    private static final Color SECOND = Palette.color(1);
    private static final double[] XS = {0, 1, 2, 3, 4};

    private static LineChart chart() {
        return new LineChart("损失").x("轮次").y("损失 (nat)");
    }

    @Test
    void drawsALineWhereItsValuesAre() {
        Pixels pixels =
                Pixels.of(
                        chart().yRange(0, 4)
                                .line("升", XS, XS)
                                .line("平", XS, new double[] {2, 2, 2, 2, 2}));
        Rectangle body = pixels.body();
        Rectangle rising = pixels.bounds(FIRST, body);
        Rectangle level = pixels.bounds(SECOND, body);
        assertTrue(rising.height > 300, "from bottom to top: " + rising);
        assertTrue(level.height <= 3, "level: " + level);
        assertEquals(rising.getCenterY(), level.getCenterY(), 8);
        assertTrue(pixels.isNear((int) level.getCenterX() / 2, (int) level.getCenterY(), SECOND));
    }

    @Test
    void fillsTheBandBetweenItsLimitsAndNowhereElse() {
        var band = new Band(fill(5), fill(3), fill(7));
        Pixels pixels = Pixels.of(chart().yRange(0, 10).band("均值", XS, band));
        Color fill = Palette.mix(FIRST, Color.WHITE, 0.18);
        Rectangle area = pixels.bounds(fill, pixels.body());
        Rectangle line = pixels.bounds(FIRST, pixels.body());
        assertEquals(line.getCenterY(), area.getCenterY(), 3);
        assertEquals(0.4, area.height / (double) pixels.body().height, 0.015, "from 3 to 7 of 10");
        assertTrue(pixels.isNear((int) area.getCenterX() + 3, area.y + 20, fill));
        assertTrue(!pixels.isNear((int) area.getCenterX() + 3, area.y - 5, fill));
    }

    @Test
    void leavesAGapAtNan() {
        double[] broken = {2, 2, Double.NaN, 2, 2};
        Pixels whole = Pixels.of(chart().yRange(0, 4).line("a", XS, fill(2)));
        Pixels gap = Pixels.of(chart().yRange(0, 4).line("a", XS, broken));
        double share = (double) gap.count(FIRST, gap.body()) / whole.count(FIRST, whole.body());
        assertEquals(0.5, share, 0.07);
    }

    @Test
    void showsASingleValueAsAPoint() {
        Pixels pixels = Pixels.of(chart().line("a", new double[] {3}, new double[] {0.5}));
        Rectangle point = pixels.bounds(FIRST, pixels.body());
        assertTrue(point.width >= 5 && point.width <= 10, point.toString());
    }

    @Test
    void endsADivergingCurveInAnArrowAtTheTop() {
        double[] diverging = {1, 1, 3, 1e30, Double.POSITIVE_INFINITY};
        Pixels pixels = Pixels.of(chart().yRange(0, 4).line("发散", XS, diverging));
        Rectangle all = pixels.bounds(FIRST, pixels.body());
        int head = pixels.count(FIRST, new Rectangle(all.x, all.y, all.width, 11));
        assertTrue(head >= 40, "a head wider than the line: " + head);
        assertTrue(all.y < 80, "reaches the frame: " + all);
    }

    @Test
    void logarithmicAxesTakeEqualFactorsAtEqualDistance() {
        double[] ys = {1, 10, 100};
        Pixels pixels = Pixels.of(chart().logX().logY().dots("a", new double[] {1, 10, 100}, ys));
        Rectangle points = pixels.bounds(FIRST, pixels.body());
        var middle =
                new Rectangle((int) points.getCenterX() - 6, (int) points.getCenterY() - 6, 12, 12);
        assertTrue(pixels.count(FIRST, middle) > 20, "the second point lies halfway");
    }

    @Test
    void drawsMarkersFromTopToBottom() {
        Pixels without = Pixels.of(chart().line("a", XS, fill(2)));
        Pixels with = Pixels.of(chart().line("a", XS, fill(2)).marker("早停", 2));
        int x = (int) with.bounds(FIRST, with.body()).getCenterX();
        var column = new Rectangle(x - 3, 70, 7, 300);
        assertEquals(0, without.count(Palette.INK, column));
        assertTrue(with.count(Palette.INK, column) > 100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-12, 1e6, 1e15, 1e300, -1e300})
    void drawsValuesOfAnySizeWithoutHanging(double size) {
        double[] ys = {size, size * (1 + 1e-9), -size, size, Double.NaN};
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Pixels.of(chart().line("a", XS, ys).line("常数", XS, fill(size))));
    }

    @Test
    void growsForAKeyOfManyRows() {
        var many = chart();
        for (int i = 0; i < 30; i++) {
            many.line("第 " + i + " 组超参数", XS, fill(i));
        }
        assertTrue(many.image().getHeight() > chart().line("a", XS, XS).image().getHeight() + 100);
    }

    @Test
    void savesAPngOfTwiceTheSize(@TempDir Path folder) throws Exception {
        Path png = folder.resolve("new/loss.png");
        chart().line("a", XS, XS).size(400, 300).save(png);
        assertTrue(Files.size(png) > 0);
        assertEquals(800, ImageIO.read(png.toFile()).getWidth());
        assertEquals(600, ImageIO.read(png.toFile()).getHeight());
    }

    @Test
    void refusesWhatItCannotDraw() {
        refused(
                "curves must be at least one, got none. Add data before drawing.",
                () -> chart().image());
        refused(
                "title must be text, got \" \". Say what the reader sees.",
                () -> new LineChart(" "));
        refused(
                "ys of a must be as many as xs of a (5), got 2. Give one for each.",
                () -> chart().line("a", XS, new double[2]));
        refused(
                "size must be 200x150 to 4000x4000 pixels, got 10x10. Give a size in between.",
                () -> chart().size(10, 10));
        refused(
                "scale must be 0.5 to 4, got 9.0. 2 is sharp on most screens.",
                () -> chart().scale(9));
    }

    @Test
    void saysThatNothingWasFinite() {
        double[] nan = {Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN};
        Pixels pixels = Pixels.of(chart().line("发散", XS, nan));
        Rectangle body = pixels.body();
        var middle =
                new Rectangle((int) body.getCenterX() - 60, (int) body.getCenterY() - 15, 120, 30);
        assertTrue(pixels.count(Palette.FAINT_INK, middle) > 30, "NaN / ∞");
        Pixels finite = Pixels.of(chart().line("a", XS, new double[] {1, 2, 3, 2, 1}));
        assertEquals(0, finite.count(Palette.FAINT_INK, middle));
    }

    @Test
    void theKeyNamesEveryCurveInTheOrderOfTheirColours() {
        var twelve = chart();
        for (int i = 0; i < 12; i++) {
            twelve.line("组 " + i, XS, fill(i + 1));
        }
        assertEquals(
                "组 0,组 1,组 2,组 3,组 4,组 5,组 6,组 7,组 8,组 9,组 10,组 11",
                twelve.legend().stream().map(Legend.Entry::name).collect(Collectors.joining(",")));
        Pixels pixels = Pixels.of(twelve);
        for (int i = 0; i < 8; i++) {
            assertTrue(pixels.count(Palette.color(i), pixels.body()) > 300, "curve " + i);
        }
    }

    @Test
    void theKeyCoversNoCurve() {
        var many = chart().yRange(0, 4);
        for (int i = 0; i < 12; i++) {
            many.line("一个足足有四十个汉字那么长的名称" + i, XS, fill(0.1));
        }
        Pixels pixels = Pixels.of(many);
        Rectangle line = pixels.bounds(Palette.color(3), pixels.body());
        assertTrue(line.width > 600 && line.height <= 4, "low and whole: " + line);
    }

    @Test
    void valuesOnALogarithmicAxisThatAreNotAboveZeroAreLeftOut() {
        double[] ys = {-1, 0, 1, 10, 100};
        Pixels pixels = Pixels.of(chart().logY().dots("a", XS, ys));
        Rectangle points = pixels.bounds(FIRST, pixels.body());
        Rectangle body = pixels.body();
        assertTrue(points.getMaxX() > body.getMaxX() - 40);
        var left = new Rectangle(body.x, body.y, body.width * 2 / 5, body.height - 20);
        assertEquals(0, pixels.count(FIRST, left), "only an arrow at the lower edge");
    }

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static double[] fill(double value) {
        double[] values = new double[XS.length];
        Arrays.fill(values, value);
        return values;
    }
}
