package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-gradient-descent, on a ravine against the path that PyTorch's SGD takes. */
class GradientDescentCheck {
    private final INDArray start = Nd4j.createFromArray(4.0, -2.0);

    @Test
    void everyStepGoesDownTheSlopeOfItsPlace() {
        Expect.that("GradientDescent.path(p -> p, [4, -2], 0.5, 2)", () -> bowl(0.5, 2))
                .leaves("start", start)
                .looksLike("start-missing", path(2, 1))
                .looksLike("gradient-at-the-start", path(4, 2, 0))
                .looksLike("uphill", path(4, 6, 9))
                .looksLike("rate-forgotten", path(4, 0, 0))
                .is(path(4, 2, 1));
    }

    @Test
    void tooLargeARateDiverges() {
        Expect.that("GradientDescent.path(p -> p, [4, -2], 2.5, 2)", () -> bowl(2.5, 2))
                .looksLikeIf("made-to-fit", got -> got.amaxNumber().doubleValue() < 9)
                .is(path(4, -6, 9));
    }

    @Test
    void noStepIsTheStartAlone() {
        Expect.that("GradientDescent.path(p -> p, [4, -2], 0.5, 0)", () -> bowl(0.5, 0))
                .is(path(4));
    }

    @Test
    void theRavineIsWalkedAsPyTorchDoes() {
        INDArray above = Nd4j.createFromArray(10.0, 1.0);
        Expect.that(
                        "GradientDescent.path([x, y] -> [x, 20y], [10, 1], 0.04, 20).getRow(20)",
                        () -> GradientDescent.path(this::ravine, above, 0.04, 20).getRow(20))
                .is(Nd4j.createFromArray(4.420024338794078, 1.0485759999999985e-14), 1e-5);
    }

    private INDArray ravine(INDArray point) {
        return point.mul(Nd4j.createFromArray(1.0, 20.0));
    }

    private INDArray bowl(double rate, int steps) {
        return GradientDescent.path(INDArray::dup, start, rate, steps);
    }

    /** Points of which y is always -x/2, as on the bowl from [4, -2]. */
    private static INDArray path(double... x) {
        INDArray column = Nd4j.createFromArray(x).reshape(x.length, 1);
        return Nd4j.hstack(column, column.mul(-0.5));
    }
}
