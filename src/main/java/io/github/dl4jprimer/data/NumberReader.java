package io.github.dl4jprimer.data;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads a table of numbers from a file of one's own: one column is the target, all others features.
 *
 * @param format how the file is written; without a header the features are called x1, x2, ...
 * @param targetColumn column of the class or value to predict, from 0; -1 for the last
 */
public record NumberReader(TextFormat format, int targetColumn) {
    private static final int LAST = -1;

    /**
     * @throws IllegalArgumentException if the column is below -1
     */
    public NumberReader {
        if (targetColumn < LAST) {
            throw new IllegalArgumentException(
                    "targetColumn must be a column from 0 or -1 for the last, got %d. Use -1."
                            .formatted(targetColumn));
        }
    }

    /** Returns a reader with the target last, in the format the file name suggests. */
    public static NumberReader forFile(Path file) {
        return new NumberReader(TextFormat.forFile(file), LAST);
    }

    /** Returns this reader for another format. */
    public NumberReader withFormat(TextFormat newFormat) {
        return new NumberReader(newFormat, targetColumn);
    }

    /** Returns this reader for another target column, from 0; -1 for the last. */
    public NumberReader withTargetColumn(int newTargetColumn) {
        return new NumberReader(format, newTargetColumn);
    }

    /**
     * Reads a table whose target names a class; classes are ordered numbers by value, then names.
     *
     * @throws BadInput if a cell is not a finite number or a row cannot be used
     */
    public NumberDataset classification(Path file) {
        var table = table(file);
        var labels = ClassNames.inOrder(table.targets());
        if (labels.size() < 2) {
            throw new BadInput(
                    "%s must have at least 2 classes, got only \"%s\". Check which column is the target."
                            .formatted(file, labels.get(0)));
        }
        return classification(file, table, labels);
    }

    /**
     * Reads a table whose target names one of the given classes.
     *
     * @throws BadInput if a class is not in {@code labels} or a cell is not a finite number
     */
    public NumberDataset classification(Path file, List<String> labels) {
        return classification(file, table(file), labels);
    }

    private NumberDataset classification(Path file, Table table, List<String> labels) {
        int[] classes = new int[table.rows().size()];
        for (int i = 0; i < classes.length; i++) {
            var label = table.targets().get(i);
            classes[i] = labels.indexOf(label);
            if (classes[i] < 0) {
                throw table.rows()
                        .get(i)
                        .error(
                                file,
                                "class must be one of %s, got \"%s\"".formatted(labels, label),
                                "Correct it or add examples of the class to the training file.");
            }
        }
        var name = file.getFileName().toString();
        return NumberDataset.classification(
                name, table.names(), table.features(), classes, labels, table.checksum());
    }

    /**
     * Reads a table whose target is a value.
     *
     * @throws BadInput if a cell is not a finite number or a row cannot be used
     */
    public NumberDataset regression(Path file) {
        var table = table(file);
        float[][] targets = new float[table.rows().size()][1];
        for (int i = 0; i < targets.length; i++) {
            targets[i][0] = number(table.targets().get(i), "target", table.rows().get(i), file);
        }
        return new NumberDataset(
                file.getFileName().toString(),
                table.names(),
                table.features(),
                Nd4j.createFromArray(targets),
                List.of(),
                table.checksum());
    }

    /** A file's features [N, F] and, still as text, its targets. */
    private record Table(
            List<RowReader.Row> rows,
            List<String> names,
            INDArray features,
            List<String> targets,
            String checksum) {}

    private Table table(Path file) {
        var source = SourceText.read(file, format.charset());
        var rows = RowReader.read(file, format, source);
        var first = rows.get(0);
        int width = first.cells().size();
        int target = targetColumn == LAST ? width - 1 : targetColumn;
        if (width < 2 || target >= width) {
            throw first.error(
                    file,
                    "row must have at least %d columns, got %d"
                            .formatted(Math.max(2, target + 1), width),
                    "Check the delimiter and the target column.");
        }
        if (format.header() && rows.size() == 1) {
            throw first.error(file, "a header must be followed by rows, got none", "Add some.");
        }
        var body = format.header() ? rows.subList(1, rows.size()) : rows;
        int[] columns = IntStream.range(0, width).filter(column -> column != target).toArray();
        var names = names(first, columns);
        var targets = body.stream().map(row -> row.cells().get(target).strip()).toList();
        return new Table(
                body, names, features(body, columns, names, file), targets, source.checksum());
    }

    private List<String> names(RowReader.Row first, int[] columns) {
        var names = new ArrayList<String>();
        for (int column : columns) {
            names.add(
                    format.header() ? first.cells().get(column).strip() : "x" + (names.size() + 1));
        }
        return names;
    }

    private INDArray features(
            List<RowReader.Row> rows, int[] columns, List<String> names, Path file) {
        float[][] features = new float[rows.size()][columns.length];
        for (int i = 0; i < features.length; i++) {
            var row = rows.get(i);
            for (int j = 0; j < columns.length; j++) {
                features[i][j] = number(row.cells().get(columns[j]), names.get(j), row, file);
            }
        }
        return Nd4j.createFromArray(features);
    }

    private float number(String cell, String column, RowReader.Row row, Path file) {
        try {
            float value = new BigDecimal(cell.strip()).floatValue();
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // NaN, inf, empty cells and words end here: reported below with their place
        }
        throw row.error(
                file,
                "%s must be a finite number, got \"%s\"".formatted(column, cell.strip()),
                row.line() == 1 && !format.header()
                        ? "If the first line names the columns, say so (--header)."
                        : "Fill the cell in or remove the row.");
    }
}
