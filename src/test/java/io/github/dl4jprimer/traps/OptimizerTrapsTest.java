package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What DL4J 1.0.0-M2.1 gets wrong in optimizers; a test that fails here means it was mended. */
class OptimizerTrapsTest {
    @Test
    void polyScheduleRaisesTheLearningRateInsteadOfLoweringIt() {
        var schedule = new PolySchedule(ScheduleType.ITERATION, 0.1, 1, 100);
        assertEquals(0.1, schedule.valueAt(0, 0), 1e-12);
        // Decay would be 0.05.
        assertEquals(0.15, schedule.valueAt(50, 0), 1e-12);
    }

    @Test
    void nadamsFirstStepIsFarTooLong() {
        assertEquals(0.1, firstStep(new Adam(0.1), 1), 1e-6);
        assertTrue(firstStep(new Nadam(0.1), 1) > 5);
    }

    @Test
    void adaBeliefThrows() {
        assertThrows(RuntimeException.class, () -> firstStep(new AdaBelief(0.1), 1));
    }

    @Test
    void adamAddsEpsilonBeforeTheBiasCorrection() {
        // PyTorch: 0.1 * 1e-6 / (1e-6 + 1e-8)
        double pytorch = 0.1 / 1.01;
        double root = Math.sqrt(0.001);
        double dl4j = 0.1 * root * 1e-6 / (root * 1e-6 + 1e-8);
        assertEquals(dl4j, firstStep(new Adam(0.1), 1e-6), 1e-9);
        assertTrue(Math.abs(pytorch - dl4j) > 0.02);
    }

    @Test
    void rmsPropForgetsFasterThanPyTorchsAndStartsAtEpsilon() {
        assertEquals(0.95, new RmsProp(0.1).getRmsDecay());
        // v = 0.95 * 1e-8 + 0.05: PyTorch with the same decay has v = 0.05 alone.
        var state = Nd4j.createFromArray(new double[1]);
        new RmsProp(0.1).instantiate(state, true);
        assertEquals(1e-8, state.getDouble(0));
    }

    @Test
    void adaGradStartsAtOneMillionthWhateverEpsilonIs() {
        var state = Nd4j.createFromArray(new double[1]);
        new AdaGrad(0.1, 1e-10).instantiate(state, true);
        assertEquals(1e-6, state.getDouble(0));
    }

    @Test
    void adaGradsCloneForgetsItsSchedule() {
        var updater = new AdaGrad(new FixedSchedule(0.1));
        assertEquals(0.1, updater.getLearningRate(0, 0));
        assertNull(updater.clone().getLearningRateSchedule());
    }

    private static double firstStep(IUpdater config, double gradient) {
        var view = Nd4j.createFromArray(new double[(int) config.stateSize(1)]);
        var step = Nd4j.createFromArray(gradient);
        config.instantiate(view.reshape(1, -1), true).applyUpdater(step, 0, 0);
        return step.getDouble(0);
    }
}
