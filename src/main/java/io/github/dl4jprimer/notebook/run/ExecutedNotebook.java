package io.github.dl4jprimer.notebook.run;

import java.util.List;
import java.util.Optional;

/**
 * A notebook that was run, to its end or to the first cell that failed.
 *
 * @param file the notebook
 * @param cells the cells that were reached, in order
 * @param seconds it took
 */
public record ExecutedNotebook(NotebookFile file, List<Cell> cells, double seconds) {
    /** Copies the cells. */
    public ExecutedNotebook {
        cells = List.copyOf(cells);
    }

    /**
     * A cell with what appeared below it.
     *
     * @param number of the code cell, from 1, as Jupyter counts it; 0 for a text cell
     * @param cell the cell
     * @param outputs in order
     */
    public record Cell(int number, NotebookCell cell, List<CellOutput> outputs) {
        /** Copies the outputs. */
        public Cell {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * The cell that failed.
     *
     * @param cell its number
     * @param message what went wrong, one line
     */
    public record Failure(int cell, String message) {}

    /** Returns what failed, or nothing if the notebook ran to its end. */
    public Optional<Failure> failure() {
        for (var cell : cells) {
            for (var output : cell.outputs()) {
                if (output instanceof CellOutput.Failed failed) {
                    return Optional.of(new Failure(cell.number(), failed.lines().get(0)));
                }
            }
        }
        return Optional.empty();
    }
}
