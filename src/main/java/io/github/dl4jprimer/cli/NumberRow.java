package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;

/** A line of numbers to predict from, separated by commas or tabs. */
final class NumberRow {
    private NumberRow() {}

    /**
     * Reads the numbers.
     *
     * @throws BadInput if a cell is not a finite number
     */
    static double[] parse(String line, String file, int number) {
        var cells = line.split("[,\\t]", -1);
        var row = new double[cells.length];
        for (var i = 0; i < cells.length; i++) {
            try {
                row[i] = Double.parseDouble(cells[i].strip());
            } catch (NumberFormatException e) {
                row[i] = Double.NaN;
            }
            if (!Double.isFinite(row[i])) {
                throw new BadInput(
                        "column %d must be a number, got \"%s\" (%s:%d). Separate numbers by commas."
                                .formatted(i + 1, cells[i].strip(), file, number));
            }
        }
        return row;
    }
}
