package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.oneHot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import io.github.dl4jprimer.scratch.TwoLayerNetwork.Parameters;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every activation, every gradient and five steps of training, against PyTorch. */
@Tag("golden")
class TwoLayerNetworkGoldenTest {

    @ParameterizedTest
    @CsvSource({
        "TANH, DOUBLE, 1e-12, 1e-12",
        "RELU, DOUBLE, 1e-12, 1e-12",
        "TANH, FLOAT, 1e-6, 2e-6",
        "RELU, FLOAT, 1e-6, 2e-6",
    })
    void numbersAreThoseOfPyTorch(
            ActivationFunction activation,
            DataType type,
            double tolerance,
            double afterFive,
            TestReporter reporter) {
        String file = "mlp/mlp_4_8_3_" + activation.name().toLowerCase(Locale.ROOT);
        JsonObject golden = Golden.read(file);
        var comparison = new Comparison(Verified.NETWORK, file, "whole", type);
        INDArray x = Golden.tensor(golden.get("X"), type);
        INDArray targets = targets(golden).castTo(type);
        var network =
                new TwoLayerNetwork(
                        parameters(golden.getAsJsonObject("initial"), type), activation);
        compareFirstStep(
                comparison, golden.getAsJsonObject("step1"), network, x, targets, tolerance);

        for (var step : golden.getAsJsonArray("sgd_steps")) {
            JsonObject expected = step.getAsJsonObject();
            double lossBefore = expected.get("loss_before").getAsDouble();
            comparison.close(lossBefore, network.loss(x, targets), tolerance, 0);
            var gradients = network.backward(network.forward(x), targets);
            compareParameters(
                    comparison,
                    expected.getAsJsonObject("gradients"),
                    gradients.parameters(),
                    tolerance);
            network = network.step(gradients, golden.get("learning_rate").getAsDouble());
            compareParameters(
                    comparison,
                    expected.getAsJsonObject("parameters_after"),
                    network.parameters(),
                    afterFive);
        }
        comparison.report(reporter);
    }

    private static void compareFirstStep(
            Comparison comparison,
            JsonObject expected,
            TwoLayerNetwork network,
            INDArray x,
            INDArray targets,
            double tolerance) {
        var cache = network.forward(x);
        comparison.close(Golden.tensor(expected.get("z1")), cache.z1(), tolerance, 0);
        comparison.close(Golden.tensor(expected.get("h")), cache.a(), tolerance, 0);
        comparison.close(Golden.tensor(expected.get("z2")), cache.z2(), tolerance, 0);
        comparison.close(
                Golden.tensor(expected.get("probabilities")),
                network.probabilities(x),
                tolerance,
                0);
        assertEquals(expected.get("accuracy").getAsDouble(), network.accuracy(x, targets), 1e-6);

        JsonObject slopes = expected.getAsJsonObject("gradients");
        var gradients = network.backward(cache, targets);
        compareParameters(comparison, slopes, gradients.parameters(), tolerance);
        comparison.close(Golden.tensor(slopes.get("z2")), gradients.z2(), tolerance, 0);
        comparison.close(Golden.tensor(slopes.get("h")), gradients.a(), tolerance, 0);
        comparison.close(Golden.tensor(slopes.get("z1")), gradients.z1(), tolerance, 0);
        comparison.close(Golden.tensor(slopes.get("X")), gradients.x(), tolerance, 0);
    }

    private static void compareParameters(
            Comparison comparison, JsonObject expected, Parameters actual, double tolerance) {
        Parameters wanted = parameters(expected, DataType.DOUBLE);
        wanted.blocks()
                .forEach(
                        (name, block) ->
                                comparison.close(block, actual.blocks().get(name), tolerance, 0));
    }

    private static Parameters parameters(JsonObject golden, DataType type) {
        return new Parameters(
                Golden.tensor(golden.get("W1"), type),
                Golden.tensor(golden.get("b1"), type),
                Golden.tensor(golden.get("W2"), type),
                Golden.tensor(golden.get("b2"), type));
    }

    private static INDArray targets(JsonObject golden) {
        double[] labels = Golden.doubles(golden.get("labels"));
        return oneHot(3, Arrays.stream(labels).mapToInt(label -> (int) label).toArray());
    }
}
