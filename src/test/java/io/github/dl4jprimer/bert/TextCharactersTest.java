package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextCharactersTest {
    @Test
    void whiteSpaceIsTabLineEndsAndEverySpaceOfUnicode() {
        var found =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(TextCharacters::isWhitespace)
                        .mapToObj("%X"::formatted)
                        .collect(Collectors.joining(" "));
        assertEquals(
                "9 A D 20 A0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200A 2028 2029"
                        + " 202F 205F 3000",
                found);
    }

    @Test
    void controlFormatPrivateUseAndSurrogatesAreDropped() {
        for (int c :
                new int[] {
                    0, 1, 8, 0xB, 0x1F, 0x7F, 0x85, 0xAD, 0x200B, 0x200D, 0xFEFF, 0xFFFD, 0xD800,
                    0xDFFF, 0xE000, 0xF8FF, 0xFFFF, 0x10FFFF
                }) {
            assertTrue(TextCharacters.isDropped(c), () -> Integer.toHexString(c));
        }
        for (int c :
                new int[] {'\t', '\n', '\r', ' ', '!', 'a', '~', 0xA0, 0x301, 0x2028, 0xFFFC}) {
            assertFalse(TextCharacters.isDropped(c), () -> Integer.toHexString(c));
        }
    }

    @Test
    void allSignsOfAsciiArePunctuation() {
        var found =
                IntStream.range(0, 0x80)
                        .filter(TextCharacters::isPunctuation)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        assertEquals("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", found);
    }

    @Test
    void beyondAsciiCategoryPAloneIsPunctuation() {
        "。，、「」—…·‿¡§«»“”％＿〜"
                .codePoints()
                .forEach(c -> assertTrue(TextCharacters.isPunctuation(c), Character.toString(c)));
        "￥＋＜＞｜～°©×÷€あ中é０"
                .codePoints()
                .forEach(c -> assertFalse(TextCharacters.isPunctuation(c), Character.toString(c)));
    }

    @Test
    void ideographsAreTheBlocksOfTheOriginal() {
        int[][] blocks = {
            {0x3400, 0x4DBF},
            {0x4E00, 0x9FFF},
            {0xF900, 0xFAFF},
            {0x20000, 0x2A6DF},
            {0x2A700, 0x2CEAF},
            {0x2F800, 0x2FA1F}
        };
        long all = 0;
        for (var block : blocks) {
            assertTrue(
                    IntStream.rangeClosed(block[0], block[1])
                            .allMatch(TextCharacters::isIdeograph));
            all += block[1] - block[0] + 1;
        }
        assertEquals(
                all,
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(TextCharacters::isIdeograph)
                        .count());
    }

    @Test
    void whatIsInertIsChangedByNoNormalFormWhateverStandsBesideIt() {
        var inert =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(TextCharacters::isInert)
                        .toArray();
        assertTrue(inert.length > 20_000, "most of what people write is inert: " + inert.length);
        for (int c : inert) {
            // A following inert character may not compose with anything, nor reorder marks.
            for (var before : new String[] {"", "e", "\u1100", "\u0301", "\u304B"}) {
                var text = before + Character.toString(c);
                assertTrue(
                        Normalizer.isNormalized(text, Normalizer.Form.NFC),
                        () -> Integer.toHexString(c));
                assertTrue(
                        before.equals("\u304B")
                                || Normalizer.isNormalized(text, Normalizer.Form.NFD),
                        () -> Integer.toHexString(c));
            }
        }
    }
}
