package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Standardization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the training data's columns are called, and how they are brought to mean 0 and deviation 1.
 *
 * @param names of the columns
 * @param means of the columns
 * @param deviations of the columns, above 0
 */
public record Columns(List<String> names, double[] means, double[] deviations) {
    private static final String HEAD = "column\tmean\tstandard deviation";

    /** Copies the arrays. */
    public Columns {
        names = List.copyOf(names);
        means = means.clone();
        deviations = deviations.clone();
    }

    /** The columns of a training set. */
    static Columns of(NumberDataset train) {
        var normalizer = Standardization.fit(train);
        return new Columns(
                train.featureNames(),
                normalizer.getMean().toDoubleVector(),
                normalizer.getStd().toDoubleVector());
    }

    /** Returns features [N, F] standardised, in single precision. */
    INDArray scale(INDArray features) {
        INDArray mean = Nd4j.createFromArray(means).reshape(1, means.length); // [1, F]
        INDArray deviation = Nd4j.createFromArray(deviations).reshape(1, means.length);
        INDArray centred = features.castTo(DataType.DOUBLE).subRowVector(mean);
        return centred.diviRowVector(deviation).castTo(DataType.FLOAT);
    }

    /**
     * Checks a row to predict.
     *
     * @throws IllegalArgumentException if it has another number of columns
     */
    void check(double[] row) {
        if (row.length != names.size()) {
            throw new IllegalArgumentException(
                    "row must have %d numbers %s, got %d. Give one a column."
                            .formatted(names.size(), names, row.length));
        }
    }

    /** Writes a row a column: name, mean, standard deviation. */
    void save(Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(HEAD);
        IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + "\t" + means[i] + "\t" + deviations[i])
                .forEach(lines::add);
        Files.write(file, lines);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws BadInput if the file is missing or broken
     */
    static Columns load(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() < 2 || !lines.get(0).equals(HEAD)) {
                throw broken(file, "no columns");
            }
            var cells = lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
            return new Columns(
                    cells.stream().map(row -> row[0]).toList(),
                    cells.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray(),
                    cells.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw broken(file, e.getMessage());
        }
    }

    private static BadInput broken(Path file, String reason) {
        return new BadInput(
                "columns.tsv must hold name, mean and deviation of each column, got %s (%s). Save the model again."
                        .formatted(reason, file));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Columns columns
                && names.equals(columns.names)
                && Arrays.equals(means, columns.means)
                && Arrays.equals(deviations, columns.deviations);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return "Columns" + names;
    }
}
