package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A frame with two axes inside a rectangle: turns values into pixels and draws grid, ticks and
 * names.
 *
 * <p>Order of use: construct, {@link #paintGrid}, the marks of the chart inside {@link #clipped},
 * {@link #paintFrame}.
 */
final class Plot {
    private final Graphics2D graphics;
    private final TextPainter text;
    private final Axis x;
    private final Axis y;
    private final Size size;
    private final Rectangle2D area;

    /**
     * Text sizes in pixels.
     *
     * @param name of axis names
     * @param tick of the numbers along the axes
     */
    record Size(float name, float tick) {
        static final Size LARGE = new Size(15, 13);
        static final Size SMALL = new Size(13, 11.5f);
    }

    /**
     * Lays the frame out so that names and numbers lie inside {@code outer}.
     *
     * @param outer in pixels
     */
    Plot(Graphics2D graphics, Rectangle2D outer, Axis x, Axis y, Size size) {
        this.graphics = graphics;
        this.text = new TextPainter(graphics);
        this.x = x;
        this.y = y;
        this.size = size;
        double bottom = size.tick + 10 + (x.name().isBlank() ? 0 : size.name + 8);
        double widest =
                y.ticks(yTicks(outer.getHeight() - bottom)).stream()
                        .mapToDouble(tick -> text.width(tick.label(), size.tick))
                        .max()
                        .orElse(0);
        double left = widest + 9 + (y.name().isBlank() ? 0 : size.name + 9);
        double top = size.tick * 0.6;
        double right = size.tick;
        this.area =
                new Rectangle2D.Double(
                        outer.getX() + left,
                        outer.getY() + top,
                        Math.max(20, outer.getWidth() - left - right),
                        Math.max(20, outer.getHeight() - bottom - top));
    }

    /** The rectangle between the axes, in pixels. */
    Rectangle2D area() {
        return area;
    }

    Axis xAxis() {
        return x;
    }

    Axis yAxis() {
        return y;
    }

    /** Pixel column of a value, outside the area for values outside the axis. */
    double x(double value) {
        return area.getMinX() + x.position(value) * area.getWidth();
    }

    /** Pixel row of a value; larger values lie higher. */
    double y(double value) {
        return area.getMaxY() - y.position(value) * area.getHeight();
    }

    /** Runs a painter that cannot draw outside the area. */
    void clipped(Runnable painter) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        painter.run();
        graphics.setClip(before);
    }

    void paintGrid() {
        graphics.setColor(Palette.mix(Palette.GRID, Color.WHITE, 0.5));
        graphics.setStroke(new BasicStroke(0.8f));
        if (x.kind() == Axis.Kind.LOGARITHMIC) {
            paintColumns(Ticks.between(x));
        }
        if (y.kind() == Axis.Kind.LOGARITHMIC) {
            paintRows(Ticks.between(y));
        }
        graphics.setColor(Palette.GRID);
        graphics.setStroke(new BasicStroke(1));
        paintColumns(xTicks().stream().mapToDouble(Ticks.Tick::value).toArray());
        paintRows(yTicks().stream().mapToDouble(Ticks.Tick::value).toArray());
    }

    /** The box, the numbers along both axes and their names. */
    void paintFrame() {
        paintBox();
        double tickY = area.getMaxY() + 6 + size.tick / 2;
        for (Ticks.Tick tick : xTicks()) {
            paintMark(x(tick.value()), area.getMaxY(), 0, 4);
            text.draw(
                    tick.label(),
                    size.tick,
                    Palette.FAINT_INK,
                    x(tick.value()),
                    tickY,
                    TextPainter.Anchor.MIDDLE);
        }
        paintXName(tickY + size.tick / 2);
        double tickX = area.getMinX() - 7;
        double widest = 0;
        for (Ticks.Tick tick : yTicks()) {
            paintMark(area.getMinX(), y(tick.value()), -4, 0);
            text.draw(
                    tick.label(),
                    size.tick,
                    Palette.FAINT_INK,
                    tickX,
                    y(tick.value()),
                    TextPainter.Anchor.END);
            widest = Math.max(widest, text.width(tick.label(), size.tick));
        }
        double nameX = tickX - widest - 9 - size.name / 2;
        String name = text.fit(y.name(), size.name, area.getHeight() + 40);
        double middle = area.getCenterY();
        text.drawTurned(
                name, size.name, Palette.INK, nameX, middle, TextPainter.Anchor.MIDDLE, -90);
    }

    /** Only the box, for axes that are drawn in another way. */
    void paintBox() {
        graphics.setColor(Palette.FRAME);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(area);
    }

    /** The name of the x axis, below {@code top}. */
    void paintXName(double top) {
        double nameY = top + 6 + size.name / 2;
        String name = text.fit(x.name(), size.name, area.getWidth() + 40);
        text.draw(
                name, size.name, Palette.INK, area.getCenterX(), nameY, TextPainter.Anchor.MIDDLE);
    }

    private List<Ticks.Tick> xTicks() {
        int wanted = (int) Math.max(2, area.getWidth() / (size.tick * 6.5));
        List<Ticks.Tick> ticks = x.ticks(wanted);
        double room = area.getWidth() / Math.max(1, ticks.size());
        double widest =
                ticks.stream()
                        .mapToDouble(tick -> text.width(tick.label(), size.tick))
                        .max()
                        .orElse(0);
        return widest + 8 > room
                ? x.ticks((int) Math.max(1, area.getWidth() / (widest + 16)))
                : ticks;
    }

    private List<Ticks.Tick> yTicks() {
        return y.ticks(yTicks(area.getHeight()));
    }

    private int yTicks(double height) {
        return (int) Math.max(2, height / (size.tick * 3.6));
    }

    private void paintColumns(double[] values) {
        for (double value : values) {
            graphics.draw(new Line2D.Double(x(value), area.getMinY(), x(value), area.getMaxY()));
        }
    }

    private void paintRows(double[] values) {
        for (double value : values) {
            graphics.draw(new Line2D.Double(area.getMinX(), y(value), area.getMaxX(), y(value)));
        }
    }

    private void paintMark(double fromX, double fromY, double dx, double dy) {
        graphics.setColor(Palette.FRAME);
        graphics.draw(new Line2D.Double(fromX, fromY, fromX + dx, fromY + dy));
    }
}
