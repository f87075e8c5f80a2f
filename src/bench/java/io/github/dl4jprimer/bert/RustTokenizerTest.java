package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the tokenizer to HuggingFace's Rust library on texts that nobody has looked at. */
@Tag("slow")
class RustTokenizerTest {
    private static final int STRINGS = 100_000;

    /** The Rust library has a wrong digit at the beginning of CJK extension E. */
    private static final int FIRST_MISSED_IDEOGRAPH = 0x2B820;

    private static final int LAST_MISSED_IDEOGRAPH = 0x2B91F;

    /**
     * Its categories are those of Unicode 8; later marks, accents and controls are letters there.
     */
    private static final int MOST_NEWER = 400;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void codePointsAndMadeUpTextsFallIntoTheSameTokens(boolean cased) {
        var vocabulary = everyCharacter();
        var ours =
                new BertTokenizer(
                        vocabulary,
                        cased ? TokenizerSettings.keepingCase() : TokenizerSettings.uncased());
        try (var rust = new RustTokenizer(vocabulary, cased)) {
            var agreement = CodePointAgreement.of(ours, rust);
            checkDifferences(agreement.different());
            var texts = new MadeUpText(20240607, agreement.same());
            int tokens = 0;
            for (int i = 0; i < STRINGS; i++) {
                var text = texts.next();
                var expected = rust.tokens(text);
                assertArrayEquals(expected.ids(), ours.ids(text), () -> escaped(text));
                assertEquals(expected.tokens(), ours.tokenize(text), () -> escaped(text));
                tokens += expected.ids().length;
            }
            assertTrue(tokens > 10 * STRINGS, "texts are of some length: " + tokens);
        }
    }

    private static void checkDifferences(int[] different) {
        long missed =
                Arrays.stream(different)
                        .filter(c -> c >= FIRST_MISSED_IDEOGRAPH && c <= LAST_MISSED_IDEOGRAPH)
                        .count();
        assertEquals(LAST_MISSED_IDEOGRAPH - FIRST_MISSED_IDEOGRAPH + 1, missed);
        assertTrue(different.length - missed < MOST_NEWER, () -> Arrays.toString(different));
        // Unicode 8 knew all of this; so does everything that people type.
        assertTrue(
                Arrays.stream(different).noneMatch(c -> c < 0x7FD || (c >= 0x3000 && c < 0xA000)),
                () -> Arrays.toString(different));
    }

    /** The vocabulary of the reference values and every character, so that little is unknown. */
    private static Vocabulary everyCharacter() {
        var tokens = new LinkedHashSet<>(TokenizerCases.vocabulary().tokens());
        CodePointAgreement.assigned()
                .mapToObj(Character::toString)
                .flatMap(
                        c -> {
                            var lower = c.toLowerCase(Locale.ROOT);
                            var bare = Normalizer.normalize(lower, Normalizer.Form.NFD);
                            return (c + lower + bare).codePoints().mapToObj(Character::toString);
                        })
                .filter(c -> !c.isBlank() && !TextCharacters.isDropped(c.codePointAt(0)))
                .forEach(
                        c -> {
                            tokens.add(c);
                            tokens.add(Vocabulary.CONTINUATION + c);
                        });
        return Vocabulary.of(new ArrayList<>(tokens));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append("U+%04X ".formatted(c)));
        return escaped.toString();
    }
}
