package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;

/**
 * A line of numbers to predict from, separated by commas or tabs: {@code 5.1,3.5,1.4,0.2}.
 *
 * <p>Numbers are written as in Java, {@code 1e-3} included; spaces around them do not count.
 */
final class NumberRow {
    private NumberRow() {}

    /**
     * Reads the numbers.
     *
     * @param file name of where the line comes from, for errors
     * @param number line number, from 1, for errors
     * @return one number a cell, in their order; whether they are as many as the model takes is the
     *     model's to say
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
