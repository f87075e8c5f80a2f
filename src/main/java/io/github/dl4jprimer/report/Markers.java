package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Dashed vertical lines with names: the epoch where training stopped, the rate from which it
 * diverges.
 *
 * <p>All lines are drawn before the first name, so that no line runs through a name. A name stands
 * beside its line, on the side with more room, in the highest row that is still free there.
 *
 * @param markers from left to right or in any order
 */
record Markers(List<Marker> markers) {
    private static final float TEXT_SIZE = 13;
    private static final double ROW_HEIGHT = 22;
    private static final double FROM_LINE = 7;
    private static final float LINE_WIDTH = 1.4f;

    /**
     * One line.
     *
     * @param name what the reader sees
     * @param x where it stands, in the axis' values
     */
    record Marker(String name, double x) {
        Marker {
            Check.text("marker", name);
        }
    }

    /** Draws what lies within the x axis of a painted frame. */
    void paint(Graphics2D graphics, Frame frame) {
        List<Marker> shown =
                markers.stream().filter(marker -> frame.xRange().contains(marker.x())).toList();
        Rectangle2D inner = frame.inner();
        for (Marker marker : shown) {
            double x = x(frame, marker);
            graphics.setColor(Palette.INK);
            graphics.setStroke(Palette.dashed(LINE_WIDTH));
            graphics.draw(new Line2D.Double(x, inner.getMinY(), x, inner.getMaxY()));
        }
        var text = new TextPainter(graphics);
        List<Rectangle2D> taken = new ArrayList<>();
        for (Marker marker : shown) {
            Rectangle2D box = freeBox(text, inner, x(frame, marker), marker.name(), taken);
            taken.add(box);
            String name = text.fit(marker.name(), TEXT_SIZE, box.getWidth() + 0.5);
            text.drawOnPlate(
                    name,
                    TEXT_SIZE,
                    Palette.INK,
                    box.getX(),
                    box.getCenterY(),
                    TextPainter.Anchor.START);
        }
    }

    /** Where a name goes: beside its line, below the names that are there already. */
    static Rectangle2D freeBox(
            TextPainter text,
            Rectangle2D inner,
            double x,
            String name,
            List<? extends Rectangle2D> taken) {
        boolean toTheRight = x < inner.getCenterX();
        double room = (toTheRight ? inner.getMaxX() - x : x - inner.getMinX()) - 2 * FROM_LINE;
        double width = Math.min(room, text.width(name, TEXT_SIZE));
        double left = toTheRight ? x + FROM_LINE : x - FROM_LINE - width;
        var box = new Rectangle2D.Double(left, inner.getMinY() + 3, width, ROW_HEIGHT);
        while (taken.stream().anyMatch(box::intersects)
                && box.getMaxY() + ROW_HEIGHT < inner.getMaxY()) {
            box.y += ROW_HEIGHT;
        }
        return box;
    }

    private static double x(Frame frame, Marker marker) {
        return frame.place(marker.x(), frame.yRange().min()).getX();
    }
}
