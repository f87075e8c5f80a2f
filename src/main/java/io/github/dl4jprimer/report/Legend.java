package io.github.dl4jprimer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The key below a chart: entries in centred rows, as many rows as they need, long names shortened.
 *
 * <p>It stands below the axes and never on them, so it covers no curve however many entries there
 * are; the picture grows instead.
 */
final class Legend {
    static final float TEXT_SIZE = 13.5f;
    private static final double ROW_HEIGHT = 22;
    private static final double SAMPLE_WIDTH = 30;
    private static final double GAP = 7;
    private static final double BETWEEN = 22;
    private static final double LONGEST_NAME = 620;

    private final List<Entry> entries;
    private final TextPainter text;
    private final double width;

    Legend(List<Entry> entries, TextPainter text, double width) {
        this.entries = List.copyOf(entries);
        this.text = text;
        this.width = width;
    }

    /**
     * One name and a sample of how it is drawn.
     *
     * @param name what the reader sees
     * @param sample paints the sample
     */
    record Entry(String name, Sample sample) {
        static Entry line(String name, Color color, BasicStroke stroke) {
            return new Entry(name, (g, box) -> paintLine(g, box, color, stroke));
        }

        static Entry box(String name, Color color) {
            return new Entry(
                    name,
                    (g, box) -> {
                        var square =
                                new Rectangle2D.Double(
                                        box.getCenterX() - 7, box.getCenterY() - 7, 14, 14);
                        g.setColor(color);
                        g.fill(square);
                        g.setColor(Palette.FRAME);
                        g.setStroke(new BasicStroke(0.6f));
                        g.draw(square);
                    });
        }

        static Entry point(String name, int index) {
            return new Entry(
                    name,
                    (g, box) -> {
                        g.setColor(Palette.color(index));
                        Palette.marker(index).paint(g, box.getCenterX(), box.getCenterY(), 10);
                    });
        }
    }

    /** Paints a sample into its box. */
    @FunctionalInterface
    interface Sample {
        void paint(Graphics2D graphics, Rectangle2D box);
    }

    /** Height in pixels, 0 without entries. */
    double height() {
        return rows().size() * ROW_HEIGHT;
    }

    /**
     * Draws all rows.
     *
     * @param left x of the rows' left end, in pixels
     * @param top y of the first row's upper edge
     */
    void paint(Graphics2D graphics, double left, double top) {
        double y = top + ROW_HEIGHT / 2;
        for (List<Entry> row : rows()) {
            double rowWidth = row.stream().mapToDouble(this::widthOf).sum() - BETWEEN;
            double x = left + (width - rowWidth) / 2;
            for (Entry entry : row) {
                var before = graphics.getStroke();
                entry.sample().paint(graphics, new Rectangle2D.Double(x, y - 7, SAMPLE_WIDTH, 14));
                graphics.setStroke(before);
                double textX = x + SAMPLE_WIDTH + GAP;
                text.draw(
                        shortened(entry),
                        TEXT_SIZE,
                        Palette.INK,
                        textX,
                        y,
                        TextPainter.Anchor.START);
                x += widthOf(entry);
            }
            y += ROW_HEIGHT;
        }
    }

    /** As many entries in a row as fit, at least one. */
    private List<List<Entry>> rows() {
        List<List<Entry>> rows = new ArrayList<>();
        double used = width + 1;
        for (Entry entry : entries) {
            double needed = widthOf(entry);
            if (used + needed - BETWEEN > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(entry);
            used += needed;
        }
        return rows;
    }

    private double widthOf(Entry entry) {
        return SAMPLE_WIDTH + GAP + text.width(shortened(entry), TEXT_SIZE) + BETWEEN;
    }

    private String shortened(Entry entry) {
        return text.fit(
                entry.name(), TEXT_SIZE, Math.min(LONGEST_NAME, width - SAMPLE_WIDTH - GAP));
    }

    private static void paintLine(
            Graphics2D graphics, Rectangle2D box, Color color, BasicStroke stroke) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        double y = box.getCenterY();
        graphics.draw(new Line2D.Double(box.getMinX(), y, box.getMaxX(), y));
    }
}
