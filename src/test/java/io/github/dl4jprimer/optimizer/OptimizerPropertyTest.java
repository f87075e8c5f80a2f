package io.github.dl4jprimer.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Bowl;
import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;

/** What holds for every optimizer on any problem, and for every schedule. */
class OptimizerPropertyTest {
    private static INDArray step(Optimizers optimizer, double rate, INDArray gradient) {
        var updater = optimizer.at(rate);
        long size = updater.stateSize(gradient.length());
        var state = size == 0 ? null : Nd4j.zeros(DataType.DOUBLE, 1, size);
        var step = gradient.dup();
        updater.instantiate(state, true).applyUpdater(step, 0, 0);
        return step;
    }

    @Property
    void aSmallFirstStepOfEveryOptimizerGoesDown(long seed) {
        var draw = new Draw(seed);
        var bowl = Bowl.draw(draw);
        var start = bowl.start(draw);
        var gradient = bowl.gradient(start);
        for (var optimizer : Optimizers.values()) {
            var step = step(optimizer, 1e-6, gradient);
            assertTrue(bowl.value(start.sub(step)) < bowl.value(start), optimizer.key());
            assertTrue(step.mul(gradient).minNumber().doubleValue() >= 0, "uphill: " + optimizer);
        }
    }

    @Property
    void aZeroGradientMovesNothing(long seed) {
        int n = new Draw(seed).between(1, 40);
        var zero = Nd4j.zeros(DataType.DOUBLE, 1, n);
        for (var optimizer : Optimizers.values()) {
            assertEquals(zero, step(optimizer, 0.1, zero), optimizer.key());
        }
    }

    @Property
    void schedulesStayBetweenZeroAndTheirPeakAndFallOnceWarm(long seed) {
        var draw = new Draw(seed);
        double peak = draw.magnitude(-6, 1);
        int warmup = draw.between(0, 50);
        int total = warmup + draw.between(1, 200);
        assertShape(new WarmupLinear(peak, warmup, total), peak, warmup, total);
        assertShape(new WarmupCosine(peak, warmup, total), peak, warmup, total);
        int every = draw.between(1, 30);
        var steps = StepDecay.everyIterations(peak, draw.number(0.05, 0.95), every);
        for (int t = 0; t < 300; t++) {
            double rate = steps.valueAt(t, 0);
            assertTrue(rate > 0 && rate <= peak, steps + " at " + t);
            assertTrue(t == 0 || rate <= steps.valueAt(t - 1, 0), steps + " at " + t);
        }
    }

    private static void assertShape(ISchedule schedule, double peak, int warmup, int total) {
        for (int t = 0; t <= total + 20; t++) {
            double rate = schedule.valueAt(t, 0);
            assertTrue(rate >= 0 && rate <= peak, schedule + " at " + t + ": " + rate);
            double next = schedule.valueAt(t + 1, 0);
            assertTrue(t < warmup ? next > rate : next <= rate, schedule + " at " + t);
        }
        assertEquals(peak, schedule.valueAt(warmup, 0), 1e-12 * peak);
        assertEquals(0, schedule.valueAt(total, 0), 1e-12 * peak);
    }
}
