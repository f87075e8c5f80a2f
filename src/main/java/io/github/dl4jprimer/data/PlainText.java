package io.github.dl4jprimer.data;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Removes differences of writing that say nothing: width, case, white space, which digit. */
final class PlainText {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private PlainText() {}

    /** Returns {@code ＣＰＵ　使用率９５％} as {@code cpu 使用率00%}. */
    static String of(String text) {
        var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var oneSpace = SPACE.matcher(narrow).replaceAll(" ").strip();
        return DIGIT.matcher(oneSpace).replaceAll("0");
    }
}
