package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.Arrays;

/**
 * The steps of one optimizer over the plane, and how they are drawn: dots at the steps, lines
 * between, an arrow where the path leaves the frame for good. A path that comes back is drawn
 * through the outside.
 *
 * @param name shown in the key
 * @param points [steps][2], the start first; what follows a NaN is left out
 */
record OptimizerPath(String name, double[][] points) {
    /** More steps than this are only a line. */
    private static final int MOST_DOTS = 200;

    OptimizerPath {
        Check.text("path", name);
        Check.notEmpty("points of " + name, points.length);
        int known = 0;
        while (known < points.length
                && !Double.isNaN(points[known][0])
                && !Double.isNaN(points[known][1])) {
            known++;
        }
        points = Arrays.copyOf(points, known);
    }

    Legend.Entry legend(int index) {
        return Legend.Entry.line(name, Palette.color(index), Palette.stroke(index, 2.2f));
    }

    /** Adds the path to a frame: up to the edge if it leaves for good. */
    void addTo(Frame frame, int index) {
        double[][] inside = Arrays.copyOf(points, stepsInside(frame));
        double[][] drawn = inside;
        if (inside.length > 0 && inside.length < points.length) {
            drawn = Arrays.copyOf(inside, inside.length + 1);
            drawn[inside.length] = exit(frame, inside.length);
        }
        if (drawn.length > 0) {
            frame.line(
                    name,
                    column(drawn, 0),
                    column(drawn, 1),
                    Palette.color(index),
                    Palette.stroke(index, 2));
        }
        if (inside.length > 0 && inside.length <= MOST_DOTS) {
            frame.points(column(inside, 0), column(inside, 1), index);
        }
    }

    /** The arrow and the name where the path leaves for good; nothing if it ends inside. */
    void paintExit(Graphics2D graphics, Frame frame, int index) {
        int steps = stepsInside(frame);
        if (steps == 0 || steps == points.length) {
            return;
        }
        double[] end = exit(frame, steps);
        Point2D from = frame.place(points[steps - 1][0], points[steps - 1][1]);
        Point2D to = frame.place(end[0], end[1]);
        double dx = to.getX() - from.getX();
        double dy = to.getY() - from.getY();
        graphics.setColor(Palette.color(index));
        graphics.fill(Arrow.at(to.getX(), to.getY(), dx, dx == 0 && dy == 0 ? 1 : dy));
        boolean left = to.getX() > frame.inner().getCenterX();
        double y =
                Math.max(
                        frame.inner().getMinY() + 14,
                        Math.min(frame.inner().getMaxY() - 14, to.getY()));
        var anchor = left ? TextPainter.Anchor.END : TextPainter.Anchor.START;
        var color = Palette.color(index).darker();
        new TextPainter(graphics)
                .drawOnPlate(name, 13, color, to.getX() + (left ? -16 : 16), y, anchor);
    }

    /** How many steps there are up to the last that is in the frame. */
    private int stepsInside(Frame frame) {
        int steps = points.length;
        while (steps > 0
                && !(frame.xRange().contains(points[steps - 1][0])
                        && frame.yRange().contains(points[steps - 1][1]))) {
            steps--;
        }
        return steps;
    }

    /** Where the line from the last step inside to the next one crosses the edge. */
    private double[] exit(Frame frame, int steps) {
        double[] from = points[steps - 1];
        double toX = frame.xRange().clamp(points[steps][0]);
        double toY = frame.yRange().clamp(points[steps][1]);
        double share =
                Math.min(share(frame.xRange(), from[0], toX), share(frame.yRange(), from[1], toY));
        return new double[] {from[0] + share * (toX - from[0]), from[1] + share * (toY - from[1])};
    }

    /** How much of the way from one value to the other is inside, 0 to 1. */
    private static double share(Range range, double from, double to) {
        if (range.contains(to)) {
            return 1;
        }
        return ((to > from ? range.max() : range.min()) - from) / (to - from);
    }

    private static double[] column(double[][] points, int coordinate) {
        return Arrays.stream(points).mapToDouble(point -> point[coordinate]).toArray();
    }
}
