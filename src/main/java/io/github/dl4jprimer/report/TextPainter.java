package io.github.dl4jprimer.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draws text anchored at a point, upright or turned.
 *
 * <p>Sizes and places are in pixels at scale 1. Texts that Java cannot set in the bundled font are
 * set in the machine's own.
 *
 * <p>The vertical anchor uses the height of a capital letter, the same for every text, so that
 * labels beside each other share a baseline whatever characters they hold.
 */
final class TextPainter {
    private static final double CAPITAL_HEIGHT = 0.74;

    /** Names along an axis are shortened to this width in pixels. */
    static final double LONGEST_NAME = 180;

    private static final double TURN = Math.toRadians(40);

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

    /**
     * Draws names below slots of equal width: level, or turned so that they end at the middle of
     * their slot.
     *
     * @param left of the first slot
     * @param top of the names
     */
    void drawBelow(
            List<String> names, float size, double left, double slot, double top, boolean turned) {
        double y = top + size / 2;
        for (int index = 0; index < names.size(); index++) {
            double x = left + (index + 0.5) * slot;
            if (turned) {
                // A name that starts left of the picture would be cut off there.
                String name =
                        fit(names.get(index), size, Math.min(LONGEST_NAME, x / Math.cos(TURN)));
                drawTurned(
                        name,
                        size,
                        Palette.INK,
                        x + size / 3,
                        y,
                        Anchor.END,
                        -Math.toDegrees(TURN));
            } else {
                String name = fit(names.get(index), size, slot - 4);
                draw(name, size, Palette.INK, x, y, Anchor.MIDDLE);
            }
        }
    }

    /** Height of names below slots, in pixels. */
    double heightBelow(List<String> names, float size, boolean turned) {
        return turned ? widest(names, size) * Math.sin(TURN) + size : size;
    }

    /** Width of the widest name, as it is drawn. */
    double widest(List<String> names, float size) {
        return names.stream()
                .mapToDouble(name -> Math.min(LONGEST_NAME, width(name, size)))
                .max()
                .orElse(0);
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
