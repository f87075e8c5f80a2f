package io.github.dl4jprimer.course;

/**
 * What an experiment is meant to show, and whether this run showed it.
 *
 * @param text the statement with the measured numbers in it, in the run's language
 * @param holds whether it is true of this run
 */
public record Claim(String text, boolean holds) {
    /** One line: a mark and the statement. */
    public String line() {
        return (holds ? "✓ " : "✗ ") + text;
    }
}
