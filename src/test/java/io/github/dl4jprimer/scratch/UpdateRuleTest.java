package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class UpdateRuleTest {
    private static final INDArray P = row(1, -1);
    private static final INDArray G = row(2, 0.5);

    static Stream<Supplier<UpdateRule>> rules() {
        return Stream.of(
                () -> new Sgd(0.01),
                () -> new Momentum(0.01, 0.9),
                () -> new Nesterov(0.01, 0.9),
                () -> new AdaGrad(0.1),
                () -> new RmsProp(0.01),
                () -> new Adam(0.1),
                () -> new AmsGrad(0.1),
                () -> new AdamW(0.1, 0.01),
                () -> new Adam(0.1).withL2(0.01));
    }

    @Test
    void sgdGoesStraightDownTheSlope() {
        assertClose(row(0.8, -1.05), new Sgd(0.1).step(P, G));
    }

    @Test
    void momentumKeepsRolling() {
        var rule = new Momentum(0.1, 0.5);
        assertClose(row(0.8, -1.05), rule.step(P, G)); // v = g
        assertClose(row(0.9, -1.025), rule.step(P, row(0, 0))); // v = g / 2
    }

    @Test
    void nesterovAddsTheVelocityOnceMore() {
        var rule = new Nesterov(0.1, 0.5);
        assertClose(row(0.7, -1.075), rule.step(P, G)); // g + v / 2 = 1.5 g
        assertClose(row(0.95, -1.0125), rule.step(P, row(0, 0))); // v / 2 = g / 4
    }

    @Test
    void adaGradSlowsDownAsGradientsAddUp() {
        var rule = new AdaGrad(0.1);
        assertClose(row(0.9, -1.1), rule.step(P, G), 1e-9, 0);
        double slower = 0.1 / Math.sqrt(2);
        assertClose(row(1 - slower, -1 - slower), rule.step(P, G), 1e-9, 0);
    }

    @Test
    void rmsPropForgetsOldGradients() {
        var rule = new RmsProp(0.1, 0.75, 1e-8);
        assertClose(row(0.8, -1.2), rule.step(P, G), 1e-7, 0); // v = g² / 4
        for (int i = 0; i < 100; i++) {
            rule.step(P, G);
        }
        assertClose(row(0.9, -1.1), rule.step(P, G), 1e-7, 0); // v = g²
    }

    @Test
    void firstStepOfAdamIsTheLearningRateWhateverTheGradient() {
        assertClose(row(0.9, -1.1), new Adam(0.1).step(P, G), 1e-8, 0);
        assertClose(row(0.9, -1.1), new Adam(0.1).step(P, G.mul(1000)), 1e-8, 0);
    }

    @Test
    void amsGradRemembersTheSteepestSlope() {
        var adam = new Adam(0.1, 0, 0.5, 1e-8);
        var amsGrad = new AmsGrad(0.1, 0, 0.5, 1e-8);
        adam.step(P, G.mul(100));
        amsGrad.step(P, G.mul(100));
        for (int i = 0; i < 20; i++) {
            adam.step(P, G);
            amsGrad.step(P, G);
        }
        assertEquals(0.1, 1 - adam.step(P, G).getDouble(0), 1e-3);
        assertTrue(1 - amsGrad.step(P, G).getDouble(0) < 0.01);
    }

    @Test
    void adamWShrinksAllParametersAlikeAndL2DoesNot() {
        INDArray still = row(0, 0);
        assertClose(P.mul(1 - 0.1 * 0.5), new AdamW(0.1, 0.5).step(P, still));
        assertClose(row(0.9, -0.9), new Adam(0.1).withL2(0.5).step(P, still), 1e-8, 0);
    }

    @Test
    void l2UnderSgdShrinksByOneFactor() {
        assertClose(P.mul(1 - 0.1 * 0.5), new Sgd(0.1).withL2(0.5).step(P, row(0, 0)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleGetsDownTheBowlAndLeavesItsArgumentsAlone(Supplier<UpdateRule> rule) {
        INDArray path = Landscape.BOWL.path(rule.get(), 200);
        assertTrue(Landscape.BOWL.value(path.getRow(200)) < Landscape.BOWL.value(4, 3) / 3);

        INDArray p = P.dup();
        INDArray g = G.dup();
        UpdateRule fresh = rule.get();
        fresh.step(p, g);
        fresh.step(p, g);
        assertEquals(P, p);
        assertEquals(G, g);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aGradientOfZerosGivesFiniteSteps(Supplier<UpdateRule> rule) {
        UpdateRule fresh = rule.get();
        INDArray p = fresh.step(fresh.step(P, row(0, 0)), row(0, 0));
        assertTrue(Double.isFinite(p.sumNumber().doubleValue()));
    }

    @Test
    void settingsOutOfRangeAreRejected() {
        assertRejected("learningRate must be above zero, got -1.0. Try 0.1.", () -> new Sgd(-1));
        assertRejected(
                "momentum must be at least 0 and below 1, got 1.0. Try 0.9.",
                () -> new Momentum(0.1, 1));
        assertRejected(
                "momentum must be at least 0 and below 1, got -0.1. Try 0.9.",
                () -> new Nesterov(0.1, -0.1));
        assertRejected(
                "decay must be at least 0 and below 1, got NaN. Try 0.99.",
                () -> new RmsProp(0.1, Double.NaN, 1e-8));
        assertRejected(
                "epsilon must be above zero, got 0.0. Try 1e-10.", () -> new AdaGrad(0.1, 0));
        assertRejected(
                "beta2 must be at least 0 and below 1, got 1.0. Try 0.999.",
                () -> new Adam(0.1, 0.9, 1, 1e-8));
        assertRejected(
                "beta1 must be at least 0 and below 1, got 1.0. Try 0.9.",
                () -> new AmsGrad(0.1, 1, 0.9, 1e-8));
        assertRejected(
                "weightDecay must be zero or above, got -0.5. Try 0.01.",
                () -> new AdamW(0.1, -0.5));
        assertRejected(
                "weightDecay must be zero or above, got Infinity. Try 0.01.",
                () -> new Sgd(0.1).withL2(Double.POSITIVE_INFINITY));
    }
}
