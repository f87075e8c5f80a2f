package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Distributions side by side: weights, activations or gradients of each layer.
 *
 * <p>From left to right: the values, cut into parts of equal width. Upwards: how many values lie in
 * a part. Each panel states mean μ and standard deviation σ of its values; NaN and infinities are
 * counted there instead of being drawn, so a layer whose activations explode is seen at once. An
 * empty panel has axes and "n/a". Panels have axes of their own unless {@link #sharedRange} is
 * called: compare shapes without it, widths with it.
 *
 * <pre>{@code
 * var chart = new HistogramChart("各层的激活值").x("激活值").y("个数");
 * for (int layer = 1; layer <= 20; layer += 4) {
 *     chart.panel("第 " + layer + " 层", activations(layer));
 * }
 * }</pre>
 */
public final class HistogramChart extends Chart {
    private static final int MOST_COLUMNS = 4;
    private static final float NOTE_SIZE = 11.5f;

    private final List<Panel> panels = new ArrayList<>();
    private String xName = "";
    private String yName = "";
    private int bins = 40;
    private boolean sharedRange;

    /** A chart without panels. */
    public HistogramChart(String title) {
        super(title);
    }

    private record Panel(String name, double[] values) {}

    /** Names the x axis: the quantity and its unit. */
    public HistogramChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the y axis, which counts values. */
    public HistogramChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /**
     * Sets how many bars a panel has.
     *
     * @param newBins 1 to 500
     * @throws IllegalArgumentException if out of range
     */
    public HistogramChart bins(int newBins) {
        if (newBins < 1 || newBins > 500) {
            throw new IllegalArgumentException(
                    "bins must be 1 to 500, got " + newBins + ". 40 suit a panel.");
        }
        this.bins = newBins;
        return this;
    }

    /** Gives all panels the same axis of values, so that widths compare. */
    public HistogramChart sharedRange() {
        this.sharedRange = true;
        return this;
    }

    /**
     * Adds a panel.
     *
     * @param name above it: which layer, which step
     * @param values of any number, in any order; may be empty
     */
    public HistogramChart panel(String name, double[] values) {
        panels.add(new Panel(Check.text("panel", name), values));
        return this;
    }

    @Override
    int naturalHeight() {
        return layout().naturalHeight(width(), 0.78);
    }

    @Override
    List<Legend.Entry> legend() {
        return List.of();
    }

    @Override
    void paint(Graphics2D graphics, Rectangle2D area) {
        layout().paint(graphics, area, (index, cell) -> paintPanel(graphics, cell, index));
    }

    /** How many of the values lie in each of {@code bins} equal parts of [min, max]. */
    static int[] counts(double[] values, double min, double max, int bins) {
        var counts = new int[bins];
        for (double value : values) {
            if (value >= min && value <= max) {
                counts[(int) Math.min(bins - 1, (value - min) / (max - min) * bins)]++;
            }
        }
        return counts;
    }

    private Panels layout() {
        return new Panels(panels.stream().map(Panel::name).toList(), xName, yName, MOST_COLUMNS);
    }

    /** All bars of a panel are one area, whose outline runs over their tops. */
    private void paintPanel(Graphics2D graphics, Rectangle2D cell, int index) {
        Panel panel = panels.get(index);
        List<Panel> ranged = sharedRange ? panels : List.of(panel);
        Range x =
                Range.fitting(
                        ranged.stream().flatMapToDouble(one -> DoubleStream.of(one.values())),
                        false,
                        0);
        int[] counts = counts(panel.values(), x.min(), x.max(), bins);
        int highest = Math.max(1, Arrays.stream(counts).max().orElse(1));
        // A quarter of the height stays free for the line with mean and deviation.
        var frame = new Frame("", "", x, new Range(0, highest * 1.25, false), Frame.Size.SMALL);
        double[] xs =
                IntStream.range(0, 2 * bins + 2)
                        .mapToDouble(edge -> x.at(Math.floorDiv(edge, 2) / (double) bins))
                        .toArray();
        double[] ys =
                IntStream.range(0, 2 * bins + 2)
                        .mapToDouble(
                                edge -> edge == 0 || edge > 2 * bins ? 0 : counts[(edge - 1) / 2])
                        .toArray();
        frame.wholeY(cell.getHeight());
        frame.area(xs, ys, Palette.color(0));
        frame.paint(graphics, cell);
        paintStatistics(graphics, frame.inner(), panel);
    }

    /** Mean, deviation and how many values were lost, smaller where the panel is narrow. */
    private static void paintStatistics(Graphics2D graphics, Rectangle2D inner, Panel panel) {
        Summary summary = Summary.of(panel.values());
        int lost = panel.values().length - summary.count();
        String statistics =
                "μ = %s   σ = %s%s"
                        .formatted(
                                Numbers.significant(summary.mean(), 2),
                                Numbers.significant(summary.standardDeviation(), 2),
                                lost > 0 ? "   NaN/∞: " + lost : "");
        statistics = statistics.replace('-', '−');
        var text = new TextPainter(graphics);
        float size =
                text.width(statistics, NOTE_SIZE) > inner.getWidth() - 8
                        ? NOTE_SIZE - 2
                        : NOTE_SIZE;
        String fitted = text.fit(statistics, size, inner.getWidth() - 4);
        double y = inner.getMinY() + 12;
        text.drawOnPlate(
                fitted, size, Palette.INK, inner.getCenterX(), y, TextPainter.Anchor.MIDDLE);
    }
}
