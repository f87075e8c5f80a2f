package io.github.dl4jprimer.experiment;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for which.
 *
 * <p>Precision, recall and F1 are means over the classes that occur as an actual or a predicted one
 * (macro averages); a ratio 0/0 counts as 0. DL4J's own {@code Evaluation} reports class 1 alone
 * when there are two classes.
 *
 * @param counts [C, C]: row the actual class, column the predicted one
 */
public record ConfusionMatrix(long[][] counts) {
    /** Returns the matrix of {@code classes} classes with nothing counted. */
    public static ConfusionMatrix empty(int classes) {
        return new ConfusionMatrix(new long[classes][classes]);
    }

    /** Counts one example. */
    void add(int actual, int predicted) {
        counts[actual][predicted]++;
    }

    /** Returns the number of examples counted. */
    public long total() {
        return Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).sum();
    }

    /** Returns the share of examples on the diagonal, in [0, 1]. */
    public double accuracy() {
        return ratio(IntStream.range(0, counts.length).mapToLong(c -> counts[c][c]).sum(), total());
    }

    /** Returns the share of those predicted {@code c} that are: TP / (TP + FP). */
    public double precision(int c) {
        return ratio(counts[c][c], predicted(c));
    }

    /** Returns the share of those that are {@code c} that were found: TP / (TP + FN). */
    public double recall(int c) {
        return ratio(counts[c][c], actual(c));
    }

    /** Returns F1 = 2 TP / (2 TP + FP + FN) of class {@code c}. */
    public double f1(int c) {
        return ratio(2 * counts[c][c], actual(c) + predicted(c));
    }

    /** Returns the mean precision over the classes that occur. */
    public double macroPrecision() {
        return macro(this::precision);
    }

    /** Returns the mean recall over the classes that occur. */
    public double macroRecall() {
        return macro(this::recall);
    }

    /** Returns the mean F1 over the classes that occur. */
    public double macroF1() {
        return macro(this::f1);
    }

    private double macro(IntToDoubleFunction score) {
        return IntStream.range(0, counts.length)
                .filter(c -> actual(c) + predicted(c) > 0)
                .mapToDouble(score)
                .average()
                .orElse(0);
    }

    private long actual(int c) {
        return Arrays.stream(counts[c]).sum();
    }

    private long predicted(int c) {
        return Arrays.stream(counts).mapToLong(row -> row[c]).sum();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "ConfusionMatrix" + Arrays.deepToString(counts);
    }
}
