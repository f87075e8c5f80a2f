package io.github.dl4jprimer.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void theVariableWinsOverTheLocale() {
        assertEquals(Language.ZH, Language.choose("zh_CN.UTF-8", Locale.US));
        assertEquals(Language.EN, Language.choose("EN", Locale.CHINA));
    }

    @Test
    void withoutTheVariableTheLocaleDecides() {
        assertEquals(Language.ZH, Language.choose(null, Locale.CHINA));
        assertEquals(Language.EN, Language.choose(" ", Locale.FRANCE));
    }

    @Test
    void anotherLanguageIsRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class, () -> Language.choose("fr", Locale.US));
        assertEquals(
                "PRIMER_LANG must be zh or en, got fr. Unset it or choose one.",
                error.getMessage());
    }

    @Test
    void eachLanguageChoosesItsText() {
        assertEquals("损失", Language.ZH.choose("损失", "loss"));
        assertEquals("en", Language.EN.code());
    }
}
