package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PlantedMistakeTest {
    private static final INDArray X =
            Nd4j.createFromArray(new double[][] {{1, -1}, {0.5, 2}, {-1, 0.3}});
    private static final INDArray TARGETS =
            Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}});

    @ParameterizedTest
    @EnumSource(PlantedMistake.class)
    void aMistakeSpoilsExactlyTheBlocksItNames(PlantedMistake mistake) {
        var network = TwoLayerNetwork.random(2, 4, 2, ActivationFunction.TANH, 1);
        var cache = network.forward(X);
        var right = network.backward(cache, TARGETS).parameters().blocks();
        var planted = mistake.gradients(network, cache, TARGETS).blocks();
        var spoiled = new TreeSet<String>();
        right.forEach(
                (block, gradient) -> {
                    var off = gradient.sub(planted.get(block)).amaxNumber().doubleValue();
                    if (off > 1e-6) {
                        spoiled.add(block);
                    }
                });
        assertEquals(new TreeSet<>(mistake.spoiled()), spoiled);
    }

    @ParameterizedTest
    @EnumSource(PlantedMistake.class)
    void everyVersionHasANameInBothLanguages(PlantedMistake mistake) {
        assertTrue(mistake.chinese().codePoints().anyMatch(c -> c > 0x4e00));
        assertTrue(mistake.english().codePoints().noneMatch(c -> c > 0x4e00));
    }
}
