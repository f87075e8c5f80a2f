package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.report.TextPainter.Anchor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPainterTest {
    private final BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();
    private final TextPainter text = new TextPainter(graphics);

    private Rectangle drawn(Runnable drawing) {
        return drawn(Color.BLACK, drawing);
    }

    private Rectangle drawn(Color color, Runnable drawing) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 200);
        drawing.run();
        return new Pixels(image).bounds(color, new Rectangle(300, 200));
    }

    @Test
    void theAnchorLiesAtTheStartTheMiddleOrTheEnd() {
        assertEquals(150, drawn(() -> draw(Anchor.START)).getMinX(), 3);
        assertEquals(150, drawn(() -> draw(Anchor.MIDDLE)).getCenterX(), 3);
        assertEquals(150, drawn(() -> draw(Anchor.END)).getMaxX(), 3);
    }

    private void draw(Anchor anchor) {
        text.draw("磁盘使用", 20, Color.BLACK, 150, 100, anchor);
    }

    @Test
    void aCapitalIsCentredOnItsHeight() {
        Rectangle letter = drawn(() -> text.draw("H", 40, Color.BLACK, 150, 100, Anchor.MIDDLE));
        assertEquals(100, letter.getCenterY(), 2);
    }

    @Test
    void turnedTextRunsUpwards() {
        Rectangle up =
                drawn(() -> text.drawTurned("磁盘使用", 20, Color.BLACK, 150, 100, Anchor.MIDDLE, -90));
        assertTrue(up.height > 3 * up.width, up.toString());
        assertEquals(100, up.getCenterY(), 3);
    }

    @Test
    void whatFitsIsWholeAndWhatDoesNotEndsInAnEllipsis() {
        assertEquals("磁盘", text.fit("磁盘", 20, 41));
        assertEquals("磁盘使用率", text.fit("磁盘使用率", 20, text.width("磁盘使用率", 20)));
        String cut = text.fit("磁盘使用率超过", 20, 90);
        assertTrue(cut.startsWith("磁盘") && cut.endsWith("…"), cut);
        assertTrue(text.width(cut, 20) <= 90 && text.width(cut, 20) > 60, cut);
        assertEquals("…", text.fit("磁盘", 20, 1));
        assertEquals("", text.fit("", 20, 0));
        assertEquals(0, text.width(" ", 20));
    }

    @Test
    void aCharacterOfTwoCodeUnitsIsNotTornApart() {
        String cut = text.fit("𠀀𠀁𠀂𠀃𠀄𠀅", 20, 70);
        assertTrue(cut.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), cut);
    }

    @Test
    void levelNamesStayInTheirSlotsAndTurnedOnesInThePicture() {
        var names = List.of("一个足足有四十个汉字那么长的名称".repeat(3), "短");
        Rectangle level = drawn(Palette.INK, () -> text.drawBelow(names, 12, 50, 100, 20, false));
        assertTrue(level.x >= 50 && level.getMaxX() <= 250 && level.height < 20, level.toString());
        Rectangle turned = drawn(Palette.INK, () -> text.drawBelow(names, 12, 50, 100, 20, true));
        assertTrue(turned.x >= 0 && turned.height > 50, turned.toString());
        assertTrue(
                turned.getMaxY() <= 20 + text.heightBelow(names, 12, true) + 4, turned.toString());
    }

    @Test
    void aPlateHidesWhatLiesBelowTheText() {
        Rectangle line =
                drawn(
                        () -> {
                            graphics.setColor(Color.RED);
                            graphics.fillRect(0, 99, 300, 2);
                            text.drawOnPlate("一", 20, Color.BLUE, 150, 100, Anchor.MIDDLE);
                        });
        assertEquals(-1, line.width, "nothing black");
        Pixels pixels = new Pixels(image);
        assertTrue(pixels.isNear(100, 100, Color.RED));
        assertEquals(0, pixels.count(Color.RED, new Rectangle(141, 95, 18, 10)));
    }
}
