package io.github.dl4jprimer.scratch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Bowl;
import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What holds for every update rule on any bowl. */
class UpdateRulePropertyTest {
    private static final double SMALL = 1e-6;

    private static List<UpdateRule> rules() {
        return List.of(
                new Sgd(SMALL),
                new Momentum(SMALL, 0.9),
                new Nesterov(SMALL, 0.9),
                new AdaGrad(SMALL),
                new RmsProp(SMALL),
                new Adam(SMALL),
                new AmsGrad(SMALL));
    }

    @Property
    void aSmallFirstStepOfEveryRuleGoesDown(long seed) {
        var draw = new Draw(seed);
        var bowl = Bowl.draw(draw);
        var start = bowl.start(draw);
        for (var rule : rules()) {
            var after = rule.step(start, bowl.gradient(start));
            assertTrue(bowl.value(after) < bowl.value(start), rule.toString());
        }
    }

    @Property
    void withoutAGradientDecayOnlyShrinks(long seed) {
        var draw = new Draw(seed);
        var weights = draw.matrix(1, draw.between(1, 8), draw.magnitude(-3, 3));
        double rate = draw.magnitude(-4, -0.5);
        double decay = draw.magnitude(-4, 0);
        assertShrinks(weights, new AdamW(rate, decay).step(weights, weights.mul(0)), rate * decay);
        var l2 = new Sgd(rate).withL2(decay).step(weights, weights.mul(0));
        assertShrinks(weights, l2, rate * decay);
    }

    private static void assertShrinks(INDArray before, INDArray after, double share) {
        for (int i = 0; i < before.columns(); i++) {
            double ratio = after.getDouble(i) / before.getDouble(i);
            assertTrue(ratio > 0 && ratio < 1, "ratio " + ratio);
            assertTrue(Math.abs(ratio - (1 - share)) < 1e-12, "ratio " + ratio);
        }
    }
}
