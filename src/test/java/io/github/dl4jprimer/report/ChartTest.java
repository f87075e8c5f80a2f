package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    private static final double[] XS = {1, 2};

    private static LineChart chart(String title) {
        return new LineChart(title).x("轮次").y("损失").line("a", XS, XS);
    }

    @ParameterizedTest
    @CsvSource({"1, 900, 560", "2, 1800, 1120", "0.5, 450, 280"})
    void thePictureHasAsManyPixelsAsTheScaleSays(double scale, int width, int height) {
        BufferedImage image = chart("损失").scale(scale).image();
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
    }

    @Test
    void aTitleOfAnyLengthStaysInThePicture() {
        for (String title : new String[] {"短", "一个足足有四十个汉字那么长的标题".repeat(2), "长".repeat(300)}) {
            Pixels pixels = Pixels.of(chart(title));
            Rectangle ink = pixels.bounds(Palette.INK, new Rectangle(0, 0, 900, 46));
            assertTrue(ink.x > 10 && ink.getMaxX() < 890, title.length() + ": " + ink);
            assertEquals(450, ink.getCenterX(), 10, "in the middle: " + ink);
        }
    }

    @Test
    void theNoteStandsBelowTheTitleAndMovesTheAxesDown() {
        Pixels plain = Pixels.of(chart("损失"));
        Pixels noted = Pixels.of((LineChart) chart("损失").note("五个随机种子的均值"));
        var line = new Rectangle(300, 42, 300, 16);
        assertTrue(noted.count(Palette.FAINT_INK, line) > 30);
        assertEquals(20, noted.body().y - plain.body().y, 1);
    }

    @Test
    void theSameDescriptionGivesTheSameBytes() {
        assertArrayEquals(chart("损失").png(), chart("损失").png());
    }

    @Test
    void theSmallestPictureStillHasAxes() {
        Pixels pixels = new Pixels(chart("a").size(200, 150).scale(1).image());
        assertTrue(pixels.count(Palette.color(0)) > 20, "a curve");
    }

    @Test
    void sizesAndScalesAtTheLimitsAreTakenAndBeyondRefused() {
        chart("a").size(200, 150).size(4000, 4000).scale(0.5).scale(4);
        for (int[] size : new int[][] {{199, 150}, {200, 149}, {4001, 150}, {200, 4001}}) {
            var failure =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> chart("a").size(size[0], size[1]));
            assertEquals(
                    "size must be 200x150 to 4000x4000 pixels, got %dx%d. Give a size in between."
                            .formatted(size[0], size[1]),
                    failure.getMessage());
        }
        for (double scale : new double[] {0.49, 4.01, Double.NaN}) {
            var failure =
                    assertThrows(IllegalArgumentException.class, () -> chart("a").scale(scale));
            assertEquals(
                    "scale must be 0.5 to 4, got " + scale + ". 2 is sharp on most screens.",
                    failure.getMessage());
        }
    }

    @Test
    void namesOfAxesThatAreBlankAreRefused() {
        var x = assertThrows(IllegalArgumentException.class, () -> chart("a").x(""));
        assertEquals("x must be text, got \"\". Say what the reader sees.", x.getMessage());
        var y = assertThrows(IllegalArgumentException.class, () -> chart("a").y(null));
        assertEquals("y must be text, got null. Say what the reader sees.", y.getMessage());
    }
}
