package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasicTokenizerTest {
    private static final BasicTokenizer UNCASED = new BasicTokenizer(TokenizerSettings.uncased());
    private static final BasicTokenizer CASED = new BasicTokenizer(TokenizerSettings.keepingCase());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "磁盘Usage超95%|磁 盘 usage 超 95 %",
                "Don't|don ' t",
                "ＣＰＵ９５％|ｃｐｕ９５ ％",
                "Café ÅNGSTRÖM|cafe angstrom",
                "İstanbul|istanbul",
                "ΣΑΣ|σασ",
                "が|か",
                "$1.5+|$ 1 . 5 +",
                "あ中い|あ 中 い"
            })
    void uncasedTextLosesCaseAndAccents(String text, String words) {
        assertEquals(List.of(words.split(" ")), UNCASED.words(text));
    }

    @Test
    void hangulFallsIntoItsLettersWithoutAccentsAndStaysWithThem() {
        assertEquals(List.of("\u1112\u1161\u11AB"), UNCASED.words("한"));
        assertEquals(List.of("한"), CASED.words("한"));
    }

    @Test
    void casedTextKeepsBothAndComposesThem() {
        assertEquals(List.of("Café", "ÅB"), CASED.words("Cafe\u0301 A\u030AB"));
    }

    @Test
    void compatibilityIdeographsBecomeTheOrdinaryOnesAndStandAlone() {
        assertEquals(List.of("a", "豈", "b"), UNCASED.words("a\uF900b"));
        assertEquals(List.of("a", "豈", "b"), CASED.words("a\uF900b"));
    }

    @Test
    void caseAndAccentsMayGoApart() {
        var accented = new BasicTokenizer(TokenizerSettings.uncased().withStripAccents(false));
        assertEquals(List.of("café", "i\u0307"), accented.words("CAFÉ İ"));
        var bare = new BasicTokenizer(TokenizerSettings.keepingCase().withStripAccents(true));
        assertEquals(List.of("CAFE"), bare.words("CAFÉ"));
    }

    @Test
    void chineseMayStayTogether() {
        var together = new BasicTokenizer(TokenizerSettings.uncased().withChineseCharacters(false));
        assertEquals(List.of("磁盘a", "，", "满"), together.words("磁盘A，满"));
    }

    @Test
    void whatCannotBeSeenSeparatesNothing() {
        assertEquals(List.of("ab"), UNCASED.words("a\u200Bb\u0000\uFFFD"));
        assertEquals(List.of("ab"), UNCASED.words("a\uD83Db\uDC00"));
        assertEquals(List.of("a", "b"), UNCASED.words("\u3000a\u2028\t b\r\n"));
    }

    @Test
    void nothingHasNoWords() {
        assertEquals(List.of(), UNCASED.words(""));
        assertEquals(List.of(), UNCASED.words(" \n\u200B\u0301"));
    }

    @Test
    void theLocaleHasNoSay() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertEquals(List.of("title"), UNCASED.words("TITLE"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
