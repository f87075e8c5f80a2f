package io.github.dl4jprimer.notebook.shell;

import java.util.List;

/**
 * What went wrong in a cell, told in the learner's own cells and lines: a compile error, an
 * exception, an unfinished cell or an interrupt.
 *
 * <p>It has no stack trace of its own: where the library stands is of no interest to a learner.
 */
public final class CellError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> lines;

    /**
     * Creates the error.
     *
     * @param lines what is shown below the cell, the first of which says what went wrong
     * @throws IllegalArgumentException if there is no line
     */
    CellError(List<String> lines) {
        super(first(lines), null, false, false);
        this.lines = List.copyOf(lines);
    }

    private static String first(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "lines must hold at least one, got none. Say what went wrong.");
        }
        return lines.get(0);
    }

    /** Returns what is shown below the cell. */
    public List<String> lines() {
        return lines;
    }
}
