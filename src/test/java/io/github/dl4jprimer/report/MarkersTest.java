package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkersTest {
    private static final Rectangle INNER = new Rectangle(100, 50, 400, 300);
    private static final double[] XS = {0, 10};

    private static TextPainter text() {
        return new TextPainter(
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
    }

    private static Rectangle2D box(double x, String name, Rectangle2D... taken) {
        return Markers.freeBox(text(), INNER, x, name, List.of(taken));
    }

    @Test
    void aNameStandsOnTheSideWithMoreRoom() {
        assertTrue(box(200, "早停").getMinX() > 200);
        assertTrue(box(400, "早停").getMaxX() < 400);
        assertTrue(box(400, "早停").getMinX() > 360, "next to its line");
    }

    @Test
    void namesOfNeighboursStandInRowsOfTheirOwn() {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (double x : new double[] {200, 205, 210, 420, 425}) {
            boxes.add(Markers.freeBox(text(), INNER, x, "最好的一轮：12", boxes));
        }
        for (Rectangle2D one : boxes) {
            assertTrue(INNER.contains(one), one + " is inside");
            assertEquals(1, boxes.stream().filter(one::intersects).count(), "crossed: " + one);
        }
        assertEquals(boxes.get(0).getY(), boxes.get(3).getY(), "the first row is used again");
    }

    @Test
    void aNameThatIsTooLongIsCutToItsRoom() {
        Rectangle2D box = box(200, "一个非常长的名称".repeat(8));
        assertTrue(INNER.contains(box), box.toString());
        assertTrue(box.getWidth() > 250, "and uses it");
    }

    @Test
    void moreNamesThanRowsAreStillDrawnInside() {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boxes.add(Markers.freeBox(text(), INNER, 200, "早停", boxes));
        }
        assertTrue(boxes.stream().allMatch(INNER::contains));
    }

    /** The character 一 is a level stroke, so that little of it is in any column. */
    @Test
    void noLineRunsThroughAName() {
        var chart = new LineChart("损失").line("a", XS, XS).marker("一一一一一一一一", 2).marker("二", 2.8);
        Pixels pixels = Pixels.of(chart);
        var single = Pixels.of(new LineChart("损失").line("a", XS, XS).marker("二", 2.8));
        Rectangle body = single.body();
        int x =
                IntStream.range(body.x, body.x + body.width)
                        .filter(i -> dark(single, i, body.y + 5) > 4)
                        .findFirst()
                        .orElseThrow();
        assertEquals(0.28 * body.width, x - body.x, 20, "the dashed line at 2.8 of 10");
        assertTrue(dark(pixels, x, body.y + 5) <= 3, "the other name's plate covers it");
        assertTrue(dark(pixels, x, body.y + 105) > 4, "and nothing else does");
    }

    /** How many of the 14 pixels below (x, y) are ink, thin lines between two pixels included. */
    private static int dark(Pixels pixels, int x, int y) {
        return (int) IntStream.range(y, y + 14).filter(i -> pixels.at(x, i).getRed() < 170).count();
    }

    @Test
    void whatLiesOutsideOfALogarithmicAxisIsNotDrawn() {
        double[] positive = {1, 10};
        var plain = Pixels.of(new LineChart("a").logX().line("a", positive, positive));
        var marked =
                Pixels.of(new LineChart("a").logX().line("a", positive, positive).marker("零", 0));
        assertEquals(0, marked.differing(plain, plain.body()));
    }

    @Test
    void aMarkerWithoutANameIsRefused() {
        var failure =
                assertThrows(
                        IllegalArgumentException.class, () -> new LineChart("a").marker(" ", 1));
        assertEquals(
                "marker must be text, got \" \". Say what the reader sees.", failure.getMessage());
    }
}
