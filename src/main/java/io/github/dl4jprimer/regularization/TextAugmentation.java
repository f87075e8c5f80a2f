package io.github.dl4jprimer.regularization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * More texts: copies with some words replaced by synonyms, some characters dropped, some swapped.
 *
 * <p>The text is cut into pieces: words of the table, runs of Latin letters and digits, single
 * other characters. Each word of the table is replaced with probability {@code replace} by another
 * of its group; each single character is dropped with probability {@code drop}; each two
 * neighbouring single characters change places with probability {@code swap}. Words that carry the
 * meaning are never dropped, nor are names and numbers, so the label stays what it is. A text that
 * would become empty is returned unchanged.
 *
 * @param replace probability for each word of the table, 0 to below 1
 * @param drop probability for each single character, 0 to below 1
 * @param swap probability for each pair of neighbours, 0 to below 1
 * @param synonyms the table
 * @param seed of all draws
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou 2019 (EDA)</a>
 */
public record TextAugmentation(
        double replace, double drop, double swap, Synonyms synonyms, long seed) {

    /**
     * @throws IllegalArgumentException if a probability is out of its range
     */
    public TextAugmentation {
        Require.share("replace", replace, "0.3 is usual");
        Require.share("drop", drop, "0.05 is usual");
        Require.share("swap", swap, "0.05 is usual");
    }

    /** Returns the usual strengths (0.3, 0.05, 0.05) with the shipped table. */
    public static TextAugmentation usual(long seed) {
        return new TextAugmentation(0.3, 0.05, 0.05, Synonyms.shipped(), seed);
    }

    /** Returns a changed copy; a pure function of the seed, the text and the copy's number. */
    public String copy(String text, int number) {
        var random = Draws.of(seed + text.hashCode(), number);
        var pieces = pieces(text);
        pieces.replaceAll(piece -> replaced(piece, random));
        pieces.removeIf(piece -> isMovable(piece) && random.nextDouble() < drop);
        for (int i = 1; i < pieces.size(); i++) {
            if (isMovable(pieces.get(i - 1))
                    && isMovable(pieces.get(i))
                    && random.nextDouble() < swap) {
                Collections.swap(pieces, i - 1, i);
            }
        }
        var changed = String.join("", pieces);
        return changed.isBlank() ? text : changed;
    }

    /** Returns so many copies of each text, the copies of one text together. */
    public List<String> copies(List<String> texts, int each) {
        Require.notNegative("each", each, "0 gives no copies");
        return texts.stream()
                .flatMap(text -> IntStream.rangeClosed(1, each).mapToObj(n -> copy(text, n)))
                .toList();
    }

    private String replaced(String piece, SplittableRandom random) {
        var group = synonyms.groupOf(piece);
        if (group.isEmpty() || random.nextDouble() >= replace) {
            return piece;
        }
        var others = group.get().stream().filter(w -> !w.equalsIgnoreCase(piece)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private boolean isMovable(String piece) {
        return piece.codePointCount(0, piece.length()) == 1
                && !isWordCharacter(piece.codePointAt(0))
                && !synonyms.keeps(piece)
                && synonyms.groupOf(piece).isEmpty();
    }

    private List<String> pieces(String text) {
        var words = synonyms.byFirstCharacter();
        var pieces = new ArrayList<String>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.max(endOfWord(text, at, words), endOfRun(text, at));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces;
    }

    private static int endOfWord(String text, int at, Map<Character, List<String>> words) {
        char first = Character.toLowerCase(text.charAt(at));
        return words.getOrDefault(first, List.of()).stream()
                .filter(word -> text.regionMatches(true, at, word, 0, word.length()))
                .map(word -> at + word.length())
                .findFirst()
                .orElse(at);
    }

    /** End of a run of Latin letters, digits and what holds names together, or of one character. */
    private static int endOfRun(String text, int at) {
        int end = at;
        while (end < text.length() && isWordCharacter(text.charAt(end))) {
            end++;
        }
        return end > at ? end : text.offsetByCodePoints(at, 1);
    }

    private static boolean isWordCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-_./:%".indexOf(c) >= 0);
    }
}
