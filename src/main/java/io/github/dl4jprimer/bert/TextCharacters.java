package io.github.dl4jprimer.bert;

/**
 * What BERT's tokenizer takes a code point for.
 *
 * <p>The rules are those of the original {@code tokenization.py}, on Unicode's general categories
 * as this Java knows them. Ideographs are asked for first and by range, so that one that a later
 * Unicode added (U+9FFD to U+9FFF came with 14, Java 17 has 13) is no unassigned control character
 * on an older Java: the ids of a Chinese text do not depend on the Java that runs.
 */
final class TextCharacters {
    private static final int REPLACEMENT = 0xFFFD;

    /** General categories P*: connector, dash, start, end, initial and final quote, other. */
    private static final int PUNCTUATION =
            (1 << Character.CONNECTOR_PUNCTUATION)
                    | (1 << Character.DASH_PUNCTUATION)
                    | (1 << Character.START_PUNCTUATION)
                    | (1 << Character.END_PUNCTUATION)
                    | (1 << Character.INITIAL_QUOTE_PUNCTUATION)
                    | (1 << Character.FINAL_QUOTE_PUNCTUATION)
                    | (1 << Character.OTHER_PUNCTUATION);

    /** General categories C*: control, format, private use, surrogate, unassigned. */
    private static final int OTHER =
            (1 << Character.CONTROL)
                    | (1 << Character.FORMAT)
                    | (1 << Character.PRIVATE_USE)
                    | (1 << Character.SURROGATE)
                    | (1 << Character.UNASSIGNED);

    /** General categories Z*: spaces, line and paragraph separators. */
    private static final int SEPARATOR =
            (1 << Character.SPACE_SEPARATOR)
                    | (1 << Character.LINE_SEPARATOR)
                    | (1 << Character.PARAGRAPH_SEPARATOR);

    private TextCharacters() {}

    /** Whether it stands between words: tab, line feed, carriage return, or category Z. */
    static boolean isWhitespace(int c) {
        if (c < 0x80) {
            return c == ' ' || c == '\t' || c == '\n' || c == '\r';
        }
        return isIn(SEPARATOR, c);
    }

    /** Whether it is dropped: NUL, U+FFFD, or category C unless it is white space. */
    static boolean isDropped(int c) {
        if (c < 0x80) {
            return c == 0x7F || (c < ' ' && !isWhitespace(c));
        }
        return c == REPLACEMENT || isIn(OTHER, c);
    }

    /** Whether it is a word by itself: category P, or an ASCII sign such as {@code $ + < ^ `}. */
    static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return isIn(PUNCTUATION, c);
    }

    /** Whether it is a Chinese character: the CJK blocks, but not kana and not Hangul. */
    static boolean isIdeograph(int c) {
        return isBetween(0x4E00, c, 0x9FFF)
                || isBetween(0x3400, c, 0x4DBF)
                || isBetween(0xF900, c, 0xFAFF)
                || isBetween(0x20000, c, 0x2A6DF)
                || isBetween(0x2A700, c, 0x2CEAF)
                || isBetween(0x2F800, c, 0x2FA1F);
    }

    /**
     * Whether it is certain that no normal form (NFC, NFD) changes it, whatever stands beside it;
     * false for some of which it is true. Most texts of most users pass without normalisation.
     */
    static boolean isInert(int c) {
        return c < 0xC0
                || isBetween(0x4E00, c, 0x9FFF)
                || isBetween(0x2010, c, 0x2027)
                || isBetween(0x3000, c, 0x3029)
                || isBetween(0xFF01, c, 0xFF5E)
                || isBetween(0x1F300, c, 0x1FAFF);
    }

    private static boolean isBetween(int first, int c, int last) {
        return c >= first && c <= last;
    }

    private static boolean isIn(int categories, int c) {
        return ((categories >> Character.getType(c)) & 1) != 0;
    }
}
