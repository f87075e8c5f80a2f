package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.golden.Golden;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchTrajectoriesTest {
    private final TorchTrajectories recorded = TorchTrajectories.recorded();

    @Test
    void theSixOptimizersOfTheLessonAreRecorded() {
        assertEquals(
                Set.of("sgd", "sgd_momentum", "sgd_nesterov", "rmsprop", "adam", "adamw"),
                recorded.optimizers().keySet());
        assertEquals(20, recorded.gradients().length);
        assertEquals(8, recorded.initial().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "sgd_momentum", "sgd_nesterov", "rmsprop", "adam", "adamw"})
    void theRecordIsThatOfTheGoldenValues(String name) {
        var golden =
                Golden.read("optimizers/" + name)
                        .getAsJsonObject("problems")
                        .getAsJsonObject("fixed_gradients");
        var expected = Golden.tensor(golden.get("parameters_after_step")).toDoubleMatrix();
        var trajectory = recorded.optimizers().get(name);
        for (int step = 0; step < expected.length; step++) {
            assertArrayEquals(expected[step], trajectory.parameters()[step]);
        }
        double rate = golden.getAsJsonObject("hyper").get("lr").getAsDouble();
        assertEquals(rate, trajectory.learningRate());
    }

    @Test
    void deviationsAreRelativeForLargeParametersAndNoneForEqualOnes() {
        double[] start = {0, 0};
        double[][] torch = {{0.5, 1000}};
        double[][] off = {{0.6, 1010}};
        var ways = new Contender.Ways("k", "n", start, torch, torch, off, off);
        assertEquals(0, ways.deviation(ways.byHand()));
        assertEquals(0.1, ways.deviation(ways.updater()), 1e-12); // 10 of 1000 is only 0.01
        assertEquals(0, ways.worstParameter());
    }

    @Test
    void everyContenderWalksAsManyStepsAsAskedFor() {
        for (var contender : Contender.all()) {
            var ways = contender.walk(recorded, 3);
            assertEquals(3, ways.byHand().length);
            assertTrue(ways.deviation(ways.byHand()) < 1e-12, contender.name());
            assertTrue(ways.deviation(ways.updater()) < 1e-12, contender.name());
        }
    }

    @Test
    void whatDl4jLacksHasNoWay() {
        var momentum = Contender.all().get(1).walk(recorded, 1);
        assertEquals("Momentum", momentum.name());
        assertNull(momentum.own());
    }
}
