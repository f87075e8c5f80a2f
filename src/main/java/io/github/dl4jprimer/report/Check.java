package io.github.dl4jprimer.report;

import java.util.List;

/**
 * Rejects what cannot be drawn, where it is handed over and not where it is drawn, so that the
 * stack trace points to the line that made the mistake.
 */
final class Check {
    private Check() {}

    /** The text, unless it is blank. */
    static String text(String argument, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    argument
                            + " must be text, got "
                            + quoted(value)
                            + ". Say what the reader sees.");
        }
        return value;
    }

    /** Fails unless two lengths agree. */
    static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(
                    "%s must be as many as %s (%d), got %d. Give one for each."
                            .formatted(second, first, firstLength, secondLength));
        }
    }

    /** Fails if there is nothing to draw. */
    static void notEmpty(String argument, int length) {
        if (length == 0) {
            throw new IllegalArgumentException(
                    argument + " must be at least one, got none. Add data before drawing.");
        }
    }

    /** Fails if a name occurs twice. */
    static void distinct(String argument, List<String> names) {
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new IllegalArgumentException(
                        argument + " must be distinct, got \"" + name + "\" twice. Rename one.");
            }
        }
    }

    /** Fails unless every class index names one of {@code classes} classes. */
    static void classes(String argument, int[] labels, int classes) {
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        "%s must be 0 to %d, got %d. Name every class."
                                .formatted(argument, classes - 1, label));
            }
        }
    }

    private static String quoted(String value) {
        return value == null ? "null" : '"' + value + '"';
    }
}
