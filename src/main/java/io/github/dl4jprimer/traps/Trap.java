package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.language.Language;
import java.util.function.Supplier;

/**
 * One wrong or surprising behaviour of DL4J, with the program that shows it.
 *
 * @param id names the trap in commands, tests and texts: {@code t-} and words with dashes
 * @param demonstration runs DL4J; needs no files and no network, and takes well below a second
 *     unless its group says otherwise
 */
public record Trap(String id, Supplier<Evidence> demonstration) {

    /**
     * @throws IllegalArgumentException if the id is not spelled as ids are
     */
    public Trap {
        if (!id.matches("t(-[a-z0-9]+)+")) {
            throw new IllegalArgumentException(
                    "id must be t- and lower-case words with dashes, got %s. Rename it."
                            .formatted(id));
        }
    }

    /** Runs DL4J now, with its chatter kept from the console. */
    public Evidence demonstrate() {
        return Silence.during(demonstration);
    }

    /** Returns what is to be said about this trap. */
    public TrapText text(Language language) {
        return TrapTexts.of(language).text(id);
    }
}
