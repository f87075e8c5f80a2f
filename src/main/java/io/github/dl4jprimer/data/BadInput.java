package io.github.dl4jprimer.data;

import java.nio.file.Path;

/**
 * Input from outside the program that cannot be used; its message is one line that says what is
 * wrong, where, and how to mend it.
 *
 * <p>The command line prints the message alone and ends with status 2.
 */
public class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the error with a complete, one-line message. */
    public BadInput(String message) {
        super(message);
    }

    /** Creates the error with a complete, one-line message and the failure behind it. */
    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns the error {@code <problem> (<file>:<line>). <mend>}.
     *
     * @param problem what must be and what was found, without a full stop
     * @param line line number, from 1
     * @param mend what to do, a sentence
     */
    public static BadInput at(String problem, Path file, long line, String mend) {
        return new BadInput("%s (%s:%d). %s".formatted(problem, file, line, mend));
    }

    /**
     * Returns a piece of somebody else's text as a message can show it: at most 80 characters, on
     * one line, nothing in it that a terminal would obey.
     */
    public static String shown(Object text) {
        var plain = String.valueOf(text).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
        if (plain.length() <= 80) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(78)) ? 78 : 79; // no half character
        return plain.substring(0, end) + "…";
    }
}
