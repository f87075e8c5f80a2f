package io.github.dl4jprimer.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Text measured in terminal columns, where a Chinese character takes two.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">Unicode Standard Annex 11, East Asian
 *     Width</a>
 */
public final class DisplayWidth {
    /** First to last code point of the wide ranges that Chinese operations text uses. */
    private static final TreeMap<Integer, Integer> WIDE =
            new TreeMap<>(
                    Map.of(
                            0x1100, 0x115F, // Hangul
                            0x2E80, 0x303E, // radicals, punctuation
                            0x3041, 0xA4CF, // kana, ideographs
                            0xAC00, 0xD7A3, // Hangul syllables
                            0xF900, 0xFAFF, // compatibility ideographs
                            0xFE30, 0xFE6F, // vertical and small forms
                            0xFF00, 0xFF60, // full-width forms
                            0xFFE0, 0xFFE6, // full-width signs
                            0x1F300, 0x1FAFF, // pictographs
                            0x20000, 0x3FFFD)); // further ideographs

    private DisplayWidth() {}

    /** Returns the number of terminal columns that {@code text} takes. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** Returns 2 for wide and full-width characters, 0 for combining marks, 1 otherwise. */
    private static int of(int codePoint) {
        var type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        var range = WIDE.floorEntry(codePoint);
        return range != null && codePoint <= range.getValue();
    }

    /** Pads {@code text} with spaces on the right to {@code columns}. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /**
     * Breaks one paragraph into lines of at most {@code columns}: between words, and between any
     * two Chinese characters, but never before closing punctuation.
     *
     * @param columns at least 2
     */
    public static List<String> wrap(String paragraph, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(paragraph)) {
            if (!line.isEmpty() && of(line.toString()) + of(piece.stripTrailing()) > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Splits into pieces that stay whole: a word with its spaces, a wide character. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var previous = -1;
        for (var c : text.codePoints().toArray()) {
            if (previous != -1 && mayBreak(previous, c)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            previous = c;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if ("，。、；：？！）》」』”’…".indexOf(after) >= 0 || "（《「『“‘".indexOf(before) >= 0) {
            return false;
        }
        return after != ' ' && (before == ' ' || isWide(before) || isWide(after));
    }
}
