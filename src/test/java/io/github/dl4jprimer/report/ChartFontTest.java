package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class ChartFontTest {
    /** No character in any version of Unicode so far; private-use ones are in icon fonts. */
    private static final String UNASSIGNED = "\u0378";

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    @Test
    void showsChineseGreekAndTheMinusSign() {
        String text = "磁盘使用率超过 95% 损失 μσβ −±×…（）";
        assertEquals(-1, ChartFont.forText(text, 12).canDisplayUpTo(text));
    }

    @Test
    void usesTheBundledFontForChineseOnEveryMachine() {
        assertEquals("WenQuanYi Micro Hei", ChartFont.forText("内存", 12).getFamily());
    }

    @Test
    void drawsChineseCharactersAndNotTheBoxForMissingOnes() {
        Font font = ChartFont.forText("磁", 40);
        Rectangle2D box =
                font.createGlyphVector(CONTEXT, new int[] {font.getMissingGlyphCode()})
                        .getVisualBounds();
        for (String character : "磁盘内存网络".split("")) {
            Rectangle2D glyph = font.createGlyphVector(CONTEXT, character).getVisualBounds();
            assertTrue(glyph.getWidth() > 20 && glyph.getHeight() > 20, character);
            assertFalse(glyph.equals(box), character + " must not be the box");
        }
    }

    @Test
    void keepsTheBundledFontWhereNoFontHasTheCharacter() {
        assertEquals("WenQuanYi Micro Hei", ChartFont.forText(UNASSIGNED, 12).getFamily());
    }

    @Test
    void saysHowToInstallFontsWhereAwtHasNone() {
        var failure =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                ChartFont.explained(
                                        () -> {
                                            throw new InternalError("Fontconfig head is null");
                                        }));
        assertEquals(
                "fonts must be configured for Java's AWT, got none. Install them: apt-get install"
                        + " fontconfig fonts-dejavu-core",
                failure.getMessage());
    }

    @Test
    void namesTheResourceThatIsMissing() {
        var failure = assertThrows(IllegalStateException.class, () -> ChartFont.load("none.ttf"));
        assertTrue(failure.getMessage().contains("got none at none.ttf"), failure.getMessage());
    }

    @Test
    void refusesAResourceThatIsNoFont() {
        var failure = assertThrows(IllegalStateException.class, () -> ChartFont.load("FONT.md"));
        assertTrue(
                failure.getMessage().startsWith("font resource must be a TrueType font"),
                failure.getMessage());
    }
}
