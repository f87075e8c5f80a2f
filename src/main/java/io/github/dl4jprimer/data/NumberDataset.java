package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A table of numbers with what is to be predicted from each row.
 *
 * @param name what reports call it
 * @param featureNames names of the F columns
 * @param features [N, F]
 * @param targets [N, C], one-hot rows for C classes; or [N, 1], the values of a regression
 * @param labels names of the C classes in index order; empty for a regression
 * @param checksum SHA-256 of the source, kept by every subset
 */
public record NumberDataset(
        String name,
        List<String> featureNames,
        INDArray features,
        INDArray targets,
        List<String> labels,
        String checksum) {

    /**
     * @throws IllegalArgumentException if shapes or names do not fit together
     */
    public NumberDataset {
        featureNames = List.copyOf(featureNames);
        labels = List.copyOf(labels);
        check(features.rank() == 2, "features must be [N, F]", features);
        check(targets.rank() == 2, "targets must be [N, C] or [N, 1]", targets);
        check(
                features.size(0) == targets.size(0),
                "targets must have a row a feature row",
                targets);
        check(
                features.size(1) == featureNames.size(),
                "features must have a column a name",
                features);
        int columns = labels.isEmpty() ? 1 : labels.size();
        check(targets.size(1) == columns, "targets must have " + columns + " columns", targets);
    }

    private static void check(boolean holds, String expected, INDArray got) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s, got shape %s. Reshape it or correct the names."
                            .formatted(expected, Arrays.toString(got.shape())));
        }
    }

    /**
     * Returns a classification set whose targets are the one-hot rows of {@code classes}.
     *
     * @param classes class index of each row, 0..labels-1
     * @throws IllegalArgumentException if an index names no class
     */
    public static NumberDataset classification(
            String name,
            List<String> featureNames,
            INDArray features,
            int[] classes,
            List<String> labels,
            String checksum) {
        float[][] oneHot = new float[classes.length][labels.size()];
        for (int row = 0; row < classes.length; row++) {
            if (classes[row] < 0 || classes[row] >= labels.size()) {
                throw new IllegalArgumentException(
                        "classes must be in 0..%d, got %d in row %d. Correct the index."
                                .formatted(labels.size() - 1, classes[row], row));
            }
            oneHot[row][classes[row]] = 1;
        }
        var targets = Nd4j.createFromArray(oneHot).castTo(features.dataType());
        return new NumberDataset(name, featureNames, features, targets, labels, checksum);
    }

    /** Returns this set under another name. */
    public NumberDataset withName(String newName) {
        return new NumberDataset(newName, featureNames, features, targets, labels, checksum);
    }

    /** Returns the number of rows, N. */
    public int size() {
        return (int) features.size(0);
    }

    /** Tells whether the targets are values, not classes. */
    public boolean isRegression() {
        return labels.isEmpty();
    }

    /**
     * Returns the class index of each row; shape [N].
     *
     * @throws IllegalStateException if this is a regression
     */
    public int[] classes() {
        if (isRegression()) {
            throw new IllegalStateException(name + " is a regression: it has values, no classes.");
        }
        return targets.argMax(1).toIntVector();
    }

    /** Returns the given rows, in the order of {@code rows}, as copies. */
    public NumberDataset rows(int... rows) {
        var picked = Nd4j.pullRows(features, 1, rows, 'c');
        return with(picked, Nd4j.pullRows(targets, 1, rows, 'c'));
    }

    /** Returns this set with other numbers in it, for example standardised ones. */
    public NumberDataset with(INDArray newFeatures, INDArray newTargets) {
        return new NumberDataset(name, featureNames, newFeatures, newTargets, labels, checksum);
    }

    /** Returns this set in another precision, for example DOUBLE for gradient checks. */
    public NumberDataset castTo(DataType type) {
        return with(features.castTo(type), targets.castTo(type));
    }

    /** Returns the same arrays (not copies) as DL4J's {@link DataSet}, with the class names. */
    public DataSet toDataSet() {
        var data = new DataSet(features, targets);
        data.setLabelNames(labels);
        return data;
    }
}
