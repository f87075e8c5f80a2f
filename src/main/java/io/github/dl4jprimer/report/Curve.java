package io.github.dl4jprimer.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * One named curve of a line chart: it knows how it is drawn, and how its key entry looks.
 *
 * <p>It is drawn in three layers, so that no area hides a line: areas of all curves first, then
 * lines and points, then the arrows where curves leave the frame.
 *
 * @param name shown in the key
 * @param xs [N]
 * @param band [N] mean and limits; the three are the same array for a plain line
 * @param line whether neighbours are joined
 * @param dots whether each value gets a point
 */
record Curve(String name, double[] xs, Band band, boolean line, boolean dots) {
    private static final float WIDTH = 2.2f;
    private static final double OPACITY = 0.18;

    Curve {
        Check.text("name", name);
        Check.notEmpty("values of " + name, xs.length);
        Check.sameLength("xs of " + name, xs.length, "ys of " + name, band.mean().length);
    }

    /** Every y that should be visible, so that the axis can fit them: the limits of a band. */
    DoubleStream shownYs() {
        return hasSpread()
                ? DoubleStream.concat(DoubleStream.of(band.low()), DoubleStream.of(band.high()))
                : DoubleStream.of(band.mean());
    }

    /**
     * The key's entry: area, line and point, as far as the curve has them.
     *
     * @param index which curve of the chart, from 0; it decides colour, dashes and shape
     */
    Legend.Entry legend(int index) {
        Color color = Palette.color(index);
        return new Legend.Entry(
                name,
                (graphics, box) -> {
                    if (hasSpread()) {
                        graphics.setColor(Palette.translucent(color, OPACITY));
                        graphics.fill(box);
                    }
                    if (line) {
                        Legend.Entry.line(name, color, Palette.stroke(index, WIDTH))
                                .sample()
                                .paint(graphics, box);
                    }
                    if (dots) {
                        graphics.setColor(color);
                        Palette.marker(index)
                                .paint(graphics, box.getCenterX(), box.getCenterY(), 8);
                    }
                });
    }

    /** Adds the spread, one area for each run of places without NaN. */
    void addBand(Frame frame, int index) {
        int start = 0;
        while (hasSpread() && start < xs.length) {
            int end = start;
            while (end < xs.length && !Double.isNaN(band.low()[end] + band.high()[end])) {
                end++;
            }
            if (end - start > 1) {
                double[] there = Arrays.copyOfRange(xs, start, end);
                double[] upper = Arrays.copyOfRange(band.high(), start, end);
                // A deviation can reach below 0, where a logarithmic axis has no place.
                double floor =
                        frame.yRange().logarithmic()
                                ? frame.yRange().min()
                                : Double.NEGATIVE_INFINITY;
                double[] lower =
                        Arrays.stream(band.low(), start, end)
                                .map(low -> Math.max(low, floor))
                                .toArray();
                Color fill = Palette.translucent(Palette.color(index), OPACITY);
                frame.area(thereAndBack(there, there), thereAndBack(upper, lower), fill);
            }
            start = end + 1;
        }
    }

    /** Adds the line and its points; a value without neighbours becomes a point. */
    void addLine(Frame frame, int index) {
        if (line) {
            frame.line(name, xs, band.mean(), Palette.color(index), Palette.stroke(index, WIDTH));
        }
        var marked = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            marked[i] = dots || isAlone(i) ? band.mean()[i] : Double.NaN;
        }
        frame.points(xs, marked, index);
    }

    /** An arrow at the frame wherever the curve leaves it upwards or downwards. */
    void paintArrows(Graphics2D graphics, Frame frame, int index) {
        graphics.setColor(Palette.color(index));
        for (int i = 0; i < xs.length; i++) {
            double y = band.mean()[i];
            boolean wasOff = i > 0 && isOff(frame.yRange(), band.mean()[i - 1]);
            if (isOff(frame.yRange(), y) && !wasOff && frame.xRange().contains(xs[i])) {
                boolean up = y > frame.yRange().max();
                double edge = up ? frame.yRange().max() : frame.yRange().min();
                Point2D exit = frame.place(exitX(frame.yRange(), i, edge), edge);
                graphics.fill(Arrow.at(exit.getX(), exit.getY(), 0, up ? -1 : 1));
            }
        }
    }

    /** x at which the line from the value before crosses the edge. */
    private double exitX(Range range, int i, double edge) {
        if (i == 0
                || Double.isNaN(band.mean()[i - 1])
                || (range.logarithmic() && band.mean()[i] <= 0)) {
            return xs[i];
        }
        double from = range.position(band.mean()[i - 1]);
        double to = range.position(range.clamp(band.mean()[i]));
        return xs[i - 1] + (range.position(edge) - from) / (to - from) * (xs[i] - xs[i - 1]);
    }

    /** The outline of an area: along one limit and back along the other. */
    private static double[] thereAndBack(double[] there, double[] back) {
        double[] both = Arrays.copyOf(there, 2 * there.length);
        for (int i = 0; i < back.length; i++) {
            both[both.length - 1 - i] = back[i];
        }
        return both;
    }

    private boolean hasSpread() {
        return band.low() != band.high();
    }

    /** Whether a line would show nothing of a value, since neither neighbour exists. */
    private boolean isAlone(int i) {
        boolean before = i > 0 && !Double.isNaN(band.mean()[i - 1]);
        boolean after = i + 1 < xs.length && !Double.isNaN(band.mean()[i + 1]);
        return line && !before && !after;
    }

    private static boolean isOff(Range range, double y) {
        return !Double.isNaN(y) && !range.contains(y);
    }
}
