package io.github.dl4jprimer.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture with a title, a body and a key below, drawn in Java2D without a display.
 *
 * <p>The default is 900 x 560 pixels on screen, stored with twice as many in each direction so that
 * it stays sharp; the picture grows in height when the key needs more than one row.
 *
 * <p>A chart is described by calls that return it, then drawn by {@link #save} as often as needed.
 * Its font is bundled, so Chinese names look the same on every machine. A title that is too long is
 * first set smaller, then cut.
 */
public abstract class Chart {
    private static final double MARGIN = 16;
    private static final float TITLE_SIZE = 20;
    private static final float NOTE_SIZE = 13;
    private static final int LARGEST_SIDE = 4000;

    private final String title;
    private String note = "";
    private int width = 900;
    private int height;
    private double scale = 2;

    /**
     * A chart of the default size.
     *
     * @param title one line that says what is seen
     * @throws IllegalArgumentException if the title is blank
     */
    protected Chart(String title) {
        this.title = Check.text("title", title);
    }

    /** The line above the picture. */
    public final String title() {
        return title;
    }

    /** Width on screen in pixels; the stored picture has {@link #scale} times as many. */
    public final int width() {
        return width;
    }

    /**
     * Adds a small line below the title: what the spread means, how many seeds, which data.
     *
     * @return this
     */
    public final Chart note(String newNote) {
        this.note = newNote;
        return this;
    }

    /**
     * Sets the size on screen.
     *
     * @param newWidth 200 to 4000 pixels
     * @param newHeight 150 to 4000 pixels
     * @return this
     * @throws IllegalArgumentException if the size is out of range
     */
    public final Chart size(int newWidth, int newHeight) {
        if (newWidth < 200 || newHeight < 150 || Math.max(newWidth, newHeight) > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "size must be 200x150 to 4000x4000 pixels, got %dx%d. Give a size in between."
                            .formatted(newWidth, newHeight));
        }
        this.width = newWidth;
        this.height = newHeight;
        return this;
    }

    /**
     * Sets how many stored pixels one pixel on screen has in each direction.
     *
     * @param newScale 0.5 to 4
     * @return this
     * @throws IllegalArgumentException if the scale is out of range
     */
    public final Chart scale(double newScale) {
        if (!(newScale >= 0.5 && newScale <= 4)) {
            throw new IllegalArgumentException(
                    "scale must be 0.5 to 4, got %s. 2 is sharp on most screens."
                            .formatted(newScale));
        }
        this.scale = newScale;
        return this;
    }

    /** Draws the picture. */
    public final BufferedImage image() {
        var probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        prepare(probe);
        var legend = new Legend(legend(), new TextPainter(probe), width - 2 * MARGIN);
        double legendHeight = legend.height();
        double fullHeight =
                (height > 0 ? height : naturalHeight()) + Math.max(0, legendHeight - 44);
        probe.dispose();

        int pixelsWide = (int) Math.ceil(width * scale);
        int pixelsHigh = (int) Math.ceil(fullHeight * scale);
        var image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        prepare(graphics);
        graphics.setColor(Palette.BACKGROUND);
        graphics.fillRect(0, 0, pixelsWide, pixelsHigh);
        graphics.scale(scale, scale);
        double top = paintTitle(new TextPainter(graphics));
        double legendTop = fullHeight - legendHeight - (legendHeight > 0 ? 10 : 6);
        paint(
                graphics,
                new Rectangle2D.Double(MARGIN, top, width - 2 * MARGIN, legendTop - 6 - top));
        new Legend(legend(), new TextPainter(graphics), width - 2 * MARGIN)
                .paint(graphics, MARGIN, legendTop);
        graphics.dispose();
        return image;
    }

    /**
     * Writes the picture as PNG; folders are made as needed and a reader never sees half of it.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public final void save(Path png) {
        WholeFile.write(png, png());
    }

    /** Draws the picture and returns it as a PNG file's bytes. */
    final byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Height on screen in pixels unless {@link #size} was called. */
    int naturalHeight() {
        return 560;
    }

    /** The entries of the key, none if the chart needs no key. */
    abstract List<Legend.Entry> legend();

    /** Draws everything between title and key. */
    abstract void paint(Graphics2D graphics, Rectangle2D area);

    private double paintTitle(TextPainter text) {
        float size = TITLE_SIZE;
        while (size > 14 && text.width(title, size) > width - 2 * MARGIN) {
            size -= 1;
        }
        String shown = text.fit(title, size, width - 2 * MARGIN);
        text.draw(shown, size, Palette.INK, width / 2.0, 26, TextPainter.Anchor.MIDDLE);
        if (note.isBlank()) {
            return 48;
        }
        Color faint = Palette.FAINT_INK;
        String fitted = text.fit(note, NOTE_SIZE, width - 2 * MARGIN);
        text.draw(fitted, NOTE_SIZE, faint, width / 2.0, 50, TextPainter.Anchor.MIDDLE);
        return 68;
    }

    private static void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
