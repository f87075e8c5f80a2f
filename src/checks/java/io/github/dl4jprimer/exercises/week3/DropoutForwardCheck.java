package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-dropout-forward. */
class DropoutForwardCheck {
    private static final String CALL =
            "DropoutForward.of([[1, 2, 3, 4]], [[0.1, 0.3, 0.5, 0.9]], 0.2, %s)";

    private final INDArray x = row(1, 2, 3, 4);
    private final INDArray u = row(0.1, 0.3, 0.5, 0.9);

    @Test
    void aFifthIsDroppedAndTheRestSpeaksUp() {
        Expect.that(CALL.formatted(true), () -> DropoutForward.of(x, u, 0.2, true))
                .leaves("x", x)
                .leaves("u", u)
                .looksLike("not-scaled", row(0, 2, 3, 4))
                .looksLike("retain-for-drop", row(5, 0, 0, 0))
                .looksLike("divided-by-the-rate", row(0, 10, 15, 20))
                .is(row(0, 2.5, 3.75, 5));
    }

    @Test
    void nothingHappensWhenPredicting() {
        Expect.that(CALL.formatted(false), () -> DropoutForward.of(x, u, 0.2, false))
                .leaves("x", x)
                .looksLike("dropped-at-test-time", row(0, 2.5, 3.75, 5))
                .looksLike("scaled-at-test-time", row(0.8, 1.6, 2.4, 3.2))
                .is(row(1, 2, 3, 4));
    }

    @Test
    void theMeanStays() {
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 2, 5);
        INDArray even =
                Nd4j.createFromArray(
                        new double[][] {
                            {0.05, 0.15, 0.25, 0.35, 0.45}, {0.55, 0.65, 0.75, 0.85, 0.95}
                        });
        Expect.that(
                        "mean of DropoutForward.of(ones, even, 0.3, true)",
                        () -> DropoutForward.of(ones, even, 0.3, true).meanNumber().doubleValue())
                .looksLike("not-scaled", 0.7)
                .looksLike("divided-by-the-rate", 0.7 / 0.3)
                .is(1.0);
    }

    @Test
    void theRateZeroDropsNothing() {
        Expect.that("DropoutForward.of(x, u, 0, true)", () -> DropoutForward.of(x, u, 0, true))
                .is(x.dup());
    }

    @Test
    void aHighRateLeavesFewAndMakesThemLoud() {
        Expect.that(
                        "DropoutForward.of(x, u, 0.75, true)",
                        () -> DropoutForward.of(x, u, 0.75, true))
                .is(row(0, 0, 0, 16));
    }

    private static INDArray row(double... numbers) {
        return Nd4j.createFromArray(new double[][] {numbers});
    }
}
