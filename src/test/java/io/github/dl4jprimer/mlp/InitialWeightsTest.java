package io.github.dl4jprimer.mlp;

import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** The DL4J network and the one by hand are the same network. */
class InitialWeightsTest {
    private static final MultiLayerConfiguration FOUR_EIGHT_THREE =
            MultilayerPerceptron.classifier(4, List.of(8), 3, 1).configuration();

    @ParameterizedTest
    @CsvSource({
        "tanh, DOUBLE, 1e-12, 1e-12",
        "relu, DOUBLE, 1e-12, 1e-12",
        "tanh, FLOAT, 1e-6, 2e-6",
        "relu, FLOAT, 1e-6, 2e-6",
    })
    @Tag("golden")
    void fiveStepsGiveTheNumbersOfPyTorch(
            String activation,
            DataType type,
            double tolerance,
            double afterFive,
            TestReporter reporter) {
        String file = "mlp/mlp_4_8_3_" + activation;
        JsonObject golden = Golden.read(file);
        var comparison = new Comparison(Verified.PERCEPTRON, file, "whole", type);
        double[] labels = Golden.doubles(golden.get("labels"));
        INDArray targets = oneHot(3, Arrays.stream(labels).mapToInt(y -> (int) y).toArray());
        var batch = new DataSet(Golden.tensor(golden.get("X"), type), targets.castTo(type));
        var hidden = activation.equals("tanh") ? Hidden.tanh() : Hidden.relu();
        var configuration =
                MultilayerPerceptron.classifier(4, List.of(8), 3, 1)
                        .withHidden(hidden)
                        .withUpdater(new Sgd(golden.get("learning_rate").getAsDouble()))
                        .configuration();
        var network =
                InitialWeights.start(
                        configuration, parameters(golden.getAsJsonObject("initial"), type));

        for (var step : golden.getAsJsonArray("sgd_steps")) {
            JsonObject expected = step.getAsJsonObject();
            comparison.close(
                    expected.get("loss_before").getAsDouble(), network.score(batch), tolerance, 0);
            compare(
                    comparison,
                    expected.getAsJsonObject("gradients"),
                    gradients(network, batch),
                    tolerance);
            network.fit(batch);
            compare(
                    comparison,
                    expected.getAsJsonObject("parameters_after"),
                    network.paramTable(),
                    afterFive);
        }
        comparison.report(reporter);
    }

    @ParameterizedTest
    @CsvSource({
        "TANH, DOUBLE, 1e-12",
        "RELU, DOUBLE, 1e-12",
        "SIGMOID, DOUBLE, 1e-12",
        "TANH, FLOAT, 1e-5",
        "RELU, FLOAT, 1e-5",
        "SIGMOID, FLOAT, 1e-5",
    })
    void bothLossCurvesLieOnEachOther(ActivationFunction f, DataType type, double tolerance) {
        INDArray x = normal(1, 64, 5).castTo(type);
        INDArray targets = oneHot(3, x.mmul(normal(2, 5, 3).castTo(type)).argMax(1).toIntVector());
        var hand = inPrecision(TwoLayerNetwork.random(5, 16, 3, f, 7), type);
        var hidden =
                switch (f) {
                    case TANH -> Hidden.tanh();
                    case SIGMOID -> Hidden.sigmoid();
                    default -> Hidden.relu();
                };
        var configuration =
                MultilayerPerceptron.classifier(5, List.of(16), 3, 7)
                        .withHidden(hidden)
                        .withUpdater(new Sgd(0.3))
                        .configuration();
        var dl4j = InitialWeights.start(configuration, hand.parameters().blocks().values());

        var data = new DataSet(x, targets.castTo(type));
        for (int step = 0; step < 100; step++) {
            var batch = (DataSet) data.getRange(step % 4 * 16, step % 4 * 16 + 16);
            double expected = hand.loss(batch.getFeatures(), batch.getLabels());
            assertEquals(expected, dl4j.score(batch), tolerance, "step " + step);
            var cache = hand.forward(batch.getFeatures());
            hand = hand.step(hand.backward(cache, batch.getLabels()), 0.3);
            dl4j.fit(batch);
        }
    }

    @Test
    void theConfigurationIsNotChanged() {
        MultiLayerConfiguration before = FOUR_EIGHT_THREE.clone();
        var network = InitialWeights.start(FOUR_EIGHT_THREE, random(4, 8, 3));
        assertEquals(before, FOUR_EIGHT_THREE);
        assertEquals(DataType.DOUBLE, network.params().dataType());
    }

    @Test
    void weightsOfAnotherShapeAreRejectedByName() {
        assertRejected(
                "parameter 0_W must be of shape [4, 8], got [5, 8]. Weights are [inputs, outputs].",
                () -> InitialWeights.start(FOUR_EIGHT_THREE, random(5, 8, 3)));
    }

    @Test
    void missingWeightsAreRejected() {
        assertRejected(
                "parameters must be 4 arrays [0_W, 0_b, 1_W, 1_b], got 3. Pass W and b of each",
                () -> InitialWeights.start(FOUR_EIGHT_THREE, random(4, 8, 3).subList(0, 3)));
        assertRejected(
                "parameters must be W and b of each layer, got none. Pass all of them.",
                () -> InitialWeights.start(FOUR_EIGHT_THREE, List.of()));
    }

    private static Map<String, INDArray> gradients(MultiLayerNetwork network, DataSet batch) {
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.computeGradientAndScore();
        Map<String, INDArray> gradients = network.gradient().gradientForVariable();
        // DL4J sums over the batch here and divides by its size later, in the updater.
        gradients.replaceAll((name, sum) -> sum.div(batch.numExamples()));
        return gradients;
    }

    private static void compare(
            Comparison comparison,
            JsonObject expected,
            Map<String, INDArray> actual,
            double tolerance) {
        List<INDArray> wanted = parameters(expected, DataType.DOUBLE);
        comparison.close(wanted.get(0), actual.get("0_W"), tolerance, 0);
        comparison.close(wanted.get(1), actual.get("0_b"), tolerance, 0);
        comparison.close(wanted.get(2), actual.get("1_W"), tolerance, 0);
        comparison.close(wanted.get(3), actual.get("1_b"), tolerance, 0);
    }

    private static List<INDArray> parameters(JsonObject golden, DataType type) {
        return List.of(
                Golden.tensor(golden.get("W1"), type),
                Golden.tensor(golden.get("b1"), type),
                Golden.tensor(golden.get("W2"), type),
                Golden.tensor(golden.get("b2"), type));
    }

    private static List<INDArray> random(int inputs, int hidden, int classes) {
        var network = TwoLayerNetwork.random(inputs, hidden, classes, ActivationFunction.RELU, 1);
        return List.copyOf(network.parameters().blocks().values());
    }

    private static TwoLayerNetwork inPrecision(TwoLayerNetwork network, DataType type) {
        var p = network.parameters();
        return new TwoLayerNetwork(
                new TwoLayerNetwork.Parameters(
                        p.w1().castTo(type),
                        p.b1().castTo(type),
                        p.w2().castTo(type),
                        p.b2().castTo(type)),
                network.activation());
    }
}
