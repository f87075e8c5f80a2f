package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w1-activation-derivatives, against differences of the functions themselves. */
class ActivationDerivativesCheck {
    private static final double WIGGLE = 1e-5;

    private final INDArray z = Nd4j.createFromArray(-3.0, -0.5, 0.25, 1.0, 2.0);

    @Test
    void sigmoidHasTheSlopeThatItsDifferencesShow() {
        INDArray s = Transforms.sigmoid(z);
        Expect.that(
                        "ActivationDerivatives.sigmoid([-3, -0.5, 0.25, 1, 2])",
                        () -> ActivationDerivatives.sigmoid(z))
                .leaves("z", z)
                .looksLike("z-taken-for-the-output", z.mul(z.rsub(1)))
                .looksLike("function-not-derivative", s)
                .is(slope(Transforms::sigmoid));
    }

    @Test
    void tanhHasTheSlopeThatItsDifferencesShow() {
        INDArray t = Transforms.tanh(z);
        Expect.that(
                        "ActivationDerivatives.tanh([-3, -0.5, 0.25, 1, 2])",
                        () -> ActivationDerivatives.tanh(z))
                .leaves("z", z)
                .looksLike("tanh-not-squared", t.rsub(1))
                .looksLike("z-taken-for-the-output", z.mul(z).rsub(1))
                .looksLike("function-not-derivative", t)
                .is(slope(Transforms::tanh));
    }

    @Test
    void reluHasTheSlopeThatItsDifferencesShow() {
        Expect.that(
                        "ActivationDerivatives.relu([-3, -0.5, 0.25, 1, 2])",
                        () -> ActivationDerivatives.relu(z))
                .leaves("z", z)
                .looksLike("function-not-derivative", Transforms.max(z, 0))
                .is(slope(values -> Transforms.max(values, 0)));
    }

    @Test
    void atItsKinkReluIsTakenAsFlat() {
        INDArray zero = Nd4j.createFromArray(0.0);
        Expect.that("ActivationDerivatives.relu([0])", () -> ActivationDerivatives.relu(zero))
                .is(Nd4j.createFromArray(0.0));
    }

    @Test
    void farOutTheSlopeIsZeroAndNotNan() {
        INDArray far = Nd4j.createFromArray(-1000.0, 1000.0);
        INDArray flat = Nd4j.createFromArray(0.0, 0.0);
        Expect.that(
                        "ActivationDerivatives.sigmoid([-1000, 1000])",
                        () -> ActivationDerivatives.sigmoid(far))
                .is(flat);
        Expect.that(
                        "ActivationDerivatives.tanh([-1000, 1000])",
                        () -> ActivationDerivatives.tanh(far))
                .is(flat);
    }

    private INDArray slope(UnaryOperator<INDArray> function) {
        INDArray above = function.apply(z.add(WIGGLE));
        return above.sub(function.apply(z.sub(WIGGLE))).divi(2 * WIGGLE);
    }
}
