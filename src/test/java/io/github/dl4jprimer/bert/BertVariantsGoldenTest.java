package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import io.github.dl4jprimer.bert.TinyBert.Mode;
import io.github.dl4jprimer.golden.Golden;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same BERT in the forms that HuggingFace directories come in. */
@Tag("golden")
class BertVariantsGoldenTest {
    private static final String PRECISIONS = "variants/expected_precision_variants";

    @ParameterizedTest
    @CsvSource({"gamma-beta", "sharded"})
    void otherNamesAndFilesAreTheSameModel(String variant) {
        try (var plain = BertCheckpoint.open(TinyBert.CLASSIFIER);
                var checkpoint =
                        BertCheckpoint.open(TinyBert.ROOT.resolve("variants/" + variant))) {
            assertEquals(List.of(), checkpoint.problems());
            assertEquals(
                    plain.classifier(TinyBert.TRAINING).network().params(),
                    checkpoint.classifier(TinyBert.TRAINING).network().params());
        }
    }

    @Test
    void anEncoderWithoutPrefixGetsANewHeadAndKeepsItsPooler() {
        var labels = List.of("告警", "正常", "未知");
        try (var plain = BertCheckpoint.open(TinyBert.CLASSIFIER);
                var checkpoint =
                        BertCheckpoint.open(TinyBert.ROOT.resolve("variants/no-bert-prefix"))) {
            assertEquals(List.of(), checkpoint.problems());
            var loaded = checkpoint.classifier(TinyBert.TRAINING, labels);
            assertEquals(List.of("classifier.weight", "classifier.bias"), loaded.fresh());
            var network = plain.classifier(TinyBert.TRAINING).network();
            for (var place : TinyBert.places(loaded.config())) {
                assertEquals(
                        !loaded.fresh().contains(place.name()),
                        place.view(network).equals(place.view(loaded.network())),
                        place.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fp16, DOUBLE",
        "fp16, READABLE",
        "fp16, FAST",
        "bf16, DOUBLE",
        "bf16, READABLE",
        "bf16, FAST",
        "fp64, DOUBLE",
        "fp64, READABLE",
        "fp64, FAST"
    })
    void everyPrecisionGivesItsOwnLogits(String variant, Mode mode, TestReporter reporter) {
        var comparison = TinyBert.comparison(PRECISIONS, "whole", mode);
        var golden = TinyBert.expected(PRECISIONS).getAsJsonObject(variant);
        ComputationGraph network;
        try (var checkpoint = BertCheckpoint.open(TinyBert.ROOT.resolve("variants/" + variant))) {
            assertEquals(List.of(), checkpoint.problems());
            network = TinyBert.in(mode, checkpoint.classifier(TinyBert.TRAINING).network());
        }
        INDArray bias = network.getLayer("output").getParam("b");
        JsonElement widened = golden.get("classifier.bias_widened");
        comparison.close(Golden.tensor(widened), bias.reshape(3), 1e-12, 6e-8);
        var batch = TinyBert.batch(mode.type);
        double close = mode.tolerance(1e-5);
        INDArray logits = TinyBert.logits(network, batch);
        comparison.close(Golden.tensor(golden.get("logits")), logits, close, 0);
        double loss = golden.get("loss").getAsDouble();
        comparison.close(loss, network.score(batch), mode.tolerance(2e-6), 0);
        comparison.report(reporter);
    }

    @Test
    void theVariantsDifferFromEachOther() {
        var all = TinyBert.expected(PRECISIONS);
        var half = Golden.tensor(all.getAsJsonObject("fp16").get("logits"));
        var brain = Golden.tensor(all.getAsJsonObject("bf16").get("logits"));
        assertTrue(half.sub(brain).amaxNumber().doubleValue() > 1e-3);
    }
}
