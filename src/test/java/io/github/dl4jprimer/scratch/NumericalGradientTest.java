package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.matrix;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class NumericalGradientTest {

    @Test
    void slopeOfASumOfSquaresIsTwiceTheNumber() {
        INDArray p = matrix(new double[] {1, -2}, new double[] {3, 0.5});
        INDArray slope = NumericalGradient.of(() -> p.mul(p).sumNumber().doubleValue(), p);
        assertClose(p.mul(2), slope, 1e-9, 0);
    }

    @Test
    void theParameterIsPutBack() {
        INDArray p = row(1, 2, 3);
        NumericalGradient.of(() -> p.sumNumber().doubleValue(), p);
        assertEquals(row(1, 2, 3), p);
    }

    @Test
    void aPlantedMistakeIsFoundAndNamed() {
        var network = TwoLayerNetwork.random(3, 4, 2, ActivationFunction.TANH, 1);
        INDArray x = normal(2, 5, 3);
        INDArray targets = oneHot(2, 0, 1, 1, 0, 1);
        var slopes = network.backward(network.forward(x), targets).parameters();
        var wrong = new LinkedHashMap<>(slopes.blocks());
        wrong.put("W2", slopes.w2().dup().putScalar(2, 1, slopes.w2().getDouble(2, 1) * 1.1));

        var worst =
                NumericalGradient.check(
                        () -> network.loss(x, targets), network.parameters().blocks(), wrong);

        assertEquals("W2", worst.get(2).block());
        assertEquals("[2, 1]", worst.get(2).index());
        assertEquals(0.1 / 2.1, worst.get(2).relativeError(), 1e-5);
        for (int right : new int[] {0, 1, 3}) {
            assertTrue(worst.get(right).relativeError() < 1e-6, worst.get(right)::toString);
        }
    }

    @Test
    void slopesOfZeroAreNotDividedByZero() {
        INDArray p = row(1);
        var worst = NumericalGradient.check(() -> 3, Map.of("p", p), Map.of("p", row(0)));
        assertEquals(0, worst.get(0).relativeError());
    }

    @Test
    void theOrderOfEntriesInMemoryDoesNotMatter() {
        INDArray p = matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        INDArray slope = p.mul(2).dup('f');
        var worst =
                NumericalGradient.check(
                        () -> p.mul(p).sumNumber().doubleValue(),
                        Map.of("p", p),
                        Map.of("p", slope));
        assertTrue(worst.get(0).relativeError() < 1e-8, worst::toString);
    }

    @Test
    void aSlopeThatIsNotANumberIsTheWorst() {
        INDArray p = row(1, 2, 3);
        var worst =
                NumericalGradient.check(
                        () -> p.sumNumber().doubleValue(),
                        Map.of("p", p),
                        Map.of("p", row(5, Double.NaN, 7)));
        assertEquals("[0, 1]", worst.get(0).index());
    }

    @Test
    void gradientOfAnotherShapeIsRejected() {
        assertRejected(
                "gradient of p must be of shape [1, 2], got shape [1, 1]. A gradient has",
                () ->
                        NumericalGradient.check(
                                () -> 0, Map.of("p", row(1, 2)), Map.of("p", row(1))));
    }
}
