package io.github.dl4jprimer.notebook.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What has to hold for the pictures and the Chinese of every page. */
final class PagePictures {
    /** In pixels; charts have many times as many. */
    private static final int SMALLEST = 50;

    private PagePictures() {}

    /**
     * Charts are there, and each shows something.
     *
     * @param least how many pictures the page has to have
     */
    static void assertDrawn(int least, List<Chromium.Picture> pictures) {
        assertTrue(pictures.size() >= least, () -> "pictures: " + pictures);
        for (var picture : pictures) {
            assertTrue(picture.width() > SMALLEST, picture::toString);
            assertTrue(picture.height() > SMALLEST, picture::toString);
            assertTrue(picture.colours() > 1, picture::toString);
        }
    }

    /** Every Chinese character has a look of its own, and none is the box for a missing one. */
    static void assertWritten(List<Chromium.Writing> writing) {
        assertFalse(writing.isEmpty(), "the page has Chinese");
        for (var font : writing) {
            assertEquals(
                    "",
                    font.boxes(),
                    () ->
                            "characters without a font (%s): apt-get install fonts-wqy-microhei"
                                    .formatted(font.font()));
            assertEquals(0, font.alike(), font::toString);
        }
    }
}
