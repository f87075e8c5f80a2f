package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenMaskingTest {
    private static final Vocabulary VOCABULARY =
            Vocabulary.of(
                    List.of(
                            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "磁", "盘", "已", "满", "使",
                            "用", "率", "token", "##izer", "##s", "cpu"));
    private static final int MASK = 4;
    private static final TokenMasking MASKING = TokenMasking.of(VOCABULARY, 3);

    /** [CLS], count ordinary tokens, [SEP]. */
    private static int[] text(int count) {
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.of(2), IntStream.range(0, count).map(i -> 5 + i % 7)),
                        IntStream.of(3))
                .toArray();
    }

    private static int[] ids(String... tokens) {
        return Arrays.stream(tokens).mapToInt(VOCABULARY::id).toArray();
    }

    @Test
    void aShareOfTheTokensIsChosenAndNeverNone() {
        int[] counts = {1, 3, 7, 10, 20, 100};
        int[] wanted = {1, 1, 1, 2, 3, 15};
        for (int i = 0; i < counts.length; i++) {
            for (int number = 0; number < 20; number++) {
                var masked = MASKING.mask(text(counts[i]), 1, number);
                assertEquals(wanted[i], masked.predicted().length, counts[i] + " tokens");
            }
        }
        assertEquals(40, MASKING.withRate(0.4).mask(text(100), 1, 1).predicted().length);
        assertEquals(5, MASKING.withRate(1).mask(text(5), 1, 1).predicted().length);
    }

    @Test
    void specialTokensAreNeitherChosenNorPutIn() {
        int[] ids = ids("[CLS]", "磁", "[UNK]", "盘", "[SEP]", "[MASK]", "[PAD]", "满");
        var positions = new TreeSet<Integer>();
        for (int number = 0; number < 3000; number++) {
            var masked = MASKING.withRate(1).mask(ids, 1, number);
            for (int position : masked.predicted()) {
                positions.add(position);
                int id = masked.ids()[position];
                assertTrue(id == MASK || id >= 5, "id " + id);
            }
            for (int position : new int[] {0, 2, 4, 5, 6}) {
                assertEquals(ids[position], masked.ids()[position]);
            }
        }
        assertEquals(new TreeSet<>(List.of(1, 3, 7)), positions);
        assertEquals(0, MASKING.mask(ids("[CLS]", "[UNK]", "[SEP]"), 1, 1).predicted().length);
        assertEquals(0, MASKING.mask(new int[0], 1, 1).predicted().length);
    }

    /** 30 000 choices: standard deviations of 0.23 % and 0.17 %. */
    @Test
    void eightyPercentAreMaskedTenRandomAndTenKept() {
        int[] ids = text(100);
        double masks = 0;
        double kept = 0;
        double all = 0;
        var others = new TreeSet<Integer>();
        for (int number = 0; number < 2000; number++) {
            var masked = MASKING.mask(ids, 1, number);
            for (int position : masked.predicted()) {
                int id = masked.ids()[position];
                masks += id == MASK ? 1 : 0;
                kept += id == ids[position] ? 1 : 0;
                all++;
                if (id != MASK && id != ids[position]) {
                    others.add(id);
                }
            }
        }
        assertEquals(0.8, masks / all, 0.01);
        // A random one of 11 tokens is the same again in 1 of 11 cases.
        assertEquals(0.1 + 0.1 / 11, kept / all, 0.008);
        assertEquals(11, others.size(), "every ordinary token is put in: " + others);
    }

    @Test
    void whatIsNotChosenStays() {
        int[] ids = text(40);
        int[] before = ids.clone();
        var masked = MASKING.mask(ids, 1, 1);
        assertArrayEquals(before, ids);
        for (int i = 0; i < ids.length; i++) {
            boolean chosen = Arrays.binarySearch(masked.predicted(), i) >= 0;
            assertTrue(chosen || masked.ids()[i] == ids[i]);
        }
    }

    @Test
    void everyPositionIsChosenEquallyOften() {
        int[] counts = new int[22];
        for (int number = 0; number < 4000; number++) {
            Arrays.stream(MASKING.mask(text(20), 1, number).predicted()).forEach(i -> counts[i]++);
        }
        for (int i = 1; i <= 20; i++) {
            assertEquals(600, counts[i], 90, "position " + i); // 4 standard deviations
        }
    }

    @Test
    void masksAreAFunctionOfSeedEpochAndNumber() {
        int[] ids = text(100);
        var once = MASKING.mask(ids, 2, 7);
        var again = TokenMasking.of(VOCABULARY, 3).mask(ids, 2, 7);
        assertArrayEquals(once.ids(), again.ids());
        assertArrayEquals(once.predicted(), again.predicted());
        var others =
                List.of(
                        MASKING.mask(ids, 3, 7),
                        MASKING.mask(ids, 2, 8),
                        MASKING.mask(ids, 7, 2),
                        TokenMasking.of(VOCABULARY, 4).mask(ids, 2, 7));
        for (var other : others) {
            assertFalse(Arrays.equals(once.predicted(), other.predicted()));
        }
    }

    @Test
    void aWordIsChosenWithAllItsPieces() {
        int[] ids = ids("[CLS]", "token", "##izer", "##s", "磁", "cpu", "盘", "[SEP]");
        var words = MASKING.withWholeWords().withRate(0.5); // 3 of 6
        var found = new TreeSet<String>();
        for (int number = 0; number < 200; number++) {
            found.add(Arrays.toString(words.mask(ids, 1, number).predicted()));
        }
        assertEquals(new TreeSet<>(List.of("[1, 2, 3]", "[4, 5, 6]")), found);
    }

    @Test
    void aWordThatIsTooLongIsChosenOnlyIfItComesFirst() {
        int[] ids = ids("token", "##izer", "##s");
        assertArrayEquals(
                new int[] {0, 1, 2}, MASKING.withWholeWords().mask(ids, 1, 1).predicted());
        assertEquals(1, MASKING.mask(ids, 1, 1).predicted().length, "each for itself");
        int[] split = ids("token", "[SEP]", "##izer");
        assertEquals(1, MASKING.withWholeWords().mask(split, 1, 1).predicted().length, "no bridge");
    }

    @Test
    void aSegmentersWordsAreChosenWhole() {
        int[] ids = ids("[CLS]", "磁", "盘", "使", "用", "率", "[SEP]");
        var words = MASKING.withRate(0.5).withWholeWords(text -> new int[] {0, 1, 1, 2, 2, 2, 0});
        var found = new TreeSet<String>();
        for (int number = 0; number < 200; number++) {
            found.add(Arrays.toString(words.mask(ids, 1, number).predicted()));
        }
        assertEquals(new TreeSet<>(List.of("[1, 2]", "[3, 4, 5]")), found);
        var wrong = MASKING.withWholeWords(text -> new int[2]);
        assertEquals(
                "segmenter must give one number a token, 7, got 2. Count special tokens, too.",
                assertThrows(IllegalArgumentException.class, () -> wrong.mask(ids, 1, 1))
                        .getMessage());
    }

    /** In a long run of characters, spans of 1 to 4 come in 40, 30, 20 and 10 of 100 cases. */
    @Test
    void runsOfChineseAreCutIntoSpans() {
        int[] ids = new int[4000];
        Arrays.setAll(ids, i -> 5 + i % 7);
        boolean[] candidates = new boolean[ids.length];
        Arrays.fill(candidates, true);
        var lengths = new TreeMap<Integer, Integer>();
        var random = new SplittableRandom(1);
        var words = TokenWords.ofSpans(VOCABULARY).find(ids, candidates, random);
        words.forEach(word -> lengths.merge(word.length(), 1, Integer::sum));
        assertEquals(List.of(1, 2, 3, 4), List.copyOf(lengths.keySet()));
        double all = words.size();
        double[] shares = {0.4, 0.3, 0.2, 0.1};
        for (int length = 1; length <= 4; length++) {
            assertEquals(shares[length - 1], lengths.get(length) / all, 0.04, "length " + length);
        }
    }

    @Test
    void spansBeginAnewAfterOtherWordsAndStopBeforeThem() {
        int[] ids = ids("[CLS]", "磁", "盘", "cpu", "使", "token", "##izer", "用", "[SEP]");
        boolean[] candidates = {false, true, true, true, true, true, true, true, false};
        var found = new TreeSet<String>();
        for (int seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            var words = TokenWords.ofSpans(VOCABULARY).find(ids, candidates, random);
            found.add(
                    String.join(
                            " ",
                            words.stream().map(word -> word.from() + "-" + word.to()).toList()));
        }
        assertEquals(
                new TreeSet<>(List.of("1-2 2-3 3-4 4-5 5-7 7-8", "1-3 3-4 4-5 5-7 7-8")), found);
        assertEquals(1, MASKING.withSpans().mask(ids, 1, 1).predicted().length);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(
                "rate must be above 0 and at most 1, got 0.0. 0.15 is usual.",
                assertThrows(IllegalArgumentException.class, () -> MASKING.withRate(0))
                        .getMessage());
        var special = Vocabulary.of(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        assertEquals(
                "vocabulary must have ordinary tokens, got special ones alone. Build it from"
                        + " texts.",
                assertThrows(IllegalArgumentException.class, () -> TokenMasking.of(special, 1))
                        .getMessage());
    }
}
