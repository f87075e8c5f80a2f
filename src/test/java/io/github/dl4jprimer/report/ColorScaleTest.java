package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorScaleTest {
    private static Pixels painted(ColorScale scale, int height) {
        var image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 400);
        scale.paint(graphics, new TextPainter(graphics), 20, 30, height);
        graphics.dispose();
        return new Pixels(image);
    }

    @Test
    void numbersAreOneTwoOrFiveTimesAPowerOfTenApart() {
        assertArrayEquals(new double[] {0, 10, 20, 30, 40, 50}, ColorScale.ticks(59, 6), 1e-12);
        assertArrayEquals(new double[] {0, 20, 40}, ColorScale.ticks(59, 5), 1e-12);
        assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, ColorScale.ticks(1, 6), 1e-12);
        assertArrayEquals(new double[] {0, 0.5, 1}, ColorScale.ticks(1, 3), 1e-12);
        assertArrayEquals(new double[] {0, 2, 4}, ColorScale.ticks(4.2, 3), 1e-12);
        assertArrayEquals(
                new double[] {0, 0.05, 0.1, 0.15, 0.2}, ColorScale.ticks(0.2345, 6), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 2e-16, 0.003, 0.0999999, 1, 7, 59, 1234, 9.99e9, 1e200})
    void thereAreAtLeastTwoNumbersAndAllAreInsideTheBar(double top) {
        for (int most = 3; most <= 6; most++) {
            double[] ticks = ColorScale.ticks(top, most);
            assertEquals(0, ticks[0]);
            assertTrue(ticks.length >= 2 && ticks.length <= most + 1, top + " in " + most);
            assertTrue(ticks[ticks.length - 1] <= top * (1 + 1e-9), top + " in " + most);
            double steps = top / ticks[1];
            assertTrue(steps > most / 2.5 - 1e-9, "too few for " + most + ": " + steps);
        }
    }

    @Test
    void theBarIsWhiteBelowAndDarkAbove() {
        Pixels pixels = painted(new ColorScale("", 1), 300);
        assertTrue(pixels.isNear(28, 33, Palette.sequential(0.99)));
        assertTrue(pixels.isNear(28, 180, Palette.sequential(0.5)));
        assertTrue(pixels.isNear(28, 327, Palette.sequential(0.01)));
        assertEquals(Color.WHITE, pixels.at(28, 340));
    }

    @Test
    void aNumberStandsAtItsColour() {
        Pixels pixels = painted(new ColorScale("", 59), 295);
        // 10 of 59 is 50 pixels above the lower end at 325, and nothing stands between 20 and 10.
        assertTrue(pixels.differing(blank(), new Rectangle(42, 269, 40, 12)) > 10, "10");
        assertEquals(0, pixels.differing(blank(), new Rectangle(42, 232, 40, 30)));
        assertEquals(0, pixels.differing(blank(), new Rectangle(42, 30, 40, 30)), "no 59 on top");
    }

    @Test
    void everythingLiesWithinTheWidthThatIsAskedFor() {
        var scale = new ColorScale("占真实类别的比例，一个很长很长很长很长很长的名称", 2e-16);
        Pixels pixels = painted(scale, 300);
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int right = 20 + (int) Math.ceil(scale.width(new TextPainter(graphics))) + 1;
        assertEquals(0, pixels.differing(blank(), new Rectangle(right, 0, 300 - right, 400)));
        int name = right - 16;
        assertTrue(pixels.differing(blank(), new Rectangle(name, 40, 15, 280)) > 100);
        assertEquals(0, pixels.differing(blank(), new Rectangle(0, 335, 300, 60)));
    }

    private static Pixels blank() {
        var image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 400);
        graphics.dispose();
        return new Pixels(image);
    }
}
