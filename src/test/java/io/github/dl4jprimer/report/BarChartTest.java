package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aBaselineDoesNotCrossOutANumber() {
        // The number of a bar of 20 stands where a baseline of 20.6 runs.
        Pixels lined = Pixels.of(chart().series("a", 20, 10).reference("规则", 20.6));
        Rectangle bar = lined.bounds(Palette.color(0), half(lined, true));
        var number = new Rectangle((int) bar.getCenterX() - 14, bar.y - 17, 28, 13);
        var beside = new Rectangle(bar.x + 2, bar.y - 17, 20, 13);
        assertTrue(darkestRow(lined, beside) > 8, "the line runs beside the number");
        assertTrue(darkestRow(lined, number) < 22, "and not through it");
    }

    private static int darkestRow(Pixels pixels, Rectangle part) {
        return IntStream.range(part.y, part.y + part.height)
                .map(
                        y ->
                                (int)
                                        IntStream.range(part.x, part.x + part.width)
                                                .filter(x -> pixels.at(x, y).getRed() < 170)
                                                .count())
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-15, 1e-8, 1, 1e12, 1e90})
    void barsOfAnySizeAreInProportion(double size) {
        Pixels pixels =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> Pixels.of(chart().series("a", size, 2 * size)));
        int low = pixels.bounds(Palette.color(0), half(pixels, true)).height;
        int high = pixels.bounds(Palette.color(0), half(pixels, false)).height;
        assertEquals(2, (double) high / low, 0.05);
    }

    @Test
    void aDivergedBarEndsAtTheEdgeAndHidesNoOther() {
        Pixels pixels = Pixels.of(chart().series("a", 1e120, 1));
        Rectangle diverged = pixels.bounds(Palette.color(0), half(pixels, true));
        Rectangle other = pixels.bounds(Palette.color(0), half(pixels, false));
        assertTrue(other.height > 200, "the axis fits the other: " + other);
        assertTrue(diverged.y >= pixels.body().y - 3, "and this one stays inside: " + diverged);
        var title = new Rectangle(0, 0, pixels.image().getWidth(), pixels.body().y - 4);
        Pixels plain = Pixels.of(chart().series("a", 1, 1));
        assertTrue(pixels.differing(plain, title) == 0, "its number stands below the title");
    }

    @Test
    void aNameThatIsWiderThanItsSlotIsCut() {
        var names = new String[] {"一个足足有四十个汉字那么长的类别名称".repeat(3), "短", "b", "c"};
        Pixels pixels = Pixels.of(new BarChart("a", names).x("x").series("s", 1, 1, 1, 1));
        Rectangle body = pixels.body();
        int slot = body.width / 4;
        int under = (int) body.getMaxY() + 8;
        var second = new Rectangle(body.x + slot + 4, under, slot - 8, 14);
        Pixels alone =
                Pixels.of(new BarChart("a", "长", "短", "b", "c").x("x").series("s", 1, 1, 1, 1));
        assertEquals(0, pixels.differing(alone, second), "its neighbour's place is free");
        assertTrue(pixels.count(Palette.INK, new Rectangle(body.x, under, slot, 14)) > 40);
    }

    @Test
    void theKeyNamesTheSeriesAndTheBaseline() {
        var one = chart().series("鸢尾花", 1, 2);
        assertEquals(List.of(), one.legend(), "one series needs no key");
        var two = chart().series("鸢尾花", 1, 2).series("数字", 1, 2).reference("规则", 86.54);
        assertEquals(
                List.of("鸢尾花", "数字", "规则 86.5"),
                two.legend().stream().map(Legend.Entry::name).toList());
    }
}
