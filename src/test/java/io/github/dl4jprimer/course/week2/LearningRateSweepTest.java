package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.optimizer.Optimizers;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateSweepTest {
    private static final double[] RATES = {0.01, 0.1, 1};

    /** SGD is best at 0.1; Adam at 0.01, and diverges beyond 0.1. */
    private static double loss(Optimizers optimizer, double rate) {
        if (optimizer == Optimizers.SGD) {
            return Math.abs(Math.log10(rate) + 1);
        }
        return rate > 0.5 ? Double.POSITIVE_INFINITY : rate;
    }

    private final LearningRateSweep sweep =
            LearningRateSweep.run(
                    List.of(Optimizers.SGD, Optimizers.ADAM), RATES, LearningRateSweepTest::loss);

    @Test
    void theBestRateHasTheLowestLoss() {
        assertEquals(0.1, sweep.best(Optimizers.SGD));
        assertEquals(0.01, sweep.best(Optimizers.ADAM));
    }

    @Test
    void oneOptimizersLossIsKnownAtAnothersBestRate() {
        assertEquals(0, sweep.lossAtBestOf(Optimizers.SGD, Optimizers.SGD), 1e-12);
        assertEquals(1, sweep.lossAtBestOf(Optimizers.SGD, Optimizers.ADAM), 1e-12);
    }

    @Test
    void whereAllRatesDivergeTheFirstIsGiven() {
        var lost =
                LearningRateSweep.run(
                        List.of(Optimizers.SGD), RATES, (any, rate) -> Double.POSITIVE_INFINITY);
        assertEquals(0.01, lost.best(Optimizers.SGD));
    }

    @Test
    void ofNearlyEqualLossesTheSmallerRateIsBest() {
        double[] losses = {0.5, 0.24, 0.2};
        var flat =
                LearningRateSweep.run(
                        List.of(Optimizers.SGD),
                        RATES,
                        (any, rate) -> losses[(int) Math.round(Math.log10(rate)) + 2]);
        assertEquals(0.1, flat.best(Optimizers.SGD));
    }
}
