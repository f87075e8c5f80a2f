package io.github.dl4jprimer.report;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** A solid arrow head: marks where something leaves the frame. */
final class Arrow {
    private static final double LENGTH = 11;
    private static final double HALF_WIDTH = 6;

    private Arrow() {}

    /**
     * The head with its tip at (x, y).
     *
     * @param dx direction, with {@code dy} not both 0; y grows downwards
     */
    static Shape at(double x, double y, double dx, double dy) {
        double length = Math.hypot(dx, dy);
        double alongX = dx / length;
        double alongY = dy / length;
        var head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(
                x - LENGTH * alongX - HALF_WIDTH * alongY,
                y - LENGTH * alongY + HALF_WIDTH * alongX);
        head.lineTo(
                x - LENGTH * alongX + HALF_WIDTH * alongY,
                y - LENGTH * alongY - HALF_WIDTH * alongX);
        head.closePath();
        return head;
    }
}
