package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.bert.TinyBert.Mode;
import io.github.dl4jprimer.optimizer.TorchAdam;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** One and three steps of AdamW on a whole BERT against PyTorch's weights, all 41 tensors. */
@Tag("golden")
class BertFineTuningGoldenTest {
    private static final String FILE = "classifier/expected/expected";
    private static final double RATE = 1e-3;
    private static final double DECAY = 0.01;

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, false",
        "DOUBLE, true",
        "READABLE, false",
        "READABLE, true",
        "FAST, false",
        "FAST, true"
    })
    void weightsAfterOneAndThreeStepsArePyTorchs(
            Mode mode, boolean allDecay, TestReporter reporter) {
        var comparison = TinyBert.comparison(FILE, "whole", mode);
        var training =
                TrainingSettings.of(1).withUpdater(TorchAdam.of(RATE)).withWeightDecay(DECAY);
        ComputationGraph network;
        BertConfig config;
        try (var checkpoint = BertCheckpoint.open(TinyBert.CLASSIFIER)) {
            config = checkpoint.config().withDropoutRate(0);
            network = checkpoint.withConfig(config).classifier(training).network();
        }
        network = TinyBert.in(mode, network);
        if (allDecay) {
            decayBiases(network);
        }
        var losses = losses(allDecay);
        var batch = TinyBert.batch(mode.type);
        for (int step = 0; step < 3; step++) {
            comparison.close(losses.get(step), dataLoss(network, batch), mode.tolerance(2e-6), 0);
            network.fit(batch);
            if (step != 1) {
                var file = "classifier/expected/weights_after_" + (step + 1) + "_adamw";
                file += allDecay ? "" : "_no_decay_groups";
                try (var golden = TinyBert.tensors(file)) {
                    for (var place : TinyBert.places(config)) {
                        INDArray weights = place.view(network);
                        INDArray expected = golden.read(place.name());
                        if (isRounding(place)) {
                            INDArray off = expected.sub(weights.castTo(DataType.DOUBLE));
                            double most = off.amaxNumber().doubleValue();
                            assertTrue(most <= 3 * RATE, place.name());
                        } else {
                            comparison.close(expected, weights, mode.tolerance(1e-5), 0);
                        }
                    }
                }
            }
        }
        comparison.close(losses.get(3), dataLoss(network, batch), mode.tolerance(2e-6), 0);
        comparison.report(reporter);
    }

    /**
     * The gradient of the keys' bias is 0 in exact arithmetic; Adam makes steps of full size out of
     * the rounding that is left of it.
     */
    private static boolean isRounding(TensorPlace place) {
        return place.name().endsWith("key.bias");
    }

    /** Gains and biases are "biases" to DL4J, which have a regularisation of their own. */
    private static void decayBiases(ComputationGraph network) {
        int changed = 0;
        for (var layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer settings) {
                settings.setRegularizationBias(List.of(new WeightDecay(DECAY, true)));
                changed++;
            }
        }
        assertTrue(changed >= 5, "embedding, two blocks, pooler, output");
    }

    /** DL4J's score counts the decayed weights, too. */
    private static double dataLoss(ComputationGraph network, DataSet batch) {
        return network.score(batch) - network.calcRegularizationScore(true);
    }

    private static List<Double> losses(boolean allDecay) {
        var golden = TinyBert.expected(FILE).getAsJsonObject("adamw");
        return golden
                .getAsJsonObject(allDecay ? "all" : "no_decay_for_bias_and_layernorm")
                .getAsJsonArray("loss_before_step_1_2_3_and_after_3")
                .asList()
                .stream()
                .map(loss -> loss.getAsDouble())
                .toList();
    }
}
