package io.github.dl4jprimer.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

class OptimizersTest {
    /** One row an optimizer: two steps of size 0.1 with gradient 2 from parameter 1, by hand. */
    @ParameterizedTest
    @CsvSource({
        "sgd,      0.8,  0.6",
        "momentum, 0.8,  0.42",
        // Nesterov: 0.2 * (1 + 0.9), then the state is 0.2 * 1.9 and the step 0.2 + 0.9 * 0.38
        "nesterov, 0.62, 0.078",
        "adagrad,  0.9,  0.829289321881345",
        // v = 0.04, then 0.0796: steps of 0.1 * 2 / 0.2 and 0.1 * 2 / sqrt(0.0796)
        "rmsprop,  0,   -0.708881205008336",
        "adam,     0.9,  0.8",
        "amsgrad,  0.9,  0.8",
        "adamw,    0.9,  0.8",
    })
    void twoStepsByHand(String name, double first, double second) {
        var updater = Optimizers.named(name).at(0.1);
        long states = updater.stateSize(1);
        var view = states == 0 ? null : Nd4j.createFromArray(new double[(int) states]);
        var running = updater.instantiate(view, true);
        double parameter = 1;
        for (int t = 0; t < 2; t++) {
            var gradient = Nd4j.createFromArray(2.0);
            running.applyUpdater(gradient, t, 0);
            parameter -= gradient.getDouble(0);
            assertEquals(t == 0 ? first : second, parameter, 2e-7, name);
        }
    }

    @Test
    void everyOptimizerHasARowAbove() {
        assertEquals(8, Optimizers.values().length);
    }

    @Test
    void onlyAdamWDecays() {
        for (var optimizer : Optimizers.values()) {
            assertEquals(optimizer == Optimizers.ADAMW ? 0.01 : 0, optimizer.weightDecay());
            assertEquals(optimizer, Optimizers.named(optimizer.key()));
            assertEquals(0.3, optimizer.at(0.3).getLearningRate(5, 5));
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var error = assertThrows(IllegalArgumentException.class, () -> Optimizers.named("nadam"));
        assertEquals(
                "optimizer must be one of sgd, momentum, nesterov, adagrad, rmsprop, adam,"
                        + " amsgrad, adamw, got nadam. Choose one of them.",
                error.getMessage());
    }

    @Test
    void aLearningRateOfZeroIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> Optimizers.SGD.at(0));
        assertEquals(
                "learningRate must be above 0.0, got 0.0. 0.01 is a usual start.",
                error.getMessage());
    }
}
