package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    private static final Rectangle AREA = new Rectangle(20, 10, 600, 400);

    private final BufferedImage image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);

    private Pixels paint(Frame frame) {
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 640, 420);
        frame.paint(graphics, AREA);
        graphics.dispose();
        return new Pixels(image);
    }

    private static Frame frame(String name, Range range) {
        return new Frame(name, name, range, range, Frame.Size.LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, false",
        "1e-15, 1.2e-14, false",
        "-3e-9, 2e-9, false",
        "0, 4e90, false",
        "-1e12, 1e12, false",
        "1e-5, 1e5, true",
        "0.9, 1.1, true"
    })
    void placesOfValuesFillTheRectangleBetweenTheAxes(double min, double max, boolean logarithmic) {
        var range = new Range(min, max, logarithmic);
        var frame = frame("x", range);
        paint(frame);
        Rectangle2D inner = frame.inner();
        assertTrue(AREA.contains(inner) && inner.getWidth() > 400 && inner.getHeight() > 250);
        assertEquals(inner.getMinX(), frame.place(min, min).getX(), 1e-6);
        assertEquals(inner.getMaxY(), frame.place(min, min).getY(), 1e-6);
        assertEquals(inner.getMaxX(), frame.place(max, max).getX(), 1e-6);
        assertEquals(inner.getCenterX(), frame.place(range.at(0.5), max).getX(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1e-15, 1.2e-14", "0, 5e-10", "-2e-9, 2e-9", "0, 1", "0, 4e90", "0, 3e-5"})
    void axesOfAnySizeHaveSeveralNumbers(double min, double max) {
        var frame = frame("", new Range(min, max, false));
        Pixels pixels = paint(frame);
        assertTrue(rowsWithNumbers(pixels, frame.inner()) >= 4, "at the y axis");
    }

    /** How many separate lines of text stand left of the frame. */
    private static int rowsWithNumbers(Pixels pixels, Rectangle2D inner) {
        int rows = 0;
        boolean before = false;
        for (int y = 0; y < 400; y++) {
            var strip = new Rectangle(20, y, (int) inner.getMinX() - 28, 1);
            boolean text = pixels.count(Color.WHITE, strip) < strip.width;
            rows += text && !before ? 1 : 0;
            before = text;
        }
        return rows;
    }

    @Test
    void aLineIsDrawnWhereItsValuesAreWhateverTheirSize() {
        for (double size : new double[] {1e-15, 1, 1e90}) {
            var frame = frame("", new Range(0, 4 * size, false));
            frame.line(
                    "a",
                    new double[] {0, 4 * size},
                    new double[] {size, size},
                    Color.RED,
                    Palette.stroke(0, 2));
            Rectangle line = paint(frame).bounds(Color.RED, AREA);
            assertEquals(frame.place(0, size).getY(), line.getCenterY(), 1.5, "size " + size);
            assertEquals(frame.inner().getWidth(), line.width, 6, "size " + size);
        }
    }

    @Test
    void namesThatAreTooLongAreCutAndStayInside() {
        var frame = frame("一个足足有四十个汉字那么长的坐标轴名称".repeat(4), new Range(0, 1, false));
        Pixels pixels = paint(frame);
        Rectangle ink = pixels.bounds(Palette.INK, new Rectangle(640, 420));
        assertTrue(AREA.contains(ink), ink + " in " + AREA);
        assertTrue(ink.height > 300 && ink.width > 450, "and use their room: " + ink);
    }

    @Test
    void manyDecadesHaveNoMarksThatRunTogether() {
        var frame = frame("", new Range(1e-6, 1e80, true));
        Pixels pixels = paint(frame);
        Rectangle2D inner = frame.inner();
        var marks = new Rectangle((int) inner.getMinX() - 5, (int) inner.getMinY() + 5, 4, 300);
        assertEquals(0, pixels.count(Palette.FRAME, marks));
        var few = frame("", new Range(1, 100, true));
        Pixels marked = paint(few);
        Rectangle2D at = few.inner();
        marks.x = (int) at.getMinX() - 5;
        assertTrue(marked.count(Palette.FRAME, marks) > 10);
    }
}
