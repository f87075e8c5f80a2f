package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyBuilderTest {
    private static final List<String> SPECIAL =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

    private static VocabularyBuilder builder(int minCount) {
        return new VocabularyBuilder(TokenizerSettings.uncased(), minCount);
    }

    private static List<String> pieces(int minCount, String... texts) {
        var tokens = builder(minCount).build(List.of(texts)).tokens();
        assertEquals(SPECIAL, tokens.subList(0, 5));
        return tokens.subList(5, tokens.size());
    }

    @Test
    void frequentPiecesComeFirstAndEquallyFrequentOnesByCodePoint() {
        assertEquals(List.of("盘", "!", "满", "磁"), pieces(1, "磁盘满!盘"));
        // In UTF-16, 😀 (U+1F600) would come before ！ (U+FF01).
        assertEquals(List.of("！", "😀"), pieces(1, "😀 ！"));
    }

    @Test
    void aLatinWordIsAPieceAndSoAreItsCharactersInBothForms() {
        // Twice: b and d in both words, e in one and by itself.
        assertEquals(
                List.of("##b", "##d", "b", "d", "e", "##e", "db", "dbe"), pieces(1, "DB dbe", "e"));
    }

    @Test
    void aPieceThatOccursTooRarelyIsLeftOut() {
        assertEquals(List.of("盘"), pieces(2, "磁盘", "盘"));
        // The words are rare, their characters are not.
        assertEquals(List.of("##1", "1", "##2", "2"), pieces(2, "112", "121"));
        assertEquals(List.of(), pieces(3, "磁盘", "盘"));
    }

    @Test
    void nothingSeenIsLost() {
        var texts =
                List.of(
                        "磁盘使用率超过95%，/dev/sda1已满",
                        "Café ＡＢＣ １２ 한국어 カメラ",
                        "e\u0301 İstanbul 😀👍 — … “quoted”",
                        "𠀀𪜀龥 a_b-c:8080",
                        "[MASK] und [CLS]");
        for (var settings : List.of(TokenizerSettings.uncased(), TokenizerSettings.keepingCase())) {
            var tokenizer = new VocabularyBuilder(settings, 1).tokenizer(texts);
            for (var text : texts) {
                assertFalse(tokenizer.tokenize(text).contains("[UNK]"), text);
            }
            var recombined = tokenizer.tokenize("sda95 5a9");
            assertFalse(recombined.contains("[UNK]"), recombined.toString());
        }
    }

    @Test
    void whatWasNeverSeenIsUnknown() {
        var tokenizer = builder(1).tokenizer(List.of("磁盘 db1"));
        assertEquals(List.of("磁", "[UNK]", "d", "##1", "[UNK]"), tokenizer.tokenize("磁芯 d1 d2"));
    }

    @Test
    void theOrderOfTheTextsDoesNotMatter() {
        var texts = new ArrayList<>(List.of("磁盘满", "网络丢包 97%", "db-1 db-2"));
        var tokens = builder(1).build(texts).tokens();
        Collections.reverse(texts);
        assertEquals(tokens, builder(1).build(texts).tokens());
    }

    @Test
    void noTextLeavesTheSpecialTokens() {
        assertEquals(SPECIAL, builder(1).build(List.of()).tokens());
        assertEquals(SPECIAL, builder(1).build(List.of("", "  ")).tokens());
    }

    @Test
    void aWordThatIsAlwaysUnknownTakesNoPlace() {
        assertEquals(List.of(), pieces(1, "a".repeat(101)));
        assertEquals(List.of("##a", "a", "a".repeat(100)), pieces(1, "a".repeat(100)));
    }

    @Test
    void aTokenizerIsTheSameAfterSaving(@TempDir Path folder) throws IOException {
        var settings = TokenizerSettings.keepingCase().withStripAccents(true);
        for (var kept : List.of(settings, settings.withChineseCharacters(false))) {
            var tokenizer = new VocabularyBuilder(kept, 1).tokenizer(List.of("磁盘DB é"));
            tokenizer.save(folder, 9);
            var loaded = BertTokenizer.load(folder);
            assertEquals(kept, loaded.settings());
            assertEquals(tokenizer.vocabulary().tokens(), loaded.vocabulary().tokens());
        }
    }

    @Test
    void aCountBelowOneIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> builder(0));
        assertEquals("minCount must be at least 1, got 0. 2 is usual.", error.getMessage());
    }
}
