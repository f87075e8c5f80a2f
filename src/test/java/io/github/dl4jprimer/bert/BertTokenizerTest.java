package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BertTokenizerTest {
    // [PAD] 0, [UNK] 1, [CLS] 2, [SEP] 3, [MASK] 4, 磁 5, 盘 6, 满 7, don 8, ' 9, t 10, [ 11, . 12
    private static final List<String> TOKENS =
            List.of(
                    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "磁", "盘", "满", "don", "'", "t",
                    "[", ".", "##t", "n't", "A");

    private static final BertTokenizer TOKENIZER =
            new BertTokenizer(Vocabulary.of(TOKENS), TokenizerSettings.uncased());

    private static final EncodingOptions DEFAULTS = EncodingOptions.defaults();

    @Test
    void specialTokensInsideATextAreThemselves() {
        assertArrayEquals(new int[] {5, 4, 7}, TOKENIZER.ids("磁[MASK]满"));
        assertArrayEquals(new int[] {4, 4}, TOKENIZER.ids("[MASK][MASK]"));
        assertArrayEquals(new int[] {11, 3}, TOKENIZER.ids("[[SEP]"));
        assertArrayEquals(new int[] {11, 11}, TOKENIZER.ids("[ ["));
        assertArrayEquals(new int[] {11, 1}, TOKENIZER.ids("[MASK"));
        assertArrayEquals(new int[] {0, 1, 2}, TOKENIZER.ids("[PAD] [UNK] [CLS]"));
    }

    @Test
    void aSpecialTokenThatIsHiddenInTheTextIsNone() {
        assertArrayEquals(new int[] {11, 1, 1}, TOKENIZER.ids("[MA\u200BSK]"));
    }

    @Test
    void aPairHasTwoSegments() {
        var pair = TOKENIZER.encode("磁", "盘 满", DEFAULTS);
        assertArrayEquals(new int[] {2, 5, 3, 6, 7, 3}, pair.ids());
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, pair.segmentIds());
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1}, pair.attentionMask());
        assertEquals(List.of("[CLS]", "磁", "[SEP]", "盘", "满", "[SEP]"), pair.tokens());
    }

    @Test
    void lengthsBecomeMultiplesByPadding() {
        var options = DEFAULTS.withPaddedMultiple(4);
        var one = TOKENIZER.encode("磁盘满", options);
        assertArrayEquals(new int[] {2, 5, 6, 7, 3, 0, 0, 0}, one.ids());
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 0, 0, 0}, one.attentionMask());
        assertEquals("[PAD]", one.tokens().get(7));
        assertEquals(4, TOKENIZER.encode("磁盘", options).length(), "already a multiple");
        assertEquals(12, TOKENIZER.encode("磁", options.withPaddedLength(9)).length());
    }

    @Test
    void anEncodingThatIsLongEnoughIsNotCopied() {
        var one = TOKENIZER.encode("磁");
        assertSame(one, one.padded(3, TOKENIZER.vocabulary()));
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> one.padded(2, TOKENIZER.vocabulary()));
        assertEquals(
                "length must be at least the encoding's 3, got 2. Truncate when encoding.",
                error.getMessage());
    }

    @Test
    void aLengthWithoutRoomForSpecialTokensIsRefused() {
        assertArrayEquals(new int[] {2, 3}, TOKENIZER.encode("磁", DEFAULTS.withMaxLength(2)).ids());
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TOKENIZER.encode("磁", "盘", DEFAULTS.withMaxLength(2)));
        assertEquals(
                "maxLength must have room for the 3 special tokens, got 2. Allow more tokens.",
                error.getMessage());
    }

    @Test
    void noTextsAreAnEmptyBatch() {
        assertEquals(List.of(), TOKENIZER.encodeAll(List.of(), DEFAULTS));
    }

    @ParameterizedTest
    @CsvSource({
        "'2 8 13 3', [CLS] dont [SEP], dont",
        "'8 9 10', don't, don't",
        "'5 4 0 1 12', 磁 [MASK] [PAD] [UNK]., 磁.",
        "'10 14', tn't, tn't",
        "'15 15', A A, A A"
    })
    void idsBecomeReadableText(String ids, String all, String withoutSpecial) {
        var array = List.of(ids.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
        assertEquals(all, TOKENIZER.decode(array, false));
        assertEquals(withoutSpecial, TOKENIZER.decode(array, true));
    }

    @Test
    void nothingBecomesNothing() {
        assertEquals("", TOKENIZER.decode(new int[0], false));
        assertEquals(List.of("[CLS]", "[SEP]"), TOKENIZER.encode("").tokens());
        assertArrayEquals(new int[0], TOKENIZER.ids(""));
    }

    @Test
    void aDirectoryOfHuggingFaceIsLoadedWithItsSettings(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("vocab.txt"), TOKENS);
        assertArrayEquals(new int[] {1}, BertTokenizer.load(folder).ids("A"), "uncased");
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"do_lower_case\": false}");
        assertArrayEquals(new int[] {15}, BertTokenizer.load(folder).ids("A"), "cased");
    }
}
