package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.stream.DoubleStream;

/**
 * One named curve of a line chart.
 *
 * @param name shown in the key
 * @param xs [N]
 * @param band [N] mean and limits; the three are the same array for a plain line
 * @param line whether neighbours are joined
 * @param dots whether each value gets a point
 */
record Curve(String name, double[] xs, Band band, boolean line, boolean dots) {
    private static final double DOT_RADIUS = 4;

    Curve {
        Check.text("name", name);
        Check.sameLength("xs of " + name, xs.length, "ys of " + name, band.mean().length);
    }

    static Curve line(String name, double[] xs, double[] ys) {
        return new Curve(name, xs, new Band(ys, ys, ys), true, false);
    }

    static Curve points(String name, double[] xs, double[] ys) {
        return new Curve(name, xs, new Band(ys, ys, ys), true, true);
    }

    static Curve dots(String name, double[] xs, double[] ys) {
        return new Curve(name, xs, new Band(ys, ys, ys), false, true);
    }

    static Curve banded(String name, double[] xs, Band band) {
        return new Curve(name, xs, band, true, false);
    }

    /** Every y that should be visible. */
    DoubleStream drawnYs() {
        return hasSpread()
                ? DoubleStream.concat(DoubleStream.of(band.low()), DoubleStream.of(band.high()))
                : DoubleStream.of(band.mean());
    }

    Legend.Entry legend(int index) {
        Color color = Palette.color(index);
        return new Legend.Entry(
                name,
                (graphics, box) -> {
                    if (hasSpread()) {
                        graphics.setColor(Palette.translucent(color, 0.18));
                        graphics.fill(box);
                    }
                    if (line) {
                        Legend.Entry.line(name, color, Palette.stroke(index, 2.4f))
                                .sample()
                                .paint(graphics, box);
                    }
                    if (dots) {
                        graphics.setColor(color);
                        graphics.fill(
                                Palette.point(
                                        index, box.getCenterX(), box.getCenterY(), DOT_RADIUS));
                    }
                });
    }

    void paintBand(Graphics2D graphics, Plot plot, Color fill) {
        if (!hasSpread()) {
            return;
        }
        graphics.setColor(fill);
        int start = 0;
        while (start < xs.length) {
            int end = start;
            while (end < xs.length
                    && !Double.isNaN(band.low()[end])
                    && !Double.isNaN(band.high()[end])) {
                end++;
            }
            if (end - start > 1) {
                graphics.fill(outline(plot, start, end));
            }
            start = end + 1;
        }
    }

    void paintLine(Graphics2D graphics, Plot plot, int index, float width) {
        graphics.setColor(Palette.color(index));
        graphics.setStroke(Palette.stroke(index, width));
        double[] ys = band.mean();
        if (line) {
            var path = new Path2D.Double();
            for (int i = 0; i < xs.length; i++) {
                if (isDrawn(i) && i > 0 && isDrawn(i - 1)) {
                    path.lineTo(plot.x(xs[i]), plot.y(ys[i]));
                } else if (isDrawn(i)) {
                    path.moveTo(plot.x(xs[i]), plot.y(ys[i]));
                }
            }
            graphics.draw(path);
        }
        for (int i = 0; i < xs.length; i++) {
            if (isDrawn(i) && (dots || isAlone(i))) {
                graphics.fill(Palette.point(index, plot.x(xs[i]), plot.y(ys[i]), DOT_RADIUS));
            }
        }
    }

    /**
     * Where the curve leaves the frame upwards or downwards: an arrow, so that divergence is seen.
     */
    void paintArrows(Graphics2D graphics, Plot plot, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(1));
        double[] ys = band.mean();
        for (int i = 0; i < xs.length; i++) {
            boolean leaves =
                    isDrawn(i)
                            && isOff(plot, ys[i])
                            && (i == 0 || !isDrawn(i - 1) || !isOff(plot, ys[i - 1]));
            if (leaves) {
                boolean up = plot.yAxis().position(ys[i]) > 1;
                double edge = up ? plot.area().getMinY() : plot.area().getMaxY();
                graphics.fill(Arrow.at(exitX(plot, i, edge), edge, 0, up ? -1 : 1));
            }
        }
    }

    private double exitX(Plot plot, int i, double edge) {
        double x = plot.x(xs[i]);
        if (i == 0 || !isDrawn(i - 1)) {
            return x;
        }
        double beforeX = plot.x(xs[i - 1]);
        double beforeY = plot.y(band.mean()[i - 1]);
        double share = (edge - beforeY) / (plot.y(band.mean()[i]) - beforeY);
        return beforeX + share * (x - beforeX);
    }

    private Path2D outline(Plot plot, int start, int end) {
        var path = new Path2D.Double();
        path.moveTo(plot.x(xs[start]), plot.y(band.high()[start]));
        for (int i = start + 1; i < end; i++) {
            path.lineTo(plot.x(xs[i]), plot.y(band.high()[i]));
        }
        for (int i = end - 1; i >= start; i--) {
            path.lineTo(plot.x(xs[i]), plot.y(band.low()[i]));
        }
        path.closePath();
        return path;
    }

    private boolean hasSpread() {
        return band.low() != band.high();
    }

    private boolean isDrawn(int i) {
        return !Double.isNaN(xs[i]) && !Double.isNaN(band.mean()[i]);
    }

    private boolean isAlone(int i) {
        boolean before = i > 0 && isDrawn(i - 1);
        boolean after = i + 1 < xs.length && isDrawn(i + 1);
        return line && !before && !after;
    }

    private static boolean isOff(Plot plot, double y) {
        double position = plot.yAxis().position(y);
        return position > 1.0001 || position < -0.0001;
    }
}
