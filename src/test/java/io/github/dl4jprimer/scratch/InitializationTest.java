package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class InitializationTest {

    @Test
    void deviationsFollowTheirFormulas() {
        assertEquals(Math.sqrt(2.0 / 400), Initialization.XAVIER.standardDeviation(100, 300));
        assertEquals(Math.sqrt(2.0 / 100), Initialization.HE.standardDeviation(100, 300));
    }

    @ParameterizedTest
    @EnumSource
    void weightsHaveTheDeviationAndMeanZero(Initialization initialization) {
        INDArray weights = initialization.weights(100, 300, new Random(1));
        double deviation = initialization.standardDeviation(100, 300);
        assertArrayEquals(new long[] {100, 300}, weights.shape());
        assertEquals(deviation, weights.stdNumber().doubleValue(), 0.02 * deviation);
        assertEquals(0, weights.meanNumber().doubleValue(), 0.03 * deviation);
    }

    @Test
    void rectifiersGetHeAndTheOthersXavier() {
        assertEquals(Initialization.HE, Initialization.suiting(ActivationFunction.RELU));
        assertEquals(Initialization.XAVIER, Initialization.suiting(ActivationFunction.TANH));
    }

    @Test
    void sameSeedSameWeights() {
        assertEquals(
                Initialization.HE.weights(3, 4, new Random(5)),
                Initialization.HE.weights(3, 4, new Random(5)));
    }

    @Test
    void layersWithoutNeuronsAreRejected() {
        assertRejected(
                "fanOut must be at least 1, got 0. A layer needs an output.",
                () -> Initialization.HE.weights(3, 0, new Random(1)));
    }
}
