package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static BarChart chart() {
        return new BarChart("准确率", "SGD", "Adam").x("优化器").y("准确率 (%)");
    }

    private static Rectangle half(Pixels pixels, boolean left) {
        Rectangle body = pixels.body();
        return new Rectangle(
                left ? body.x : body.x + body.width / 2, body.y, body.width / 2, body.height);
    }

    @Test
    void drawsHeightsInProportionFromZero() {
        Pixels pixels = Pixels.of(chart().series("鸢尾花", 30, 90));
        int low = pixels.bounds(Palette.color(0), half(pixels, true)).height;
        int high = pixels.bounds(Palette.color(0), half(pixels, false)).height;
        double cut = pixels.image().getHeight();
        assertTrue(low > 50 && low < cut);
        int lowArea =
                pixels.count(
                        Palette.color(0), new Rectangle(0, 0, pixels.image().getWidth() / 2, 500));
        int highArea = pixels.count(Palette.color(0)) - lowArea;
        assertEquals(3, (double) highArea / lowArea, 0.1);
        assertTrue(high > low);
    }

    @Test
    void drawsErrorBarsOnlyWhereThereIsSpread() {
        // The same range, so that both pictures have the same axis.
        Pixels without = Pixels.of(chart().series("a", Summary.of(50), Summary.of(40, 60)));
        Pixels with = Pixels.of(chart().series("a", Summary.of(40, 60), Summary.of(40, 60)));
        Rectangle bar = without.bounds(Palette.color(0), half(without, true));
        assertTrue(
                with.differing(without, bar) > 10, "the lower half of the error bar, on the bar");
        assertTrue(with.differing(without, half(with, false)) < 20, "nothing else");
    }

    @Test
    void drawsNegativeBarsDownwards() {
        Pixels pixels = Pixels.of(chart().series("a", -10, 10));
        Rectangle down = pixels.bounds(Palette.color(0), half(pixels, true));
        Rectangle up = pixels.bounds(Palette.color(0), half(pixels, false));
        assertTrue(down.y >= up.getMaxY() - 3, down + " lies below " + up);
    }

    @Test
    void leavesOutABarWithoutAValue() {
        Pixels pixels = Pixels.of(chart().series("a", Double.NaN, 10));
        assertEquals(0, pixels.count(Palette.color(0), half(pixels, true)));
        assertTrue(pixels.count(Palette.color(0), half(pixels, false)) > 1000);
    }

    @Test
    void setsSeriesSideBySideWithAKey() {
        Pixels pixels = Pixels.of(chart().series("鸢尾花", 50, 50).series("数字", 50, 50));
        Rectangle first = pixels.bounds(Palette.color(0), half(pixels, true));
        Rectangle second = pixels.bounds(Palette.color(1), half(pixels, true));
        assertTrue(first.getMaxX() <= second.x + 2);
        var key = new Rectangle(0, pixels.image().getHeight() - 40, pixels.image().getWidth(), 40);
        assertTrue(pixels.count(Palette.color(1), key) > 100);
    }

    @Test
    void drawsABaselineAcross() {
        Pixels plain = Pixels.of(chart().series("a", 20, 20));
        Pixels lined = Pixels.of(chart().series("a", 20, 20).reference("规则", 60));
        assertTrue(
                lined.count(Palette.INK, lined.body())
                        > plain.count(Palette.INK, plain.body()) + 200);
    }

    @Test
    void drawsTwelveCategoriesWithLongNames() {
        String[] names = new String[12];
        double[] values = new double[12];
        for (int i = 0; i < 12; i++) {
            names[i] = "第 " + i + " 类：名称很长很长很长很长很长";
        }
        Pixels pixels = Pixels.of(new BarChart("全部为零", names).series("a", values));
        int ink = pixels.count(Palette.INK, new Rectangle(60, 350, 800, 200));
        assertTrue(ink > 200, "the turned names: " + ink);
    }

    @Test
    void refusesTwiceTheSameCategoryAndTooFewValues() {
        var twice = assertThrows(IllegalArgumentException.class, () -> new BarChart("a", "一", "一"));
        assertEquals(
                "categories must be distinct, got \"一\" twice. Rename one.", twice.getMessage());
        var few = assertThrows(IllegalArgumentException.class, () -> chart().series("a", 1.0));
        assertEquals(
                "values of a must be as many as categories (2), got 1. Give one for each.",
                few.getMessage());
        assertThrows(IllegalArgumentException.class, () -> chart().image());
    }
}
