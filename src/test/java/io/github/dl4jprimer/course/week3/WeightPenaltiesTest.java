package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class WeightPenaltiesTest {
    @Test
    void countsWeightsBelowAHundredthAsNearZero() {
        double[] weights = {0, 0.009, -0.009, 0.01, -0.5};
        assertEquals(0.6, WeightPenalties.shareNearZero(weights), 1e-12);
    }

    @Test
    void rootMeanSquareIsOverAllWeights() {
        assertEquals(5 / Math.sqrt(2), WeightPenalties.rootMeanSquare(new double[] {3, -4}), 1e-12);
    }

    @Test
    void weightsAreThoseOfEachLayerWithoutTheBiases() {
        var model = MultilayerPerceptron.classifier(2, List.of(1), 2, 1).configuration();
        var network =
                InitialWeights.start(
                        model,
                        List.of(
                                Nd4j.createFromArray(new double[][] {{1}, {2}}),
                                Nd4j.createFromArray(9.0),
                                Nd4j.createFromArray(new double[][] {{3, 4}}),
                                Nd4j.createFromArray(8.0, 7.0)));
        assertArrayEquals(new double[] {1, 2, 3, 4}, Trained.weights(network), 1e-12);
    }
}
