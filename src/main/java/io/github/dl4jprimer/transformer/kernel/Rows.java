package io.github.dl4jprimer.transformer.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass over the rows of matrices [N, D] that takes many steps with each row while it is in the
 * first cache, on all threads.
 *
 * <pre>{@code
 * Rows.of(n, d).read(y).add(bias).drop(mask).addRow(x).normalize(norm).write(out).run();
 * }</pre>
 *
 * <p>Each method appends a step; {@link #run} takes the steps row by row. Memory is read once and
 * written once however many steps there are, which is what such operations cost.
 */
public final class Rows {
    private final int count;
    private final int width;
    private final List<Step> steps = new ArrayList<>();

    private Rows(int count, int width) {
        this.count = count;
        this.width = width;
    }

    /** The row in hand. */
    static final class Row {
        /** Its values, changed by each step. */
        final float[] values;

        /** Tiles for what a step computes on the way. */
        final float[][] spare;

        /** Number of numbers. */
        final int width;

        /** Which part of the loop this is, below the number of parts. */
        final int part;

        /** Which row, from 0. */
        int number;

        Row(int width, int part) {
            this.width = width;
            this.part = part;
            values = new float[width];
            spare = new float[3][width];
        }

        /** Place of its first number in a matrix [N, D]. */
        long start() {
            return (long) number * width;
        }
    }

    /** What is done with each row. */
    interface Step {
        /** Prepares for a run in so many parts, each on one thread. */
        default void begin(int parts) {}

        /** Does it with one row. */
        void apply(Row row);

        /** Ends the run. */
        default void end() {}
    }

    /** Starts a pass over {@code count} rows of {@code width} numbers. */
    public static Rows of(int count, int width) {
        return new Rows(count, width);
    }

    /** Reads the row of [N, D]. */
    public Rows read(Floats from) {
        return then(row -> from.read(row.start(), row.values, width));
    }

    /** Writes the row to [N, D]. */
    public Rows write(Floats to) {
        return then(row -> to.write(row.start(), row.values, width));
    }

    /** Adds a bias, [D]. */
    public Rows add(Floats bias) {
        float[] added = bias.copy(width);
        return then(row -> Tile.add(row.values, added, width));
    }

    /** Adds the same row of another matrix [N, D]. */
    public Rows addRow(Floats matrix) {
        return then(
                row -> {
                    matrix.read(row.start(), row.spare[0], width);
                    Tile.add(row.values, row.spare[0], width);
                });
    }

    /** Drops some numbers and scales the others up. */
    public Rows drop(DropoutMask mask) {
        return mask.isNone() ? this : then(row -> mask.apply(row.values, 0, width, row.start(), 1));
    }

    /** Applies an activation. */
    public Rows activate(ActivationKernel activation) {
        return then(
                row -> {
                    System.arraycopy(row.values, 0, row.spare[0], 0, width);
                    activation.apply(row.spare[0], row.values, width);
                });
    }

    /** Turns ∂L/∂f(x) into ∂L/∂x, x being the same row of another matrix [N, D]. */
    public Rows activationGradient(ActivationKernel activation, Floats x) {
        return then(
                row -> {
                    float[] input = row.spare[2];
                    x.read(row.start(), input, width);
                    activation.multiplySlope(row.values, input, row.spare, width);
                });
    }

    /** Normalises the row. */
    public Rows normalize(NormalizationKernel norm) {
        return then(norm.forward(width));
    }

    /** Turns ∂L/∂y of a normalisation into ∂L/∂x, and sums the gradients of gain and bias. */
    public Rows normalizationGradient(
            NormalizationKernel norm, Floats gainGradient, Floats biasGradient) {
        return then(norm.backward(gainGradient, biasGradient, width));
    }

    /** Sums the rows as they are now: the gradient of a bias, [D]. */
    public Rows sumTo(Floats sum) {
        return then(new ColumnSums(sum, width));
    }

    /** Takes all steps with all rows. */
    public void run() {
        int parts = Parallel.parts(count, (long) width * steps.size());
        steps.forEach(step -> step.begin(parts));
        var inOrder = steps.toArray(Step[]::new);
        Parallel.run(
                count,
                parts,
                (from, to, part) -> {
                    var row = new Row(width, part);
                    for (row.number = from; row.number < to; row.number++) {
                        for (var step : inOrder) {
                            step.apply(row);
                        }
                    }
                });
        steps.forEach(Step::end);
    }

    private Rows then(Step step) {
        steps.add(step);
        return this;
    }

    /** Sums of columns: each part of the loop has its own, added up in order at the end. */
    static final class ColumnSums implements Step {
        private final Floats sum;
        private final int width;
        private float[][] partial = {};

        ColumnSums(Floats sum, int width) {
            this.sum = sum;
            this.width = width;
        }

        @Override
        public void begin(int parts) {
            partial = new float[parts][width];
        }

        @Override
        public void apply(Row row) {
            Tile.add(partial[row.part], row.values, width);
        }

        /** Adds x ⊙ y instead of the row. */
        void addProduct(Row row, float[] x, float[] y) {
            Tile.addProduct(partial[row.part], x, y, width);
        }

        @Override
        public void end() {
            Arrays.stream(partial).skip(1).forEach(part -> Tile.add(partial[0], part, width));
            sum.write(0, partial[0], width);
        }
    }
}
