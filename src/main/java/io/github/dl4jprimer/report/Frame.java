package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An XChart plot in the house style, painted into a rectangle of a larger picture: the axes of all
 * charts but bars and heat maps.
 *
 * <p>Life of a frame: made with names and ranges; filled by {@link #line}, {@link #points} and
 * {@link #area}, in the order in which they cover each other; painted once; asked by {@link #place}
 * for the pixel of a value, so that its owner can draw on top. Values go in as they are: those
 * beyond the range are brought near its edge and cut off there, NaN is a gap. XChart, which is not
 * made for very small or large numbers, sees them divided by {@link Range#unit}.
 */
final class Frame {
    /** Sizes of axis names and numbers in pixels. */
    enum Size {
        LARGE(15, 13, 84),
        SMALL(13, 11.5f, 52);

        private final float name;
        private final float number;
        private final int spacing;

        Size(float name, float number, int spacing) {
            this.name = name;
            this.number = number;
            this.spacing = spacing;
        }
    }

    /**
     * XChart leaves out numbers that lie exactly on the edge of the plot, so the edge is a hair
     * further out.
     */
    static final double EDGE = 0.001;

    private final XYChart chart = new XYChart(100, 100);
    private final Range x;
    private final Range y;
    private final Size size;
    private Rectangle2D area = new Rectangle2D.Double();

    Frame(String xName, String yName, Range x, Range y, Size size) {
        this.x = x;
        this.y = y;
        this.size = size;
        chart.setXAxisTitle(xName);
        chart.setYAxisTitle(yName);
        var style = chart.getStyler();
        apply(style, size, xName + yName);
        style.setXAxisMin(x.at(-EDGE) / x.unit())
                .setXAxisMax(x.at(1 + EDGE) / x.unit())
                .setXAxisLogarithmic(x.logarithmic());
        style.setYAxisMin(y.at(-EDGE) / y.unit())
                .setYAxisMax(y.at(1 + EDGE) / y.unit())
                .setYAxisLogarithmic(y.logarithmic());
        style.setXAxisLogarithmicDecadeOnly(false).setYAxisLogarithmicDecadeOnly(false);
        style.setXAxisTickLabelsFormattingFunction(label(x));
        style.setYAxisTickLabelsFormattingFunction(label(y));
        style.setXAxisTitleVisible(!xName.isBlank()).setYAxisTitleVisible(!yName.isBlank());
        style.setPlotContentSize(1);
        // XChart marks every digit of every decade: of many decades, a black bar.
        style.setPlotGridHorizontalLinesVisible(!hasManyDecades(y));
        style.setPlotGridVerticalLinesVisible(!hasManyDecades(x));
        style.setAxisTicksMarksVisible(!hasManyDecades(x) && !hasManyDecades(y));
        addAnchor();
    }

    private static boolean hasManyDecades(Range range) {
        return range.logarithmic() && range.max() / range.min() >= 1e9;
    }

    /** How the numbers at an axis are written. */
    private static Function<Double, String> label(Range range) {
        return range.logarithmic()
                ? value -> Numbers.logarithmicTick(value, range)
                : value -> Numbers.tick(value * range.unit(), range);
    }

    /**
     * One invisible point: XChart draws axes only around data, and when all values are evenly
     * spaced it labels nothing but them.
     */
    private void addAnchor() {
        line(
                "",
                new double[] {x.at(0.317)},
                new double[] {y.at(0.317)},
                Palette.CLEAR,
                new BasicStroke(1));
    }

    /** The look that all axes share. */
    static void apply(AxesChartStyler style, Size size, String names) {
        style.setLegendVisible(false)
                .setChartTitleVisible(false)
                .setChartPadding(4)
                .setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Palette.CLEAR).setPlotBackgroundColor(Palette.CLEAR);
        style.setPlotBorderVisible(true)
                .setPlotBorderColor(Palette.FRAME)
                .setChartFontColor(Palette.INK);
        style.setAntiAlias(true).setTextAntiAlias(true).setMarkerSize(8);
        style.setAxisTitleFont(ChartFont.forText(names, size.name)).setAxisTitlePadding(8);
        style.setAxisTickLabelsFont(ChartFont.forText("0", size.number)).setAxisTickPadding(5);
        style.setAxisTickLabelsColor(Palette.FAINT_INK).setAxisTickMarksColor(Palette.FRAME);
        style.setYAxisLabelAlignment(TextAlignment.Right)
                .setAxisTicksLineVisible(false)
                .setPlotTicksMarksVisible(false)
                .setPlotMargin(0);
        style.setPlotGridLinesColor(Palette.GRID).setPlotGridLinesStroke(new BasicStroke(1));
        style.setXAxisTickMarkSpacingHint(size.spacing)
                .setYAxisTickMarkSpacingHint(size.spacing * 11 / 20);
    }

    /** Only whole numbers along x: epochs, steps, layers. */
    void wholeX(double width) {
        var style = chart.getStyler();
        style.setXAxisTickLabelsFormattingFunction(Frame::whole);
        style.setXAxisTickMarkSpacingHint(
                atLeastOne(x, width, style.getXAxisTickMarkSpacingHint()));
    }

    /** Only whole numbers along y: counts. */
    void wholeY(double height) {
        var style = chart.getStyler();
        style.setYAxisTickLabelsFormattingFunction(Frame::whole);
        style.setYAxisTickMarkSpacingHint(
                atLeastOne(y, height, style.getYAxisTickMarkSpacingHint()));
    }

    /** Pixels between labels so that a step is no less than 1. */
    private static int atLeastOne(Range range, double pixels, int spacing) {
        return (int)
                Math.max(
                        spacing, Math.min(pixels / 2, 0.85 * pixels / (range.max() - range.min())));
    }

    /**
     * XChart draws no labels at all if those of both ends agree, so what is not whole has a label
     * too.
     */
    private static String whole(double value) {
        boolean whole = Math.abs(value - Math.rint(value)) < 1e-6;
        String digits = String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", value);
        return digits.replace('-', '−');
    }

    /** Without grid lines: for what is filled or has lines of its own. */
    void hideGrid() {
        chart.getStyler().setPlotGridLinesVisible(false);
    }

    /** Diameter of points; smaller where there are many. */
    void markerSize(int pixels) {
        chart.getStyler().setMarkerSize(pixels);
    }

    /** Adds a line without markers; NaN leaves a gap. */
    XYSeries line(String name, double[] xs, double[] ys, Color color, BasicStroke stroke) {
        XYSeries series = add(name, xs, ys);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(color).setLineStyle(stroke);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    /** Adds points in the colour and shape of an index. */
    XYSeries points(double[] xs, double[] ys, int index) {
        XYSeries series = add("", xs, ys);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarkerColor(Palette.color(index)).setMarker(Palette.marker(index));
        return series;
    }

    /** Adds a filled area inside a closed outline. */
    void area(double[] xs, double[] ys, Color fill) {
        XYSeries series = add("", xs, ys);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setLineColor(Palette.CLEAR).setLineStyle(new BasicStroke(0.1f));
        series.setMarker(SeriesMarkers.NONE).setFillColor(fill);
    }

    /** Draws axes and series into a rectangle; names that are too long for it are shortened. */
    void paint(Graphics2D graphics, Rectangle2D rectangle) {
        this.area = rectangle;
        var text = new TextPainter(graphics);
        chart.setXAxisTitle(text.fit(chart.getXAxisTitle(), size.name, rectangle.getWidth() - 80));
        chart.setYAxisTitle(text.fit(chart.getYAxisTitle(), size.name, rectangle.getHeight() - 50));
        AffineTransform before = graphics.getTransform();
        graphics.translate(rectangle.getX(), rectangle.getY());
        chart.paint(graphics, (int) rectangle.getWidth(), (int) rectangle.getHeight());
        graphics.setTransform(before);
    }

    /** The rectangle between the axes, in pixels; known once painted. */
    Rectangle2D inner() {
        Point2D low = corner(x.min(), y.min());
        Point2D high = corner(x.max(), y.max());
        return new Rectangle2D.Double(
                low.getX(), high.getY(), high.getX() - low.getX(), low.getY() - high.getY());
    }

    /**
     * The pixel of a value, also outside the axes, where XChart's own answer is the middle of the
     * plot.
     */
    Point2D place(double xValue, double yValue) {
        Rectangle2D inner = inner();
        return new Point2D.Double(
                inner.getMinX() + x.position(xValue) * inner.getWidth(),
                inner.getMaxY() - y.position(yValue) * inner.getHeight());
    }

    Range xRange() {
        return x;
    }

    Range yRange() {
        return y;
    }

    private Point2D corner(double xValue, double yValue) {
        return new Point2D.Double(
                area.getX() + chart.getScreenXFromChart(xValue / x.unit()),
                area.getY() + chart.getScreenYFromChart(yValue / y.unit()));
    }

    /** Brings values into XChart's reach: nothing infinite, gaps only in y, divided by the unit. */
    private XYSeries add(String name, double[] xs, double[] ys) {
        var clampedX = new double[xs.length];
        var clampedY = new double[ys.length];
        for (int i = 0; i < xs.length; i++) {
            clampedX[i] = x.clamp(xs[i]);
            clampedY[i] = Double.isNaN(clampedX[i]) ? Double.NaN : y.clamp(ys[i]);
            // XChart knows gaps in y alone.
            clampedX[i] = (Double.isNaN(clampedX[i]) ? x.min() : clampedX[i]) / x.unit();
            clampedY[i] /= y.unit();
        }
        String unique = chart.getSeriesCollection().size() + name;
        return chart.addSeries(unique, clampedX, clampedY);
    }
}
