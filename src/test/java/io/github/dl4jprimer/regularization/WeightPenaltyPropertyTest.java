package io.github.dl4jprimer.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;

/** Without a gradient of the data, a penalty only draws weights towards zero. */
class WeightPenaltyPropertyTest {
    /** One step of plain descent, as DL4J's updater makes it, with a data gradient of zero. */
    private static INDArray step(WeightPenalty penalty, INDArray weights, double rate) {
        var view = weights.mul(0);
        for (var when : ApplyStep.values()) {
            for (var term : penalty.terms()) {
                if (term.applyStep() == when) {
                    term.apply(weights, view, rate, 0, 0);
                }
            }
            if (when == ApplyStep.BEFORE_UPDATER) {
                view.muli(rate);
            }
        }
        return weights.sub(view);
    }

    @Property
    void decayAndLTwoShrinkEveryWeightByOneShare(long seed) {
        var draw = new Draw(seed);
        var weights = draw.matrix(1, draw.between(1, 8), draw.magnitude(-3, 3));
        double rate = draw.magnitude(-4, -0.5);
        double strength = draw.magnitude(-4, 0);
        for (var penalty :
                new WeightPenalty[] {
                    WeightPenalty.ofWeightDecay(strength), WeightPenalty.ofL2(strength)
                }) {
            var after = step(penalty, weights, rate);
            for (int i = 0; i < weights.columns(); i++) {
                double ratio = after.getDouble(i) / weights.getDouble(i);
                assertTrue(ratio > 0 && ratio < 1, penalty + ": " + ratio);
                assertEquals(1 - rate * strength, ratio, 1e-12, penalty.toString());
            }
        }
    }

    @Property
    void lOneTakesTheSameFromEveryWeightTowardsZero(long seed) {
        var draw = new Draw(seed);
        var weights = draw.matrix(1, draw.between(1, 8), draw.magnitude(-1, 3));
        double rate = draw.magnitude(-4, -1);
        double strength = draw.magnitude(-4, 0);
        var after = step(WeightPenalty.ofL1(strength), weights, rate);
        for (int i = 0; i < weights.columns(); i++) {
            double moved = weights.getDouble(i) - after.getDouble(i);
            double expected = rate * strength * Math.signum(weights.getDouble(i));
            assertEquals(expected, moved, 1e-12 * Math.max(1, Math.abs(weights.getDouble(i))));
        }
    }
}
