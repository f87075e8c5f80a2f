package io.github.dl4jprimer.data;

import java.util.Objects;

/**
 * One labelled line of text.
 *
 * @param text the line, not blank
 * @param label the name of its class, not blank
 */
public record TextExample(String text, String label) {
    /**
     * @throws IllegalArgumentException if a part is blank
     */
    public TextExample {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "text must be a line with characters, got a blank one. Leave the example out.");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException(
                    "label must be the name of a class, got a blank one. Label the text \"%s\"."
                            .formatted(text));
        }
    }
}
