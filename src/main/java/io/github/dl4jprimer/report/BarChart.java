package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Bars with error bars: mean and standard deviation of measurements over seeds, several series side
 * by side.
 *
 * <p>From left to right: what is compared, a slot for each category, in it a bar for each series.
 * Upwards: what was measured, with its unit. Bars begin at 0, because their length is read; the
 * thin line at a bar's end reaches one standard deviation of the sample up and down. The number
 * beyond it is the mean to three digits, left out where bars are too narrow for it.
 *
 * <p>A value that does not exist (NaN, or no seed finished) has no bar. One that diverged beyond
 * 1e100 ends at the edge and keeps its number. A name wider than its slot is turned, and cut at
 * {@code TextPainter.LONGEST_NAME} pixels.
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
    private static final float LINE_WIDTH = 1.4f;

    /** From the end of an error bar to the middle of its number, in pixels. */
    private static final double FROM_BAR = 11;

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
     * @param name shown in the key if there is more than one series
     * @param values one a category
     * @throws IllegalArgumentException if they are not as many as the categories
     */
    public BarChart series(String name, Summary... values) {
        Check.sameLength("categories", categories.size(), "values of " + name, values.length);
        series.add(new Series(Check.text("series", name), values));
        return this;
    }

    /**
     * Adds one bar for each category, without spread.
     *
     * @param name shown in the key if there is more than one series
     * @param values one a category; NaN for none
     */
    public BarChart series(String name, double... values) {
        return series(name, DoubleStream.of(values).mapToObj(Summary::of).toArray(Summary[]::new));
    }

    /**
     * Adds a dashed line across the chart: a baseline to beat.
     *
     * @param name shown in the key, followed by the value to three digits
     * @param value in the y axis' unit
     */
    public BarChart reference(String name, double value) {
        references.add(new Reference(Check.text("reference", name), value));
        return this;
    }

    /** The key names the series if there are several, and every baseline with its value. */
    @Override
    List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int index = 0; index < series.size() && series.size() > 1; index++) {
            entries.add(Legend.Entry.box(series.get(index).name(), Palette.color(index)));
        }
        for (Reference reference : references) {
            String name = reference.name() + " " + Numbers.significant(reference.value(), 3);
            entries.add(Legend.Entry.line(name, Palette.INK, Palette.dashed(LINE_WIDTH)));
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
        double height = area.getHeight() - below;
        String fittedYName = text.fit(yName, NAME_SIZE, height - 30);
        var frame = new BarFrame(categories, fittedYName, yRange(), series.size(), roughSlot);
        for (int index = 0; index < series.size(); index++) {
            frame.add(series.get(index).name(), series.get(index).values(), index);
        }
        frame.paint(
                graphics,
                new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), height));
        // The numbers come last: their plates interrupt a line that would cross them out.
        references.forEach(reference -> paintReference(graphics, frame, reference));
        paintValues(text, frame);
        double top = area.getY() + height + 4;
        text.drawBelow(categories, LABEL_SIZE, frame.left(), frame.slot(), top, turned);
        double width = frame.slot() * categories.size();
        text.draw(
                text.fit(xName, NAME_SIZE, width),
                NAME_SIZE,
                Palette.INK,
                frame.left() + width / 2,
                area.getMaxY() - 10,
                TextPainter.Anchor.MIDDLE);
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
    private void paintValues(TextPainter text, BarFrame frame) {
        for (int index = 0; index < series.size(); index++) {
            for (int category = 0; category < categories.size(); category++) {
                Summary value = series.get(index).values()[category];
                String label = Numbers.significant(value.mean(), 3).replace('-', '−');
                if (value.count() == 0 || text.width(label, VALUE_SIZE) > frame.barWidth() + 8) {
                    continue;
                }
                double sign = value.mean() < 0 ? -1 : 1;
                double end = frame.placeY(value.mean() + sign * value.standardDeviation());
                double y =
                        Math.max(frame.placeY(Double.MAX_VALUE) + FROM_BAR, end - sign * FROM_BAR);
                text.drawOnPlate(
                        label,
                        VALUE_SIZE,
                        Palette.INK,
                        frame.barCenter(category, index),
                        y,
                        TextPainter.Anchor.MIDDLE);
            }
        }
    }

    /** A dashed line from the first slot to the last; one beyond the axis lies on its edge. */
    private void paintReference(Graphics2D graphics, BarFrame frame, Reference reference) {
        double right = frame.left() + frame.slot() * categories.size();
        double y = frame.placeY(reference.value());
        graphics.setColor(Palette.INK);
        graphics.setStroke(Palette.dashed(LINE_WIDTH));
        graphics.draw(new Line2D.Double(frame.left(), y, right, y));
    }
}
