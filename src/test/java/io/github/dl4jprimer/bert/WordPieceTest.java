package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final int UNKNOWN = 1;

    private static Vocabulary vocabulary(String... further) {
        var tokens = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        tokens.addAll(List.of(further));
        return Vocabulary.of(tokens);
    }

    private static int[] ids(String word, String... further) {
        return new WordPiece(vocabulary(further)).ids(word);
    }

    @Test
    void theLongestPieceIsTakenEachTime() {
        assertArrayEquals(new int[] {5}, ids("token", "token", "to", "##ken"));
        assertArrayEquals(new int[] {6, 7}, ids("tokens", "to", "token", "##s", "##ken"));
        assertArrayEquals(new int[] {5, 6, 6}, ids("aaa", "a", "##a"));
    }

    @Test
    void aLongerPieceThatDoesNotFitIsNoHindrance() {
        assertArrayEquals(new int[] {5, 6, 7}, ids("abc", "a", "##b", "##c", "abcd", "##bcd"));
    }

    @Test
    void aGapMakesTheWholeWordUnknown() {
        assertArrayEquals(new int[] {UNKNOWN}, ids("abx", "a", "##b"));
        assertArrayEquals(new int[] {UNKNOWN}, ids("xab", "a", "##a", "##b"));
        // A piece that begins words does not continue one, nor the other way round.
        assertArrayEquals(new int[] {UNKNOWN}, ids("ab", "a", "b"));
        assertArrayEquals(new int[] {UNKNOWN}, ids("a", "##a"));
    }

    @Test
    void greedyCuttingDoesNotGoBack() {
        // "a" + "##bc" would do, but "ab" is longer and leaves "c".
        assertArrayEquals(new int[] {UNKNOWN}, ids("abc", "a", "ab", "##bc"));
    }

    @Test
    void aHundredCharactersAreAWordAndOneMoreIsUnknown() {
        assertEquals(100, ids("a".repeat(100), "a", "##a").length);
        assertArrayEquals(new int[] {UNKNOWN}, ids("a".repeat(101), "a", "##a"));
        assertEquals(100, ids("😀".repeat(100), "😀", "##😀").length, "counts code points");
        assertArrayEquals(new int[] {UNKNOWN}, ids("😀".repeat(101), "😀", "##😀"));
    }

    @Test
    void theEmptyWordHasNoPieces() {
        assertArrayEquals(new int[0], ids("", "a", "##"));
    }

    @Test
    void aWordOfManyPiecesOutgrowsNothing() {
        var word = "ab".repeat(40);
        assertEquals(80, ids(word, "a", "##a", "##b").length);
    }

    @Test
    void thousandsOfPiecesAreAllFound() {
        var random = new Random(4);
        var pieces = new HashSet<String>();
        while (pieces.size() < 5000) {
            var piece = new StringBuilder(random.nextBoolean() ? "##" : "");
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                piece.append((char) ('a' + random.nextInt(6)));
            }
            pieces.add(piece.toString());
        }
        var vocabulary = vocabulary(pieces.toArray(String[]::new));
        var model = new WordPiece(vocabulary);
        for (int i = 0; i < 20_000; i++) {
            var word = new StringBuilder();
            for (int length = 1 + random.nextInt(14); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(6)));
            }
            assertArrayEquals(byLookUp(word.toString(), vocabulary), model.ids(word.toString()));
        }
    }

    /** As the paper says it: the longest prefix that is in the vocabulary, by trying all. */
    private static int[] byLookUp(String word, Vocabulary vocabulary) {
        var ids = new ArrayList<Integer>();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            int id = UNKNOWN;
            for (; end > start && id == UNKNOWN; end--) {
                id = vocabulary.id((start > 0 ? "##" : "") + word.substring(start, end));
            }
            if (id == UNKNOWN) {
                return new int[] {UNKNOWN};
            }
            ids.add(id);
            start = end + 1;
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
