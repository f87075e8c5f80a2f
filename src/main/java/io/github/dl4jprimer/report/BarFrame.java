package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;

/**
 * An XChart plot of bars in the house style: what {@link Frame} is for curves.
 *
 * <p>Along x lie slots of equal width, one a category; in each slot the bars of all series stand
 * side by side and take at most four fifths of it. The y axis is linear.
 */
final class BarFrame {
    private static final double WIDEST_BAR = 90;
    private static final double MOST_OF_SLOT = 0.8;

    private final CategoryChart chart = new CategoryChart(100, 100);
    private final List<String> categories;
    private final int seriesCount;
    private final Range y;
    private Rectangle2D area = new Rectangle2D.Double();

    /**
     * A frame without bars.
     *
     * @param yName name of the y axis, short enough for its height; may be blank
     * @param seriesCount how many bars share a slot
     * @param roughSlot about how many pixels wide a slot will be
     */
    BarFrame(List<String> categories, String yName, Range y, int seriesCount, double roughSlot) {
        this.categories = categories;
        this.seriesCount = seriesCount;
        this.y = y;
        chart.setYAxisTitle(yName);
        CategoryStyler style = chart.getStyler();
        Frame.apply(style, Frame.Size.LARGE, yName);
        style.setYAxisMin(y.at(-Frame.EDGE) / y.unit())
                .setYAxisMax(y.at(1 + Frame.EDGE) / y.unit())
                .setPlotContentSize(1);
        style.setYAxisTickLabelsFormattingFunction(value -> Numbers.tick(value * y.unit(), y));
        style.setXAxisTitleVisible(false).setYAxisTitleVisible(!yName.isBlank());
        style.setErrorBarsColor(Palette.INK).setPlotGridVerticalLinesVisible(false);
        style.setAvailableSpaceFill(Math.min(MOST_OF_SLOT, WIDEST_BAR * seriesCount / roughSlot));
        style.setXAxisTicksVisible(false);
    }

    /**
     * Adds the bars of one series with their error bars, one standard deviation up and down.
     *
     * @param values one a category; without a count there is no bar
     */
    void add(String name, Summary[] values, int index) {
        List<Double> spreads =
                Arrays.stream(values)
                        .mapToDouble(value -> value.count() == 0 ? 0 : value.standardDeviation())
                        .map(spread -> Math.min(spread, y.max() - y.min()) / y.unit())
                        .boxed()
                        .toList();
        List<Double> heights =
                Arrays.stream(values)
                        .map(value -> value.count() == 0 ? null : height(value.mean()))
                        .toList();
        boolean hasSpread = spreads.stream().anyMatch(spread -> spread > 0);
        var bars = chart.addSeries(index + name, categories, heights, hasSpread ? spreads : null);
        bars.setFillColor(Palette.color(index));
    }

    /** What XChart draws; a value that is too large for the axis ends at its edge. */
    private Double height(double mean) {
        return Math.max(y.min(), Math.min(y.max(), mean)) / y.unit();
    }

    /** Draws axis and bars; places are known from then on. */
    void paint(Graphics2D graphics, Rectangle2D rectangle) {
        this.area = rectangle;
        AffineTransform before = graphics.getTransform();
        graphics.translate(rectangle.getX(), rectangle.getY());
        chart.paint(graphics, (int) rectangle.getWidth(), (int) rectangle.getHeight());
        graphics.setTransform(before);
    }

    /** x of the first slot's left edge, in pixels. */
    double left() {
        return area.getX() + chart.getScreenXFromChart(0);
    }

    /** Width of a slot in pixels. */
    double slot() {
        double right = area.getX() + chart.getScreenXFromChart(categories.size());
        return (right - left()) / categories.size();
    }

    /** Width of one bar in pixels. */
    double barWidth() {
        return slot() * chart.getStyler().getAvailableSpaceFill() / seriesCount;
    }

    /** x of the middle of a bar, in pixels. */
    double barCenter(int category, int index) {
        double fromMiddle = (index - (seriesCount - 1) / 2.0) * barWidth();
        return left() + (category + 0.5) * slot() + fromMiddle;
    }

    /** y of a value in pixels; beyond the axis, its edge. */
    double placeY(double value) {
        double shown = DoubleStream.of(y.min(), value, y.max()).sorted().toArray()[1];
        return area.getY() + chart.getScreenYFromChart(shown / y.unit());
    }
}
