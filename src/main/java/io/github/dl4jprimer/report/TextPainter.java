package io.github.dl4jprimer.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Draws text anchored at a point, upright or turned.
 *
 * <p>The vertical anchor uses the height of a capital letter, the same for every text, so that
 * labels beside each other share a baseline whatever characters they hold.
 */
final class TextPainter {
    private static final double CAPITAL_HEIGHT = 0.74;

    private final Graphics2D graphics;

    TextPainter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** Horizontal anchor: which part of the text lies at x. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    /** Draws text whose vertical middle is at y. */
    void draw(String text, float size, Color color, double x, double y, Anchor anchor) {
        drawTurned(text, size, color, x, y, anchor, 0);
    }

    /** Draws text turned by an angle in degrees, clockwise, about its anchor. */
    void drawTurned(
            String text,
            float size,
            Color color,
            double x,
            double y,
            Anchor anchor,
            double degrees) {
        if (text.isBlank()) {
            return;
        }
        TextLayout layout = layout(text, size);
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(degrees));
        graphics.setColor(color);
        layout.draw(
                graphics,
                (float) (-anchor.share * layout.getAdvance()),
                (float) (CAPITAL_HEIGHT * size / 2));
        graphics.setTransform(before);
    }

    /** Draws text on a translucent white plate, readable over lines. */
    void drawOnPlate(String text, float size, Color color, double x, double y, Anchor anchor) {
        double width = width(text, size);
        double left = x - anchor.share * width;
        graphics.setColor(Palette.translucent(Palette.BACKGROUND, 0.85));
        graphics.fill(new Rectangle2D.Double(left - 3, y - 0.68 * size, width + 6, 1.36 * size));
        draw(text, size, color, x, y, anchor);
    }

    /** Width of the text in pixels. */
    double width(String text, float size) {
        return text.isBlank() ? 0 : layout(text, size).getAdvance();
    }

    /**
     * The text, or as many of its characters as fit into the width with an ellipsis behind them.
     */
    String fit(String text, float size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    private TextLayout layout(String text, float size) {
        return new TextLayout(text, ChartFont.forText(text, size), graphics.getFontRenderContext());
    }
}
