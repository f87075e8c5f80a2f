package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class BestEpochTest {
    private static final EarlyStopping RULE = new EarlyStopping(2, 0.1);

    @Test
    void onlyAnImprovementBeyondTheMarginCounts() {
        var parameters = Nd4j.ones(1, 3);
        var first = BestEpoch.NONE.after(epoch(1, 1.0), RULE, parameters);
        var little = first.after(epoch(2, 0.95), RULE, parameters);
        assertEquals(1, little.epoch());
        assertEquals(1.0, little.loss());
        assertEquals(1, little.epochsSince());
        var enough = little.after(epoch(3, 0.89), RULE, parameters);
        assertEquals(3, enough.epoch());
        assertEquals(0, enough.epochsSince());
    }

    @Test
    void waitsAsManyEpochsAsPatienceSays() {
        var best = BestEpoch.NONE.after(epoch(1, 1.0), RULE, Nd4j.ones(1, 3));
        best = best.after(epoch(2, 1.0), RULE, Nd4j.ones(1, 3));
        assertFalse(best.isFinal(RULE));
        best = best.after(epoch(3, 1.0), RULE, Nd4j.ones(1, 3));
        assertTrue(best.isFinal(RULE));
        assertFalse(best.isFinal(EarlyStopping.NEVER));
    }

    @Test
    void keepsACopyOfTheBestParametersIfTheyAreToBeRestored() {
        var parameters = Nd4j.ones(1, 3);
        var best = BestEpoch.NONE.after(epoch(1, 1.0), RULE, parameters);
        parameters.addi(1);
        assertEquals(Nd4j.ones(1, 3), best.parameters());
        assertNull(
                BestEpoch.NONE.after(epoch(1, 1.0), EarlyStopping.NEVER, parameters).parameters());
    }

    @Test
    void withoutValidationTheTrainingLossDecides() {
        var metrics = new EpochMetrics(1, 10, 0.3, Double.NaN, Map.of());
        assertEquals(0.3, metrics.monitoredLoss());
        assertEquals(0.7, epoch(1, 0.7).monitoredLoss());
    }

    private static EpochMetrics epoch(int epoch, double validationLoss) {
        return new EpochMetrics(epoch, epoch, 0.5, validationLoss, Map.of());
    }
}
