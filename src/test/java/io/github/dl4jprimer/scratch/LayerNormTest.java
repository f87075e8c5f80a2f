package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.row;
import static io.github.dl4jprimer.scratch.Close.vector;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class LayerNormTest {

    @Test
    void aRowGetsMeanZeroAndVarianceOneThenGainAndBias() {
        // Mean 2, variance 2/3.
        var norm = new LayerNorm(vector(1, 2, 3), vector(0, 0, 10), 1e-12);
        double unit = Math.sqrt(1.5);
        assertClose(row(-unit, 0, 10 + 3 * unit), norm.forward(row(1, 2, 3)).output(), 1e-10, 0);
    }

    @Test
    void anExampleDoesNotDependOnItsNeighbours() {
        INDArray x = normal(1, 4, 6);
        INDArray alone = LayerNorm.of(6).forward(x.getRows(2)).output();
        assertClose(LayerNorm.of(6).forward(x).output().getRows(2), alone);
    }

    @Test
    void everyGradientAgreesWithTheNumericalOne() {
        var norm = new LayerNorm(vector(1, -2, 0.5, 3, -1), vector(0, 1, 2, -1, 4), 1e-5);
        INDArray x = normal(3, 4, 5);
        INDArray downstream = normal(4, 4, 5);
        var gradients = norm.backward(norm.forward(x), downstream);
        NumericalGradient.check(
                        () -> norm.forward(x).output().mul(downstream).sumNumber().doubleValue(),
                        Map.of("x", x, "gain", norm.gain(), "bias", norm.bias()),
                        Map.of(
                                "x", gradients.input(),
                                "gain", gradients.gain(),
                                "bias", gradients.bias()))
                .forEach(worst -> assertTrue(worst.relativeError() < 1e-6, worst::toString));
    }

    @Test
    void equalFeaturesGiveTheBias() {
        assertClose(row(0, 0, 0), LayerNorm.of(3).forward(row(5, 5, 5)).output());
    }

    @Test
    void inputsWithAnotherNumberOfFeaturesAreRejected() {
        assertRejected(
                "x must be a matrix [N, 3], got shape [1, 2]. Give one column a feature.",
                () -> LayerNorm.of(3).forward(row(1, 2)));
    }

    @Test
    void epsilonOfZeroIsRejected() {
        assertRejected(
                "epsilon must be above zero, got 0.0. Try 1e-5.",
                () -> new LayerNorm(vector(1), vector(0), 0));
    }
}
