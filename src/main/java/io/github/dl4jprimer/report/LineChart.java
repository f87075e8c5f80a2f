package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Curves over a common x axis: losses over epochs, accuracy over capacity, activation functions.
 *
 * <p>From left to right: what was varied or counted (epochs, steps, a learning rate). Upwards: what
 * was measured, with its unit in brackets behind the name, {@code 交叉熵 (nat)}. Where all x are whole
 * numbers, only whole numbers are labelled. On a logarithmic axis equal factors take equal lengths;
 * what is not above 0 has no place there and is left out.
 *
 * <p>NaN leaves a gap, and a value between two gaps becomes a point. A curve that leaves the chart,
 * as one that diverged to infinity, ends in an arrow at the frame, so the others keep their scale.
 * A chart whose curves hold nothing finite says "NaN / ∞" in its middle. Runs with several seeds
 * are a {@link Band}: the mean as a line, the spread as an area.
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
    private final List<Curve> curves = new ArrayList<>();
    private final List<Markers.Marker> markers = new ArrayList<>();
    private String xName = "";
    private String yName = "";
    private boolean logX;
    private boolean logY;
    private double[] yLimits = {};

    /** An empty chart; add at least one curve. */
    public LineChart(String title) {
        super(title);
    }

    /** Names the x axis, with its unit; left out, the axis has numbers but no name. */
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

    /**
     * Fixes the y axis; curves that go beyond end in an arrow.
     *
     * @param min lower end, above 0 on a logarithmic axis
     * @param max upper end, above {@code min}
     */
    public LineChart yRange(double min, double max) {
        this.yLimits = new double[] {min, max};
        return this;
    }

    /**
     * Adds a line through points.
     *
     * @param name shown in the key
     * @param xs [N], at least one, in the order in which they are joined
     * @param ys [N]; NaN leaves a gap
     * @throws IllegalArgumentException if the name is blank or the lengths differ
     */
    public LineChart line(String name, double[] xs, double[] ys) {
        curves.add(new Curve(name, xs, new Band(ys, ys, ys), true, false));
        return this;
    }

    /**
     * Adds a line with a point at each value: right for few values, where the eye should see which
     * were measured and which only joined.
     *
     * @param name shown in the key
     * @param xs [N], at least one
     * @param ys [N]; NaN leaves a gap
     */
    public LineChart points(String name, double[] xs, double[] ys) {
        curves.add(new Curve(name, xs, new Band(ys, ys, ys), true, true));
        return this;
    }

    /**
     * Adds points without a line: data that a curve is fitted to.
     *
     * @param name shown in the key
     * @param xs [N], at least one, in any order
     * @param ys [N]; NaN is not drawn
     */
    public LineChart dots(String name, double[] xs, double[] ys) {
        curves.add(new Curve(name, xs, new Band(ys, ys, ys), false, true));
        return this;
    }

    /**
     * Adds a mean with its spread as a translucent area.
     *
     * @param name shown in the key
     * @param xs [N]
     * @param band [N]; say in {@link #note} what the spread is and over how many seeds
     */
    public LineChart band(String name, double[] xs, Band band) {
        curves.add(new Curve(name, xs, band, true, false));
        return this;
    }

    /**
     * Adds a vertical line with a name, like the epoch where training stopped.
     *
     * @param name stands beside the line, not in the key
     * @param x in the axis' values; the axis is made long enough to show it
     */
    public LineChart marker(String name, double x) {
        markers.add(new Markers.Marker(name, x));
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
        var frame = new Frame(xName, yName, xRange(), yRange(), Frame.Size.LARGE);
        if (isWhole()) {
            frame.wholeX(area.getWidth());
        }
        for (int index = 0; index < curves.size(); index++) {
            curves.get(index).addBand(frame, index);
        }
        for (int index = 0; index < curves.size(); index++) {
            curves.get(index).addLine(frame, index);
        }
        frame.paint(graphics, area);
        for (int index = 0; index < curves.size(); index++) {
            curves.get(index).paintArrows(graphics, frame, index);
        }
        new Markers(markers).paint(graphics, frame);
        if (curves.stream().flatMapToDouble(Curve::shownYs).noneMatch(Double::isFinite)) {
            paintNothingFinite(graphics, frame.inner());
        }
    }

    /** Says in every language why the chart is empty: the run diverged before it was measured. */
    private static void paintNothingFinite(Graphics2D graphics, Rectangle2D inner) {
        new TextPainter(graphics)
                .draw(
                        "NaN / ∞",
                        20,
                        Palette.FAINT_INK,
                        inner.getCenterX(),
                        inner.getCenterY(),
                        TextPainter.Anchor.MIDDLE);
    }

    private DoubleStream xs() {
        return DoubleStream.concat(
                curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.xs())),
                markers.stream().mapToDouble(Markers.Marker::x));
    }

    /** Whether x counts something, so that half an epoch must not be labelled. */
    private boolean isWhole() {
        return !logX && xs().allMatch(x -> x == Math.rint(x));
    }

    /** All xs with a little room; a single epoch gets its neighbours, not hundredths of itself. */
    private Range xRange() {
        Range fitted = Range.fitting(xs(), logX, 0.02);
        double middle = fitted.at(0.5);
        return isWhole() && fitted.max() - fitted.min() < 2
                ? new Range(middle - 1, middle + 1, false)
                : fitted;
    }

    private Range yRange() {
        return yLimits.length == 0
                ? Range.fitting(curves.stream().flatMapToDouble(Curve::shownYs), logY, 0.05)
                : new Range(yLimits[0], yLimits[1], logY);
    }
}
