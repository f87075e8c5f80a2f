package io.github.dl4jprimer.traps;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Operations that SameDiff, DL4J's automatic differentiation, gets wrong or refuses.
 *
 * <p>A SameDiff graph is defined first and run later, so the mistakes below do not show in the line
 * that makes them: some when the gradient is asked for, one not at all. Each demonstration asks for
 * one element that can be worked out in the head.
 *
 * <pre>
 * y = sum of rows i, k of a table      dy/d(row) = how often the row was taken
 * y = mean over the last axis          y_ij = (x_ij1 + ... + x_ijn) / n, the axis kept
 * </pre>
 */
final class SameDiffTraps {
    private SameDiffTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-samediff-dropout", SameDiffTraps::dropout),
                new Trap("t-samediff-gather", SameDiffTraps::gather),
                new Trap("t-samediff-negative-dimension", SameDiffTraps::negativeDimension),
                new Trap("t-samediff-mmul-ranks", SameDiffTraps::mmulRanks));
    }

    /** Keeps everything, so that the gradient of the sum is 1 everywhere. */
    private static Evidence dropout() {
        var sd = SameDiff.create();
        var x = sd.var("x", Nd4j.ones(DataType.DOUBLE, 1, 2));
        sd.nn().dropoutInverted(x, 1).sum().markAsLoss();
        return Evidence.of(gradient(sd), Outcome.of(1));
    }

    /** Sums the rows 0 and 2 of a table: row 0 has the gradient 1. */
    private static Evidence gather() {
        var sd = SameDiff.create();
        var table = sd.var("x", Nd4j.createFromArray(new double[][] {{1}, {2}, {3}}));
        sd.gather(table, sd.constant(Nd4j.createFromArray(0, 2)), 0).sum().markAsLoss();
        return Evidence.of(gradient(sd), Outcome.of(1)).withWorkaround(gradientThroughOneHotRows());
    }

    /** The same sum: a one-hot row times the table is a row of the table. */
    private static Outcome gradientThroughOneHotRows() {
        var sd = SameDiff.create();
        var table = sd.var("x", Nd4j.createFromArray(new double[][] {{1}, {2}, {3}}));
        var rows = Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0, 0, 1}});
        sd.mmul(sd.constant(rows), table).sum().markAsLoss();
        return gradient(sd);
    }

    /** Returns the first element of the gradient of x, or the exception. */
    private static Outcome gradient(SameDiff sd) {
        return Outcome.number(() -> sd.calculateGradients(Map.of(), "x").get("x").getDouble(0));
    }

    /** The last of the means 0.5, 2.5, 4.5, 6.5 over the last axis. */
    private static Evidence negativeDimension() {
        return Evidence.of(lastMean(-1), 6.5).withWorkaround(lastMean(2));
    }

    /** Returns element [1, 1, 0] of the means, [2, 2, 1]. */
    private static double lastMean(int dimension) {
        var sd = SameDiff.create();
        var x = sd.var("x", Nd4j.arange(8).castTo(DataType.DOUBLE).reshape(2, 2, 2));
        return x.mean(true, dimension).eval().getDouble(1, 1, 0);
    }

    /** [2, 3, 4] times [4, 5], all ones: every element is 4. */
    private static Evidence mmulRanks() {
        return Evidence.of(product(false), Outcome.of(4)).withWorkaround(product(true));
    }

    /** Returns the first element of the product, of rank 3 times 2 or of 2 times 2. */
    private static Outcome product(boolean reshaped) {
        var sd = SameDiff.create();
        SDVariable x = sd.var("x", Nd4j.ones(DataType.DOUBLE, 2, 3, 4));
        var w = sd.var("w", Nd4j.ones(DataType.DOUBLE, 4, 5));
        var flat = reshaped ? x.reshape(6, 4) : x; // [2, 3, 4] -> [6, 4]
        return Outcome.number(() -> sd.mmul(flat, w).eval().getDouble(0));
    }
}
