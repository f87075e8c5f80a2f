package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.bert.TinyBert.Mode;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.transformer.EncoderBlockLayer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A checkpoint read from its directory against HuggingFace's BERT: everything it computes. */
@Tag("golden")
class BertClassifierGoldenTest {
    private static final String FILE = "classifier/expected/expected";

    @ParameterizedTest
    @EnumSource
    void hiddenStatesAttentionAndLogitsAreHuggingFaces(Mode mode, TestReporter reporter) {
        var comparison = TinyBert.comparison(FILE, "whole", mode);
        var network = TinyBert.in(mode, network());
        var batch = TinyBert.batch(mode.type);
        INDArray mask = batch.getFeaturesMaskArray();
        network.setLayerMaskArrays(new INDArray[] {mask}, null);
        var found = network.feedForward(new INDArray[] {batch.getFeatures()}, false);
        network.clearLayerMaskArrays();
        double close = mode.tolerance(1e-5);
        try (var golden = TinyBert.tensors("classifier/expected/activations")) {
            var vertices = List.of("embedding", "block0", "block1");
            for (int i = 0; i < vertices.size(); i++) {
                INDArray hidden = found.get(vertices.get(i));
                comparison.close(golden.read("hidden_states." + i), hidden, close, 0);
                if (i < 2) {
                    var block = (EncoderBlockLayer) network.getLayer("block" + i);
                    INDArray weights = block.attentionWeights(hidden, mask);
                    comparison.close(golden.read("attentions." + i), weights, close, 0);
                }
            }
            comparison.close(golden.read("pooler_output"), found.get("pooler"), close, 0);
            INDArray logits = TinyBert.logits(network, batch);
            comparison.close(golden.read("logits"), logits, close, 0);
        }
        var outputs = TinyBert.expected(FILE).getAsJsonObject("outputs");
        INDArray probabilities = Golden.tensor(outputs.get("probabilities"));
        comparison.close(probabilities, found.get("output"), close, 0);
        double loss = outputs.get("loss").getAsDouble();
        comparison.close(loss, network.score(batch), mode.tolerance(2e-6), 0);
        comparison.report(reporter);
    }

    @ParameterizedTest
    @EnumSource
    void allGradientsAreHuggingFaces(Mode mode, TestReporter reporter) {
        var comparison = TinyBert.comparison(FILE, "whole", mode);
        var batch = TinyBert.batch(mode.type);
        ComputationGraph network;
        BertConfig config;
        try (var checkpoint = BertCheckpoint.open(TinyBert.CLASSIFIER)) {
            config = checkpoint.config().withDropoutRate(0);
            network = checkpoint.withConfig(config).classifier(TinyBert.TRAINING).network();
        }
        network = TinyBert.in(mode, network);
        TinyBert.computeGradient(network, batch);
        try (var golden = TinyBert.tensors("classifier/expected/gradients")) {
            assertEquals(41, golden.tensors().size());
            for (var place : TinyBert.places(config)) {
                // DL4J divides by the size of the batch later, before the update.
                INDArray gradient = TinyBert.gradient(network, place).div(4);
                double relative = mode.tolerance(1e-4);
                INDArray expected = golden.read(place.name());
                comparison.close(expected, gradient, mode.tolerance(2e-6), relative);
            }
        }
        comparison.report(reporter);
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceAloneHasTheLogitsItHasInThePaddedBatch(Mode mode) {
        var network = TinyBert.in(mode, network());
        var batch = TinyBert.batch(mode.type);
        var outputs = TinyBert.expected(FILE).getAsJsonObject("outputs");
        INDArray expected = Golden.tensor(outputs.get("logits_single_without_padding"));
        for (int i = 0; i < 4; i++) {
            INDArray logits = TinyBert.logits(network, TinyBert.alone(batch, i));
            assertArrayEquals(
                    expected.getRow(i).toDoubleVector(),
                    logits.getRow(0).toDoubleVector(),
                    mode.tolerance(1e-5));
        }
    }

    @Test
    void theTokenizerOfTheDirectoryMakesTheIds() {
        var golden = TinyBert.expected(FILE);
        INDArray ids = Golden.tensor(golden.get("input_ids"));
        INDArray segments = Golden.tensor(golden.get("token_type_ids"));
        var sentences = golden.getAsJsonArray("sentences").asList();
        try (var checkpoint = BertCheckpoint.open(TinyBert.CLASSIFIER)) {
            var tokenizer = checkpoint.tokenizer();
            for (int i = 0; i < sentences.size(); i++) {
                var sentence = sentences.get(i).getAsJsonObject();
                var first = sentence.get("text_a").getAsString();
                var second = sentence.get("text_b");
                var padded = EncodingOptions.defaults();
                var encoding =
                        second.isJsonNull()
                                ? tokenizer.encode(first, padded)
                                : tokenizer.encode(first, second.getAsString(), padded);
                encoding = encoding.padded(20, tokenizer.vocabulary());
                assertArrayEquals(ids.getRow(i).toIntVector(), encoding.ids());
                assertArrayEquals(segments.getRow(i).toIntVector(), encoding.segmentIds());
                var tokens = sentence.getAsJsonArray("tokens");
                assertEquals(
                        StreamSupport.stream(tokens.spliterator(), false)
                                .map(token -> token.getAsString())
                                .toList(),
                        encoding.tokens().subList(0, tokens.size()));
            }
        }
    }

    private static ComputationGraph network() {
        try (var checkpoint = BertCheckpoint.open(TinyBert.CLASSIFIER)) {
            return checkpoint.classifier(TinyBert.TRAINING).network();
        }
    }
}
