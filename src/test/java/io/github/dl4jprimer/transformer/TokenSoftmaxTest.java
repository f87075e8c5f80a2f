package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TokenSoftmaxTest {
    private static final int[] LABELS = {1, 0};

    /** Odds of 1 to 3 and of 1 to 1. */
    private static INDArray logits() {
        return Nd4j.createFromArray(new double[][] {{0, Math.log(3)}, {7, 7}});
    }

    @Test
    void probabilitiesAreTheShareOfTheExponentials() {
        INDArray p = TokenSoftmax.probabilities(logits());
        assertArrayEquals(new double[] {0.25, 0.75, 0.5, 0.5}, Close.flat(p), 1e-12);
    }

    @Test
    void theLossIsTheLogarithmOfTheLabelsProbability() {
        double[] wanted = {Math.log(4 / 3.0), Math.log(2)};
        assertArrayEquals(wanted, TokenSoftmax.losses(logits(), LABELS), 1e-12);
        assertArrayEquals(wanted, TokenSoftmax.gradients(logits(), LABELS, 2), 1e-12);
    }

    @Test
    void theGradientIsProbabilitiesLessOneAtTheLabel() {
        INDArray gradient = logits();
        TokenSoftmax.gradients(gradient, LABELS, 2);
        assertArrayEquals(new double[] {0.5, -0.5, -1, 1}, Close.flat(gradient), 1e-12);
    }

    @Test
    void logitsOfAnySizeAreFinite() {
        double[][] huge = {{1e4, -1e4}, {-1e4, -1e4}};
        double[] losses = TokenSoftmax.losses(Nd4j.createFromArray(huge), LABELS);
        assertArrayEquals(new double[] {2e4, Math.log(2)}, losses, 1e-9);
        INDArray gradient = Nd4j.createFromArray(huge);
        TokenSoftmax.gradients(gradient, LABELS, 1);
        assertArrayEquals(new double[] {1, -1, -0.5, 0.5}, Close.flat(gradient), 1e-12);
        INDArray p = TokenSoftmax.probabilities(Nd4j.createFromArray(huge));
        assertEquals(1, p.getDouble(0, 0));
    }
}
