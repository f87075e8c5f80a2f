package io.github.dl4jprimer.traps;

import java.util.Map;

/**
 * What is said about a trap in one language.
 *
 * @param title the trap in one line
 * @param measured what the demonstration measures
 * @param dl4j what DL4J does, and why if that is known
 * @param right what is right, and by whose word
 * @param mend what to do
 */
public record TrapText(String title, String measured, String dl4j, String right, String mend) {
    private static final String[] KEYS = {"measured", "dl4j", "right", "do"};

    /**
     * @throws IllegalArgumentException if a part is missing
     */
    public TrapText {
        for (var part : new String[] {title, measured, dl4j, right, mend}) {
            if (part == null || part.isBlank()) {
                throw new IllegalArgumentException(
                        "text must have a title and the parts %s, got '%s' with a part missing."
                                        .formatted(String.join(", ", KEYS), title)
                                + " Add it to the resource.");
            }
        }
    }

    /** Returns the text of a heading and its parts by key. */
    static TrapText of(String title, Map<String, String> parts) {
        return new TrapText(
                title,
                parts.get(KEYS[0]),
                parts.get(KEYS[1]),
                parts.get(KEYS[2]),
                parts.get(KEYS[3]));
    }
}
