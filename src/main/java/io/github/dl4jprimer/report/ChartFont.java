package io.github.dl4jprimer.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The font of every chart: WenQuanYi Micro Hei, bundled, so that Chinese labels look the same on
 * each machine.
 *
 * <p>Without it a server without Chinese fonts would draw empty boxes, and say nothing. The bundled
 * subset holds ASCII, Greek, mathematical signs and the 6763 characters of GB 2312. A text with
 * other characters (traditional forms, emoji) is set in the machine's own sans-serif font if that
 * has them.
 */
final class ChartFont {
    static final String RESOURCE = "wqy-microhei-gb2312.ttf";

    private static final String NO_FONTCONFIG =
            "fonts must be configured for Java's AWT, got none. Install them: apt-get install"
                    + " fontconfig fonts-dejavu-core";

    private ChartFont() {}

    /**
     * The font for one piece of text.
     *
     * @param text what will be drawn with it
     * @param size height in pixels at scale 1, above 0
     * @throws IllegalStateException if Java cannot set up any font on this machine
     */
    static Font forText(String text, float size) {
        Font bundled = Bundled.FONT.deriveFont(size);
        if (bundled.canDisplayUpTo(text) < 0) {
            return bundled;
        }
        Font own = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
        return own.canDisplayUpTo(text) < 0 ? own : bundled;
    }

    /** Loads a font resource; a broken AWT becomes one line that names the packages to install. */
    static Font load(String resource) {
        try (var stream = ChartFont.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "font resource must be on the class path, got none at "
                                + resource
                                + ". Build again with `mvn package`");
            }
            return explained(() -> Font.createFont(Font.TRUETYPE_FONT, stream));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Runs one AWT call; without fontconfig AWT fails with errors that do not say what is missing.
     */
    static Font explained(FontCall call) throws IOException {
        try {
            return call.run();
        } catch (FontFormatException failure) {
            throw new IllegalStateException(
                    "font resource must be a TrueType font, got " + failure.getMessage() + ".",
                    failure);
        } catch (LinkageError | InternalError | NullPointerException failure) {
            throw new IllegalStateException(NO_FONTCONFIG, failure);
        }
    }

    /** One call into AWT's font machinery. */
    @FunctionalInterface
    interface FontCall {
        Font run() throws IOException, FontFormatException;
    }

    /** Loads on first use and only once. */
    private static final class Bundled {
        static final Font FONT = load(RESOURCE);
    }
}
