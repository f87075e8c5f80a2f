package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.SignalPropagation.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalPropagationTest {

    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH"})
    void zeroWeightsLetNothingThrough(ActivationFunction activation) {
        List<Layer> layers = run(activation, Initialization.ZERO);
        assertEquals(0, layers.get(19).activationSpread());
        assertEquals(0, layers.get(0).gradientSpread());
    }

    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH"})
    void tooSmallWeightsLoseTheSignalBothWays(ActivationFunction activation) {
        List<Layer> layers = run(activation, Initialization.TOO_SMALL);
        assertTrue(layers.get(19).activationSpread() < 1e-15);
        assertTrue(layers.get(0).gradientSpread() < 1e-15);
    }

    @Test
    void heKeepsTheSignalOfRectifiersBothWays() {
        List<Layer> layers = run(ActivationFunction.RELU, Initialization.HE);
        assertWithin(0.3, 3, layers.get(19).activationSpread() / layers.get(0).activationSpread());
        assertWithin(0.3, 3, layers.get(0).gradientSpread() / layers.get(19).gradientSpread());
    }

    @Test
    void xavierKeepsTheSignalOfTanhAndStarvesRectifiers() {
        List<Layer> tanh = run(ActivationFunction.TANH, Initialization.XAVIER);
        assertWithin(0.15, 1, tanh.get(19).activationSpread());
        List<Layer> relu = run(ActivationFunction.RELU, Initialization.XAVIER);
        assertTrue(relu.get(19).activationSpread() < 0.01);
    }

    @Test
    void tooLargeWeightsExplodeRectifiersAndSaturateTanh() {
        List<Layer> relu = run(ActivationFunction.RELU, Initialization.TOO_LARGE);
        assertTrue(relu.get(19).activationSpread() > 1e10);
        assertTrue(relu.get(0).gradientSpread() > 1e10);
        List<Layer> tanh = run(ActivationFunction.TANH, Initialization.TOO_LARGE);
        assertTrue(tanh.get(19).activationSpread() > 0.9);
    }

    @Test
    void layersAreNumberedFromTheInput() {
        List<Layer> layers =
                new SignalPropagation(ActivationFunction.TANH, Initialization.XAVIER, 3, 5).run(1);
        assertEquals(List.of(1, 2, 3), layers.stream().map(Layer::number).toList());
        assertEquals(5, layers.get(0).activations().size(1));
    }

    @Test
    void sameSeedSameSignals() {
        var propagation = SignalPropagation.of(ActivationFunction.TANH, Initialization.XAVIER);
        assertEquals(
                propagation.run(3).get(19).activations(), propagation.run(3).get(19).activations());
    }

    @Test
    void aStackWithoutLayersIsRejected() {
        assertRejected(
                "layers must be at least 1, got 0. Try 20.",
                () -> new SignalPropagation(ActivationFunction.RELU, Initialization.HE, 0, 5));
    }

    private static List<Layer> run(ActivationFunction activation, Initialization initialization) {
        return SignalPropagation.of(activation, initialization).run(1);
    }

    private static void assertWithin(double low, double high, double value) {
        assertTrue(low < value && value < high, () -> value + " not in " + low + ".." + high);
    }
}
