package io.github.dl4jprimer.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Looks at a drawn picture: where a colour is and how much of it. */
record Pixels(BufferedImage image) {
    private static final int TOLERANCE = 8;

    static Pixels of(Chart chart) {
        return new Pixels(chart.scale(1).image());
    }

    int count(Color color) {
        return count(color, new Rectangle(image.getWidth(), image.getHeight()));
    }

    int count(Color color, Rectangle part) {
        int count = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                count += isNear(x, y, color) ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The smallest rectangle that holds all pixels of a colour within a part; empty if there are
     * none.
     */
    Rectangle bounds(Color color, Rectangle part) {
        var bounds = new Rectangle(-1, -1);
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                if (isNear(x, y, color)) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds;
    }

    Color at(int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    boolean isNear(int x, int y, Color color) {
        Color there = at(x, y);
        return Math.abs(there.getRed() - color.getRed()) <= TOLERANCE
                && Math.abs(there.getGreen() - color.getGreen()) <= TOLERANCE
                && Math.abs(there.getBlue() - color.getBlue()) <= TOLERANCE;
    }

    /** The rectangle inside the frames of the plots, whose edges are the outermost long lines. */
    Rectangle body() {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rows =
                IntStream.range(0, height)
                        .filter(y -> painted(new Rectangle(0, y, width, 1)) > 0.6 * width)
                        .toArray();
        int[] columns =
                IntStream.range(0, width)
                        .filter(x -> painted(new Rectangle(x, 0, 1, height)) > 0.4 * height)
                        .toArray();
        int left = columns[0] + 2;
        int top = rows[0] + 2;
        return new Rectangle(
                left, top, columns[columns.length - 1] - left - 2, rows[rows.length - 1] - top - 2);
    }

    private int painted(Rectangle part) {
        return part.width * part.height - count(Palette.BACKGROUND, part);
    }

    /** How many pixels of a part differ from another picture of the same size. */
    int differing(Pixels other, Rectangle part) {
        int count = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                count += isNear(x, y, other.at(x, y)) ? 0 : 1;
            }
        }
        return count;
    }
}
