package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Held to what libnd4j computes for the same numbers in double precision, which it is left. */
class TiledOperationsTest {
    private static final int LATE = Integer.MAX_VALUE - 1;

    private final TiledOperations operations = new TiledOperations(2);

    @BeforeAll
    static void prepare() {
        NativeRuntime.prepare();
    }

    /** One part and one tile more than a whole number of them, and two parts. */
    @ParameterizedTest
    @ValueSource(ints = {4097, 70_001})
    void adamStepsAsLibnd4jDoes(int length) {
        var gradient = numbers(length, 3, 0);
        var v = numbers(length, 5, 1);
        var m = numbers(length, 7, 0);
        var expected = new INDArray[] {doubles(gradient), doubles(v), doubles(m)};
        Nd4j.exec(adam(expected[0], expected[1], expected[2], 0.01, LATE));
        assertTrue(runs(adam(gradient, v, m, 0.01, LATE)));
        assertNear(expected[0], gradient);
        assertNear(expected[1], v);
        assertNear(expected[2], m);
    }

    @Test
    void adamsOwnCorrectionIsLeftToLibnd4j() {
        var array = numbers(5000, 3, 1);
        assertFalse(runs(adam(array, array.dup(), array.dup(), 0.01, 10)));
        assertFalse(runs(adam(array, array.dup(), array.dup(), 0, LATE)));
        assertTrue(runs(adam(array, array.dup(), array.dup(), 0.01, 200_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, 70_001})
    void reluPassesGradientsWhereItsInputIsAboveZero(int length) {
        var z = numbers(length, 3, 0);
        z.putScalar(1, 0);
        z.putScalar(2, Float.NaN);
        var gradient = numbers(length, 5, 0);
        var expected = Nd4j.zeros(DataType.DOUBLE, length);
        Nd4j.exec(new RectifiedLinearDerivative(doubles(z), doubles(gradient), expected, 0));
        var actual = Nd4j.ones(DataType.FLOAT, length);
        assertTrue(runs(new RectifiedLinearDerivative(z, gradient, actual, 0)));
        assertNear(expected, actual);
        assertEquals(0, actual.getFloat(1));
        assertFalse(runs(new RectifiedLinearDerivative(z, gradient, actual, 0.5)), "threshold");
    }

    /** As updaters have them: parts of one long array. */
    @Test
    void viewsKeepTheirPlace() {
        var whole = Nd4j.ones(DataType.FLOAT, 1, 5014);
        var part = whole.get(NDArrayIndex.all(), NDArrayIndex.interval(7, 5007));
        var z = numbers(5000, 3, -10).reshape(1, 5000);
        assertTrue(runs(new RectifiedLinearDerivative(z, z.dup(), part, 0)));
        assertEquals(14, whole.sumNumber().doubleValue());
    }

    @Test
    void allElseIsLeftToNd4j() {
        var rows = numbers(6400, 3, 0).reshape(80, 80);
        var columns = rows.dup('f');
        assertFalse(runs(relu(rows, columns)), "two orders");
        assertTrue(runs(relu(columns, rows.dup('f'))), "one order");
        assertFalse(runs(relu(doubles(rows), doubles(rows))), "another type");
        assertFalse(runs(relu(numbers(8, 3, 0), numbers(8, 3, 0))), "small");
        var gaps = numbers(12_800, 3, 0).reshape(160, 80).get(NDArrayIndex.interval(0, 2, 160));
        assertFalse(runs(relu(gaps, gaps)), "gaps");
    }

    private static CustomOp relu(INDArray z, INDArray gradient) {
        return new RectifiedLinearDerivative(z, gradient, z.ulike(), 0);
    }

    private static CustomOp adam(INDArray gradient, INDArray v, INDArray m, double rate, int step) {
        return new AdamUpdater(gradient, v, m, rate, 0.9, 0.999, 1e-8, step);
    }

    private boolean runs(CustomOp operation) {
        var context = Nd4j.getExecutioner().buildContext();
        try {
            context.setInputArrays(operation.inputArguments());
            context.setOutputArrays(operation.outputArguments());
            context.setTArguments(operation.tArgs());
            context.setIArguments(operation.iArgs());
            return operations.run(operation, context);
        } finally {
            context.purge();
        }
    }

    /** Numbers from -0.5 to 0.5 in no order, and more. */
    private static INDArray numbers(int length, int step, double more) {
        var numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) ((long) i * step % 101 / 101.0 - 0.5 + more);
        }
        return Nd4j.createFromArray(numbers);
    }

    private static INDArray doubles(INDArray array) {
        return array.castTo(DataType.DOUBLE);
    }

    private static void assertNear(INDArray expected, INDArray actual) {
        var numbers = expected.data().asDouble();
        var floats = actual.data().asDouble();
        assertEquals(numbers.length, floats.length);
        double worst = 1e-6 * Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(numbers[i], floats[i], worst, "place " + i);
        }
    }
}
