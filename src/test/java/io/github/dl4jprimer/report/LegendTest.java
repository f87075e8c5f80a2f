package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LegendTest {
    private static final int WIDTH = 500;

    private final BufferedImage image = new BufferedImage(WIDTH, 400, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();

    private Legend legend(List<String> names) {
        var entries =
                IntStream.range(0, names.size())
                        .mapToObj(i -> Legend.Entry.box(names.get(i), Palette.color(i)))
                        .toList();
        return new Legend(entries, new TextPainter(graphics), WIDTH);
    }

    private Pixels painted(Legend legend) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, 400);
        legend.paint(graphics, 0, 0);
        return new Pixels(image);
    }

    @Test
    void hasNoHeightWithoutEntriesAndOneRowForAFew() {
        assertEquals(0, legend(List.of()).height());
        assertEquals(22, legend(List.of("SGD", "Adam")).height());
    }

    @Test
    void takesAsManyRowsAsItNeedsAndShowsEverySample() {
        var legend = legend(IntStream.range(0, 8).mapToObj(i -> "第 " + i + " 组超参数").toList());
        assertEquals(66, legend.height());
        Pixels pixels = painted(legend);
        for (int index = 0; index < 8; index++) {
            Rectangle sample = pixels.bounds(Palette.color(index), new Rectangle(WIDTH, 66));
            assertTrue(sample.width >= 13 && sample.height >= 13, index + ": " + sample);
        }
    }

    @Test
    void aNameOfFortyCharactersIsCutToTheRowAndStaysInThePicture() {
        var legend = legend(List.of("一个足足有四十个汉字那么长的名称".repeat(3), "短"));
        assertEquals(44, legend.height());
        Pixels pixels = painted(legend);
        Rectangle ink = pixels.bounds(Palette.INK, new Rectangle(WIDTH, 44));
        assertTrue(ink.x >= 0 && ink.getMaxX() <= WIDTH, ink.toString());
        assertEquals(0, pixels.count(Palette.INK, new Rectangle(0, 44, WIDTH, 300)));
        assertTrue(ink.getMaxX() > 0.8 * WIDTH, "as much of it as there is room for: " + ink);
    }

    @Test
    void samplesAreDrawnAsTheirSeriesAre() {
        var entries =
                List.of(
                        Legend.Entry.line("线", Palette.color(0), new BasicStroke(2)),
                        Legend.Entry.point("点", 1));
        Pixels pixels = painted(new Legend(entries, new TextPainter(graphics), WIDTH));
        Rectangle line = pixels.bounds(Palette.color(0), new Rectangle(WIDTH, 22));
        Rectangle point = pixels.bounds(Palette.color(1), new Rectangle(WIDTH, 22));
        assertTrue(line.width >= 28 && line.height <= 3, line.toString());
        assertEquals(point.width, point.height, 2);
        assertTrue(line.getMaxX() < point.x);
    }

    @Test
    void aDashedSeriesHasADashedSample() {
        int solid = lineInk(0);
        int dashed = lineInk(8);
        assertTrue(dashed < 0.85 * solid && dashed > 0.4 * solid, dashed + " of " + solid);
    }

    private int lineInk(int index) {
        var entry = Legend.Entry.line("a", Palette.color(index), Palette.stroke(index, 3));
        Pixels pixels = painted(new Legend(List.of(entry), new TextPainter(graphics), WIDTH));
        return pixels.count(Palette.color(index), new Rectangle(WIDTH, 22));
    }
}
