package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-momentum, on a ravine against the path that PyTorch's SGD with momentum takes. */
class MomentumCheck {
    private final INDArray p = pair(1, -2);
    private final INDArray g = pair(1, 4);
    private final Momentum ball = new Momentum(0.1, 0.9);

    @Test
    void theFirstStepIsThatOfGradientDescent() {
        Expect.that("new Momentum(0.1, 0.9).step([1, -2], [1, 4])", () -> ball.step(p, g))
                .leaves("p", p)
                .leaves("g", g)
                .looksLike("average-not-sum", pair(0.99, -2.04))
                .looksLike("nesterov", pair(0.81, -2.76))
                .looksLike("uphill", pair(1.1, -1.6))
                .is(pair(0.9, -2.4));
    }

    @Test
    void theSecondStepGoesOnRolling() {
        Expect.that("the second step with the same gradient", () -> ball.step(ball.step(p, g), g))
                .leaves("p", p)
                .leaves("g", g)
                .looksLike("velocity-not-kept", pair(0.8, -2.8))
                .looksLike("friction-forgotten", pair(0.7, -3.2))
                .is(pair(0.71, -3.16));
    }

    @Test
    void onFlatGroundTheBallRollsOn() {
        Expect.that(
                        "the second step with the gradient [0, 0]",
                        () -> ball.step(ball.step(p, g), Nd4j.zerosLike(g)))
                .looksLike("velocity-not-kept", pair(0.9, -2.4))
                .is(pair(0.81, -2.76));
    }

    @Test
    void onASteadySlopeTheStepsGrowTenfold() {
        Expect.that("length of the 200th step with the gradient [1, 4]", () -> longStep(200))
                .is(pair(1, 4));
    }

    @Test
    void theRavineIsWalkedAsPyTorchDoes() {
        Expect.that("20 steps on the ravine (x² + 20y²) / 2 from [10, 1], rate 0.02", this::ravine)
                .is(pair(-2.7067133816079028, 0.23290630178554686), 1e-5);
    }

    private INDArray longStep(int count) {
        INDArray at = p;
        INDArray before = p;
        for (int i = 0; i < count; i++) {
            before = at;
            at = ball.step(at, g);
        }
        return before.sub(at);
    }

    private INDArray ravine() {
        Momentum rule = new Momentum(0.02, 0.9);
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
