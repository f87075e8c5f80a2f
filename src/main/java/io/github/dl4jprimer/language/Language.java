package io.github.dl4jprimer.language;

import java.util.Locale;

/** A language that the course speaks. */
public enum Language {
    /** Simplified Chinese. */
    ZH,
    /** English. */
    EN;

    /** The environment variable that chooses the language: {@code zh} or {@code en}. */
    public static final String VARIABLE = "PRIMER_LANG";

    /** Returns the language of {@code PRIMER_LANG} or, if that is unset, of the system's locale. */
    public static Language current() {
        return choose(System.getenv(VARIABLE), Locale.getDefault());
    }

    /**
     * Chooses a language.
     *
     * @param variable the value of {@code PRIMER_LANG}, or null
     * @param locale the system's locale
     * @throws IllegalArgumentException if the variable names another language
     */
    static Language choose(String variable, Locale locale) {
        if (variable == null || variable.isBlank()) {
            return locale.getLanguage().equals("zh") ? ZH : EN;
        }
        var code = variable.strip().toLowerCase(Locale.ROOT);
        if (code.startsWith("zh")) {
            return ZH;
        }
        if (code.startsWith("en")) {
            return EN;
        }
        throw new IllegalArgumentException(
                VARIABLE + " must be zh or en, got " + variable + ". Unset it or choose one.");
    }

    /** Returns the text in this language. */
    public String choose(String chinese, String english) {
        return this == ZH ? chinese : english;
    }

    /** Returns the code used in file names and in HTML: {@code zh} or {@code en}. */
    public String code() {
        return choose("zh", "en");
    }
}
