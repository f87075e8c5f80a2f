package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-positions; the numbers of the golden check are PyTorch's. */
class PositionsCheck {
    private static final double SIN = Math.sin(1);
    private static final double COS = Math.cos(1);

    @Test
    void twoColumnsShareAFrequency() {
        Expect.that("Positions.table(2, 4)", () -> Positions.table(2, 4))
                .looksLikeIf("sines-before-cosines", got -> rowIs(got, 0, 0, 0, 1, 1))
                .looksLikeIf("positions-from-one", got -> rowIs(got, 0, SIN, COS, 0.01, 0.99995))
                .looksLikeIf("whole-number-division", got -> rowIs(got, 1, SIN, COS, SIN, COS))
                .looksLikeIf("pair-number-not-doubled", got -> near(got, 2, Math.sin(0.1)))
                .looksLikeIf("column-number-doubled", got -> near(got, 2, Math.sin(1e-4)))
                .looksLikeIf("frequency-for-each-column", got -> near(got, 1, Math.cos(0.1)))
                .is(array(new double[][] {{0, 1, 0, 1}, {SIN, COS, 0.009999833, 0.99995}}));
    }

    @Test
    void farPositionsOfEightColumnsAreAsInPyTorch() {
        double[][] golden = {
            {0, 1, 0, 1, 0, 1, 0, 1},
            {0.84147098, 0.54030231, 0.09983342, 0.99500417, 0.00999983, 0.99995, 0.001, 0.9999995},
            {0.90929743, -0.41614684, 0.19866933, 0.98006658, 0.01999867, 0.9998, 0.002, 0.999998},
            {
                0.14112001,
                -0.98999250,
                0.29552021,
                0.95533649,
                0.0299955,
                0.99955003,
                0.003,
                0.9999955
            }
        };
        Expect.that("Positions.table(4, 8)", () -> Positions.table(4, 8)).is(array(golden));
    }

    @Test
    void everySentenceGetsTheSameTable() {
        INDArray x = Nd4j.zeros(DataType.DOUBLE, 2, 2, 2);
        x.putScalar(new int[] {1, 1, 1}, 100);
        double[][][] expected = {{{0, 1}, {SIN, COS}}, {{0, 1}, {SIN, 100 + COS}}};
        double[][][] bySentence = {{{0, 1}, {0, 1}}, {{SIN, COS}, {SIN, 100 + COS}}};
        double[][][] first = {{{0, 1}, {0, 1}}, {{0, 1}, {0, 101}}};
        Expect.that("Positions.add([[[0, 0], [0, 0]], [[0, 0], [0, 100]]])", () -> Positions.add(x))
                .leaves("x", x)
                .looksLike("position-of-the-sentence", Nd4j.createFromArray(bySentence))
                .looksLike("first-position-for-all", Nd4j.createFromArray(first))
                .is(Nd4j.createFromArray(expected));
    }

    @Test
    void theNumberOfSentencesDoesNotMatter() {
        INDArray x = Nd4j.ones(DataType.DOUBLE, 1, 3, 2);
        double[][][] expected = {{{1, 2}, {1 + SIN, 1 + COS}, {1 + Math.sin(2), 1 + Math.cos(2)}}};
        Expect.that("Positions.add([[[1, 1], [1, 1], [1, 1]]])", () -> Positions.add(x))
                .is(Nd4j.createFromArray(expected));
    }

    @Test
    void oneCharacterStandsAtPositionZero() {
        Expect.that("Positions.table(1, 2)", () -> Positions.table(1, 2))
                .is(array(new double[][] {{0, 1}}));
    }

    private static boolean rowIs(INDArray got, int row, double... expected) {
        return got.getRow(row).castTo(DataType.DOUBLE).equalsWithEps(vector(expected), 1e-5);
    }

    private static INDArray vector(double... numbers) {
        return Nd4j.createFromArray(numbers);
    }

    private static boolean near(INDArray got, int column, double expected) {
        return Math.abs(got.getDouble(1, column) - expected) < 1e-6;
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
