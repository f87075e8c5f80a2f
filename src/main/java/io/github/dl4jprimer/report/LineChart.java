package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Curves over a common x axis: losses over epochs, accuracy over capacity, activation functions.
 *
 * <p>NaN leaves a gap; a curve that leaves the chart ends in an arrow at the frame.
 *
 * <pre>{@code
 * new LineChart("六种优化器的训练损失")
 *         .x("轮次").y("交叉熵 (nat)").logY()
 *         .band("Adam", epochs, Band.minMax(lossesBySeed))
 *         .line("基线", epochs, baseline)
 *         .marker("早停", 12)
 *         .save(Path.of("loss.png"));
 * }</pre>
 */
public final class LineChart extends Chart {
    private static final float LINE_WIDTH = 2.2f;
    private static final double BAND_OPACITY = 0.18;

    private final List<Curve> curves = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private String xName = "";
    private String yName = "";
    private boolean logX;
    private boolean logY;
    private double[] yLimits = {};

    /** An empty chart; add at least one curve. */
    public LineChart(String title) {
        super(title);
    }

    private record Marker(String name, double x) {}

    /** Names the x axis, with its unit. */
    public LineChart x(String name) {
        this.xName = Check.text("x", name);
        return this;
    }

    /** Names the y axis, with its unit. */
    public LineChart y(String name) {
        this.yName = Check.text("y", name);
        return this;
    }

    /** Makes the x axis logarithmic; values not above 0 are left out. */
    public LineChart logX() {
        this.logX = true;
        return this;
    }

    /** Makes the y axis logarithmic; values not above 0 are left out. */
    public LineChart logY() {
        this.logY = true;
        return this;
    }

    /** Fixes the y axis; curves that go beyond end in an arrow. */
    public LineChart yRange(double min, double max) {
        this.yLimits = new double[] {min, max};
        return this;
    }

    /** Adds a line through points. */
    public LineChart line(String name, double[] xs, double[] ys) {
        curves.add(Curve.line(name, xs, ys));
        return this;
    }

    /** Adds a line with a point at each value: right for few values. */
    public LineChart points(String name, double[] xs, double[] ys) {
        curves.add(Curve.points(name, xs, ys));
        return this;
    }

    /** Adds points without a line: data that a curve is fitted to. */
    public LineChart dots(String name, double[] xs, double[] ys) {
        curves.add(Curve.dots(name, xs, ys));
        return this;
    }

    /** Adds a mean with its spread as a translucent area. */
    public LineChart band(String name, double[] xs, Band band) {
        curves.add(Curve.banded(name, xs, band));
        return this;
    }

    /** Adds a vertical line with a name, like the epoch where training stopped. */
    public LineChart marker(String name, double x) {
        markers.add(new Marker(Check.text("marker", name), x));
        return this;
    }

    @Override
    List<Legend.Entry> legend() {
        return IntStream.range(0, curves.size())
                .mapToObj(index -> curves.get(index).legend(index))
                .toList();
    }

    @Override
    void paint(Graphics2D graphics, Rectangle2D area) {
        Check.notEmpty("curves", curves.size());
        var plot = new Plot(graphics, area, xAxis(), yAxis(), Plot.Size.LARGE);
        plot.paintGrid();
        plot.clipped(() -> paintCurves(graphics, plot));
        plot.paintFrame();
        for (int index = 0; index < curves.size(); index++) {
            curves.get(index).paintArrows(graphics, plot, Palette.color(index));
        }
        paintMarkers(graphics, plot);
    }

    private void paintCurves(Graphics2D graphics, Plot plot) {
        for (int index = 0; index < curves.size(); index++) {
            Color fill = Palette.translucent(Palette.color(index), BAND_OPACITY);
            curves.get(index).paintBand(graphics, plot, fill);
        }
        for (int index = 0; index < curves.size(); index++) {
            curves.get(index).paintLine(graphics, plot, index, LINE_WIDTH);
        }
    }

    private void paintMarkers(Graphics2D graphics, Plot plot) {
        var text = new TextPainter(graphics);
        double y = plot.area().getMinY() + 14;
        for (Marker marker : markers) {
            if (!plot.xAxis().contains(marker.x())) {
                continue;
            }
            double x = plot.x(marker.x());
            graphics.setColor(Palette.INK);
            graphics.setStroke(
                    new BasicStroke(
                            1.4f,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            10,
                            new float[] {5, 4},
                            0));
            graphics.draw(new Line2D.Double(x, plot.area().getMinY(), x, plot.area().getMaxY()));
            boolean leftHalf = x < plot.area().getCenterX();
            var anchor = leftHalf ? TextPainter.Anchor.START : TextPainter.Anchor.END;
            text.drawOnPlate(marker.name(), 13, Palette.INK, x + (leftHalf ? 7 : -7), y, anchor);
            y += 22;
        }
    }

    private Axis xAxis() {
        DoubleStream values =
                DoubleStream.concat(
                        curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.xs())),
                        markers.stream().mapToDouble(Marker::x));
        return Axis.fitting(xName, values, logX, 0.02);
    }

    private Axis yAxis() {
        Axis fitted =
                Axis.fitting(yName, curves.stream().flatMapToDouble(Curve::drawnYs), logY, 0.05)
                        .continuous();
        return yLimits.length == 0 ? fitted : fitted.withRange(yLimits[0], yLimits[1]);
    }
}
