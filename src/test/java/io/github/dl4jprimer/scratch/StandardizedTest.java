package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StandardizedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void meanBecomesZeroAndVarianceOneAlongTheAxis(int axis) {
        INDArray x = normal(1, 7, 5).mul(3).add(10);
        INDArray y = Standardized.of(x, axis, 1e-12).normalized();
        long others = x.size(1 - axis);
        assertClose(Nd4j.zeros(DataType.DOUBLE, others), y.mean(axis), 1e-12, 0);
        assertClose(Nd4j.ones(DataType.DOUBLE, others), y.mul(y).mean(axis), 1e-9, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shiftingAndStretchingTheInputChangesNothing(int axis) {
        INDArray x = normal(2, 6, 6);
        assertClose(
                Standardized.of(x, axis, 1e-12).normalized(),
                Standardized.of(x.mul(4).sub(7), axis, 1e-12).normalized(),
                1e-9,
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aGradientThatOnlyShiftsGoesNowhere(int axis) {
        INDArray x = normal(3, 4, 4);
        INDArray all = Nd4j.ones(DataType.DOUBLE, 4, 4);
        assertClose(all.mul(0), Standardized.of(x, axis, 1e-5).backward(all));
    }

    @Test
    void meanAndDeviationAreKeptForTheBackwardPass() {
        var standardized = Standardized.of(row(1, 3), 1, 1e-12);
        assertClose(row(2), standardized.mean());
        assertClose(row(1), standardized.deviation(), 1e-11, 0);
    }

    @Test
    void aVectorIsRejected() {
        assertRejected(
                "x must be a matrix [N, D], got shape [2]. Reshape one example",
                () -> Standardized.of(Nd4j.createFromArray(1.0, 2.0), 0, 1e-5));
    }
}
