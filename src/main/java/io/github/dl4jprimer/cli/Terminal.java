package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.experiment.TerminalProgress;

/**
 * The terminal the program talks to, if it does; output into a file or a pipe has a usual width and
 * no progress bar.
 */
final class Terminal {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 110;
    private static final int USUAL = 100;

    private Terminal() {}

    /**
     * Returns the width to write to, from {@code COLUMNS} where the shell exports it.
     *
     * @return 60 to 110 columns, of which a Chinese character takes two: longer lines tire the eye
     */
    static int columns() {
        var columns = System.getenv("COLUMNS");
        if (columns == null || !columns.matches("[0-9]{1,4}")) {
            return USUAL;
        }
        return Math.max(NARROWEST, Math.min(Integer.parseInt(columns), WIDEST));
    }

    /** Returns a progress bar on a terminal, and silence elsewhere. */
    static Progress progress() {
        return TerminalProgress.ifTerminal();
    }
}
