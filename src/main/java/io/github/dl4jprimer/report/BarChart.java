package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;

/**
 * Bars with error bars: mean and standard deviation of measurements over seeds, several series side
 * by side.
 *
 * <p>Bars begin at 0. A value that does not exist (NaN) has no bar.
 *
 * <pre>{@code
 * new BarChart("测试准确率", "SGD", "Adam")
 *         .x("优化器").y("准确率 (%)")
 *         .series("鸢尾花", Summary.of(93, 95), Summary.of(96, 97))
 *         .reference("关键词规则", 85)
 *         .save(Path.of("accuracy.png"));
 * }</pre>
 */
public final class BarChart extends Chart {
    private static final float LABEL_SIZE = 13;
    private static final float NAME_SIZE = 15;
    private static final float VALUE_SIZE = 12;
    private static final double WIDEST_BAR = 90;

    private final List<String> categories;
    private final List<Series> series = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private String xName = "";
    private String yName = "";

    /**
     * A chart without bars.
     *
     * @param categories what is compared, from left to right
     */
    public BarChart(String title, String... categories) {
        super(title);
        Check.notEmpty("categories", categories.length);
        Check.distinct("categories", List.of(categories));
        this.categories = List.of(categories);
    }

    private record Series(String name, Summary[] values) {}

    private record Reference(String name, double value) {}

    /** Names the x axis. */
    public BarChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the y axis, with its unit. */
    public BarChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /**
     * Adds one bar for each category, with error bars.
     *
     * @param values one a category
     */
    public BarChart series(String name, Summary... values) {
        Check.sameLength("categories", categories.size(), "values of " + name, values.length);
        series.add(new Series(Check.text("series", name), values));
        return this;
    }

    /** Adds one bar for each category, without spread. */
    public BarChart series(String name, double... values) {
        return series(name, DoubleStream.of(values).mapToObj(Summary::of).toArray(Summary[]::new));
    }

    /** Adds a dashed line across the chart: a baseline to beat. */
    public BarChart reference(String name, double value) {
        references.add(new Reference(Check.text("reference", name), value));
        return this;
    }

    @Override
    List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int index = 0; index < series.size() && series.size() > 1; index++) {
            entries.add(Legend.Entry.box(series.get(index).name(), Palette.color(index)));
        }
        for (Reference reference : references) {
            String name = reference.name() + " " + Numbers.significant(reference.value(), 3);
            entries.add(Legend.Entry.line(name, Palette.INK, Palette.dashed(1.4f)));
        }
        return entries;
    }

    @Override
    void paint(Graphics2D graphics, Rectangle2D area) {
        Check.notEmpty("series", series.size());
        var text = new TextPainter(graphics);
        double roughSlot = (area.getWidth() - 80) / categories.size();
        boolean turned = text.widest(categories, LABEL_SIZE) > roughSlot - 6;
        double below = text.heightBelow(categories, LABEL_SIZE, turned) + 34;
        Range y = yRange();
        var chart = new CategoryChart(100, 100);
        chart.setYAxisTitle(yName);
        style(chart.getStyler(), y, roughSlot);
        for (int index = 0; index < series.size(); index++) {
            addTo(chart, index);
        }
        AffineTransform before = graphics.getTransform();
        graphics.translate(area.getX(), area.getY());
        double height = area.getHeight() - below;
        chart.paint(graphics, (int) area.getWidth(), (int) height);
        paintValues(text, chart);
        references.forEach(reference -> paintReference(graphics, chart, reference));
        double left = chart.getScreenXFromChart(0);
        double slot = (chart.getScreenXFromChart(categories.size()) - left) / categories.size();
        text.drawBelow(categories, LABEL_SIZE, left, slot, height + 4, turned);
        double middle = left + slot * categories.size() / 2;
        text.draw(
                xName,
                NAME_SIZE,
                Palette.INK,
                middle,
                area.getHeight() - 10,
                TextPainter.Anchor.MIDDLE);
        graphics.setTransform(before);
    }

    private void style(CategoryStyler style, Range y, double slot) {
        Frame.apply(style, Frame.Size.LARGE, yName);
        style.setYAxisMin(y.at(-Frame.EDGE))
                .setYAxisMax(y.at(1 + Frame.EDGE))
                .setPlotContentSize(1);
        style.setYAxisTickLabelsFormattingFunction(value -> Numbers.tick(value, y));
        style.setXAxisTitleVisible(false).setYAxisTitleVisible(!yName.isBlank());
        style.setErrorBarsColor(Palette.INK).setPlotGridVerticalLinesVisible(false);
        style.setAvailableSpaceFill(fill(slot)).setXAxisTicksVisible(false);
    }

    private double fill(double slot) {
        return Math.min(0.8, WIDEST_BAR * series.size() / slot);
    }

    private void addTo(CategoryChart chart, int index) {
        Summary[] values = series.get(index).values();
        double[] errors = Arrays.stream(values).mapToDouble(Summary::standardDeviation).toArray();
        List<Double> spread =
                DoubleStream.of(errors)
                        .map(error -> Double.isNaN(error) ? 0 : error)
                        .boxed()
                        .toList();
        boolean hasSpread = DoubleStream.of(errors).anyMatch(error -> error > 0);
        List<Double> heights =
                Arrays.stream(values)
                        .map(value -> value.count() == 0 ? null : (Double) value.mean())
                        .toList();
        var bars =
                chart.addSeries(
                        index + series.get(index).name(),
                        categories,
                        heights,
                        hasSpread ? spread : null);
        bars.setFillColor(Palette.color(index));
    }

    /** From 0 to beyond the longest error bar, with room for the numbers. */
    private Range yRange() {
        DoubleStream ends =
                series.stream()
                        .flatMap(one -> Arrays.stream(one.values()))
                        .flatMapToDouble(
                                value ->
                                        DoubleStream.of(
                                                value.mean() - value.standardDeviation(),
                                                value.mean() + value.standardDeviation()));
        DoubleStream others =
                DoubleStream.concat(
                        DoubleStream.of(0), references.stream().mapToDouble(Reference::value));
        Range fitted = Range.fitting(DoubleStream.concat(ends, others), false, 0);
        double room = 0.1 * (fitted.max() - fitted.min());
        return new Range(
                fitted.min() < 0 ? fitted.min() - room : 0,
                fitted.max() > 0 ? fitted.max() + room : 0,
                false);
    }

    /** Writes each mean beyond the end of its error bar, if the bar is wide enough. */
    private void paintValues(TextPainter text, CategoryChart chart) {
        double left = chart.getScreenXFromChart(0);
        double slot = (chart.getScreenXFromChart(categories.size()) - left) / categories.size();
        double barWidth = slot * chart.getStyler().getAvailableSpaceFill() / series.size();
        for (int index = 0; index < series.size(); index++) {
            for (int category = 0; category < categories.size(); category++) {
                Summary value = series.get(index).values()[category];
                String label = Numbers.significant(value.mean(), 3).replace('-', '−');
                if (value.count() == 0 || text.width(label, VALUE_SIZE) > barWidth + 8) {
                    continue;
                }
                double x =
                        left
                                + (category + 0.5) * slot
                                + (index - (series.size() - 1) / 2.0) * barWidth;
                double sign = value.mean() < 0 ? -1 : 1;
                double end = value.mean() + sign * value.standardDeviation();
                double y = chart.getScreenYFromChart(end) - sign * 11;
                text.draw(label, VALUE_SIZE, Palette.INK, x, y, TextPainter.Anchor.MIDDLE);
            }
        }
    }

    private static void paintReference(
            Graphics2D graphics, CategoryChart chart, Reference reference) {
        double left = chart.getScreenXFromChart(0);
        double right =
                chart.getScreenXFromChart(
                        chart.getSeriesCollection().iterator().next().getXData().size());
        double y = chart.getScreenYFromChart(reference.value());
        graphics.setColor(Palette.INK);
        graphics.setStroke(Palette.dashed(1.4f));
        graphics.draw(new Line2D.Double(left, y, right, y));
    }
}
