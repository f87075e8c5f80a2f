package io.github.dl4jprimer.bert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text to words, the first half of BERT's tokenizer: {@code "磁盘Usage超95%"} becomes {@code 磁 盘 usage
 * 超 95 %}.
 *
 * <ol>
 *   <li>unless cased, every character in lower case
 *   <li>control characters dropped; every kind of white space becomes a space
 *   <li>a space on both sides of each Chinese character: Chinese is read by the character
 *   <li>Unicode's form NFC; if accents go, form NFD without combining marks ({@code é} is {@code
 *       e})
 *   <li>a word ends at a space, and each punctuation mark is a word
 * </ol>
 *
 * <p>Full-width forms stay what they are ({@code Ａ} is no {@code a}), and without accents Hangul
 * falls into its letters: both are so in BERT.
 *
 * @see <a href="https://github.com/google-research/bert/blob/master/tokenization.py">The
 *     original</a>
 */
public final class BasicTokenizer {
    /** The one letter whose lower case is two characters, {@code i} with a dot above. */
    private static final int DOTTED_CAPITAL_I = 0x130;

    private static final String DOTTED_SMALL_I = "i\u0307";

    private final TokenizerSettings settings;

    /** Creates the tokenizer of these settings. */
    public BasicTokenizer(TokenizerSettings settings) {
        this.settings = settings;
    }

    /** Returns the words of a text, in order; none of them is empty. */
    public List<String> words(String text) {
        var spaced = new StringBuilder(2 * text.length() + 16);
        return split(clean(text, spaced) ? spaced.toString() : normalized(spaced.toString()));
    }

    /** Steps 1 to 3; whether no normal form would change the result. */
    private boolean clean(String text, StringBuilder spaced) {
        boolean inert = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (TextCharacters.isIdeograph(c)) {
                inert &= TextCharacters.isInert(c);
                appendIdeograph(c, spaced);
            } else if (TextCharacters.isWhitespace(c)) {
                spaced.append(' ');
            } else if (!TextCharacters.isDropped(c)) {
                inert &= TextCharacters.isInert(c);
                appendLetter(c, spaced);
            }
        }
        return inert;
    }

    private void appendIdeograph(int c, StringBuilder spaced) {
        if (settings.chineseCharacters()) {
            spaced.append(' ').appendCodePoint(c).append(' ');
        } else {
            spaced.appendCodePoint(c);
        }
    }

    private void appendLetter(int c, StringBuilder spaced) {
        if (settings.cased()) {
            spaced.appendCodePoint(c);
        } else if (c == DOTTED_CAPITAL_I) {
            spaced.append(DOTTED_SMALL_I);
        } else {
            spaced.appendCodePoint(Character.toLowerCase(c));
        }
    }

    /** Step 4. */
    private String normalized(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!settings.stripAccents()) {
            return composed;
        }
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        var bare = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Step 5. */
    private static List<String> split(String text) {
        var words = new ArrayList<String>(text.length() / 2 + 1);
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean mark = c != ' ' && TextCharacters.isPunctuation(c);
            if (mark || c == ' ') {
                addWord(text, start, i, words);
                start = mark ? i : next;
            }
            if (mark) {
                addWord(text, start, next, words);
                start = next;
            }
            i = next;
        }
        addWord(text, start, text.length(), words);
        return words;
    }

    private static void addWord(String text, int start, int end, List<String> words) {
        if (end > start) {
            words.add(text.substring(start, end));
        }
    }
}
