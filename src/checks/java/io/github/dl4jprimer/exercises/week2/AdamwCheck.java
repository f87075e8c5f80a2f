package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-adamw, on a ravine against the path that PyTorch's AdamW takes. */
class AdamwCheck {
    private final INDArray p = pair(1, -2);
    private final INDArray g = pair(10, -0.5);
    private final Adamw rule = new Adamw(0.3, 0.1);

    @Test
    void withoutAGradientTheParametersShrink() {
        INDArray flat = pair(0, 0);
        Expect.that("new Adamw(0.3, 0.1).step([1, -2], [0, 0])", () -> rule.step(p, flat))
                .leaves("p", p)
                .leaves("g", flat)
                .looksLike("decay-in-the-gradient", pair(0.7, -1.7))
                .looksLike("decay-forgotten", p)
                .looksLike("rate-not-in-the-decay", pair(0.9, -1.8))
                .looksLike("growth-not-decay", pair(1.03, -2.06))
                .is(pair(0.97, -1.94));
    }

    @Test
    void theRestOfTheStepIsAdam() {
        double uncorrected = 0.3 * 0.1 / Math.sqrt(0.001);
        Expect.that("new Adamw(0.3, 0.1).step([1, -2], [10, -0.5])", () -> rule.step(p, g))
                .leaves("p", p)
                .leaves("g", g)
                .looksLike("decay-after-the-step", pair(0.7 * 0.97, -1.7 * 0.97))
                .looksLike("no-bias-correction", pair(0.97 - uncorrected, -1.94 + uncorrected))
                .is(pair(0.67, -1.64));
    }

    @Test
    void withoutDecayItIsAdam() {
        Expect.that(
                        "new Adamw(0.3, 0).step([1, -2], [10, -0.5])",
                        () -> new Adamw(0.3, 0).step(p, g))
                .is(pair(0.7, -1.7));
    }

    @Test
    void theRavineIsWalkedAsPyTorchDoes() {
        Expect.that(
                        "20 steps on the ravine (x² + 20y²) / 2 from [10, 1], rate 0.3, decay 0.01",
                        AdamwCheck::ravine)
                .is(pair(3.924465881992106, 0.2186811809095268), 1e-5);
    }

    private static INDArray ravine() {
        Adamw rule = new Adamw(0.3, 0.01);
        INDArray at = pair(10, 1);
        for (int i = 0; i < 20; i++) {
            at = rule.step(at, at.mul(pair(1, 20)));
        }
        return at;
    }

    private static INDArray pair(double first, double second) {
        return Nd4j.createFromArray(first, second);
    }
}
