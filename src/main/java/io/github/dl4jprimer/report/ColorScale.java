package io.github.dl4jprimer.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bar beside a heat map that says which colour stands for which value: white for 0 at the
 * bottom, dark blue for the largest value at the top.
 *
 * <p>Its numbers are 1, 2 or 5 times a power of ten apart and start at 0. The largest value itself
 * is seldom round, so the topmost number may stand a little below the top of the bar.
 *
 * @param name what the colour stands for, written along the bar; may be blank
 * @param top value of the darkest colour, above 0
 */
record ColorScale(String name, double top) {
    private static final float NUMBER_SIZE = 12;
    private static final float NAME_SIZE = 13;
    private static final double BAR_WIDTH = 16;
    private static final double GAP = 7;

    /** Pixels that a number needs in height, and so the least distance between two. */
    private static final double NUMBER_ROOM = 28;

    private static final int MOST_STEPS = 6;

    /** With fewer than three there may be no round number but 0. */
    private static final int FEWEST_STEPS = 3;

    /** Width in pixels of the bar, its numbers and its name. */
    double width(TextPainter text) {
        double named = name.isBlank() ? 0 : GAP + NAME_SIZE + 4;
        return BAR_WIDTH + GAP + text.widest(labels(MOST_STEPS), NUMBER_SIZE) + named;
    }

    /**
     * Draws the bar with its numbers to the right and its name, turned, beyond them.
     *
     * @param left x of the bar's left edge
     * @param top y of its upper end
     * @param height of the bar, in pixels
     */
    void paint(Graphics2D graphics, TextPainter text, double left, double top, double height) {
        var bar = new Rectangle2D.Double(left, top, BAR_WIDTH, height);
        paintColors(graphics, bar);
        int steps = (int) Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, height / NUMBER_ROOM));
        double[] values = ticks(this.top, steps);
        List<String> labels = labels(steps);
        for (int index = 0; index < values.length; index++) {
            double y = bar.getMaxY() - values[index] / this.top * height;
            text.draw(
                    labels.get(index),
                    NUMBER_SIZE,
                    Palette.FAINT_INK,
                    bar.getMaxX() + GAP,
                    y,
                    TextPainter.Anchor.START);
        }
        double nameX = left + width(text) - NAME_SIZE / 2;
        String fitted = text.fit(name, NAME_SIZE, Math.max(height, 120));
        text.drawTurned(
                fitted,
                NAME_SIZE,
                Palette.INK,
                nameX,
                bar.getCenterY(),
                TextPainter.Anchor.MIDDLE,
                -90);
    }

    private void paintColors(Graphics2D graphics, Rectangle2D bar) {
        for (double y = bar.getMinY(); y < bar.getMaxY(); y++) {
            double rest = Math.min(1.5, bar.getMaxY() - y);
            graphics.setColor(Palette.sequential((bar.getMaxY() - y) / bar.getHeight()));
            graphics.fill(new Rectangle2D.Double(bar.getX(), y, bar.getWidth(), rest));
        }
        graphics.setColor(Palette.FRAME);
        graphics.draw(bar);
    }

    private List<String> labels(int steps) {
        var range = new Range(0, top, false);
        return Arrays.stream(ticks(top, steps))
                .mapToObj(value -> Numbers.tick(value, range))
                .toList();
    }

    /**
     * Round values from 0 to at most {@code top}, evenly spaced.
     *
     * @param most how many steps there may be, at least 3
     */
    static double[] ticks(double top, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(top / most)));
        double step =
                IntStream.of(1, 2, 5, 10)
                        .mapToDouble(factor -> factor * power)
                        .filter(size -> top / size < most + 1e-9)
                        .findFirst()
                        .orElse(10 * power);
        return IntStream.rangeClosed(0, (int) Math.floor(top / step + 1e-9))
                .mapToDouble(index -> index * step)
                .toArray();
    }
}
