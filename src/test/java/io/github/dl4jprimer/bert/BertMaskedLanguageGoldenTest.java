package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.bert.TinyBert.Mode;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.transformer.TokenOutputLayer;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** BERT that fills gaps, read from its directory, against HuggingFace's. */
@Tag("golden")
class BertMaskedLanguageGoldenTest {
    private static final String FILE = "mlm/expected/expected";

    @ParameterizedTest
    @EnumSource
    void logitsLossAndAllGradientsAreHuggingFaces(Mode mode, TestReporter reporter) {
        var comparison = TinyBert.comparison(FILE, "whole", mode);
        var golden = TinyBert.expected(FILE);
        ComputationGraph network;
        BertConfig config;
        try (var checkpoint = BertCheckpoint.open(TinyBert.ROOT.resolve("mlm"))) {
            config = checkpoint.config().withDropoutRate(0);
            var loaded = checkpoint.withConfig(config).maskedLanguageModel(TinyBert.TRAINING);
            assertEquals(List.of(), loaded.fresh());
            network = TinyBert.in(mode, loaded.network());
        }
        var batch = batch(golden, mode.type);
        double close = mode.tolerance(3e-5);
        INDArray logits = logits(network, batch);
        try (var file = TinyBert.tensors("mlm/expected/logits")) {
            comparison.close(file.read("logits"), logits, close, 0);
        }
        INDArray positions = Golden.tensor(golden.get("masked_positions"));
        INDArray expected = Golden.tensor(golden.get("logits_at_masked_positions"));
        for (int i = 0; i < positions.size(0); i++) {
            var row = NDArrayIndex.point(positions.getInt(i, 0));
            INDArray found = logits.get(row, NDArrayIndex.point(positions.getInt(i, 1)));
            comparison.close(expected.getRow(i), found, close, 0);
        }
        double loss = golden.get("loss").getAsDouble();
        comparison.close(loss, network.score(batch), mode.tolerance(1e-5), 0);

        TinyBert.computeGradient(network, batch);
        var places = BertTensors.encoder(config);
        places.addAll(BertTensors.predictions(config));
        try (var gradients = TinyBert.tensors("mlm/expected/gradients")) {
            assertEquals(places.size(), gradients.tensors().size());
            for (var place : places) {
                INDArray gradient = TinyBert.gradient(network, place);
                double relative = mode.tolerance(1e-4);
                INDArray wanted = gradients.read(place.name());
                comparison.close(wanted, gradient, mode.tolerance(2e-6), relative);
            }
        }
        comparison.report(reporter);
    }

    @Test
    void aClassifierTakesTheEncoderAndDrawsTheRest() {
        try (var checkpoint = BertCheckpoint.open(TinyBert.ROOT.resolve("mlm"))) {
            var loaded = checkpoint.classifier(TinyBert.TRAINING, List.of("a", "b"));
            var fresh =
                    List.of(
                            "bert.pooler.dense.weight",
                            "bert.pooler.dense.bias",
                            "classifier.weight",
                            "classifier.bias");
            assertEquals(fresh, loaded.fresh());
            var batch = TinyBert.batch(DataType.FLOAT);
            INDArray x = batch.getFeatures();
            var mlm = checkpoint.maskedLanguageModel(TinyBert.TRAINING).network();
            assertEquals(
                    mlm.feedForward(new INDArray[] {x}, false).get("block1"),
                    loaded.network().feedForward(new INDArray[] {x}, false).get("block1"));
        }
    }

    /** Returns ids with gaps, what stood there, and where the gaps are. */
    private static DataSet batch(JsonObject golden, DataType type) {
        INDArray labels = Golden.tensor(golden.get("labels"), type);
        INDArray asked = labels.gte(0).castTo(type); // -100 where nothing is asked
        assertEquals(7, asked.sumNumber().intValue());
        INDArray ids = labels.mul(asked).reshape(4, 20, 1);
        return TinyBert.features(golden, ids, asked, type);
    }

    private static INDArray logits(ComputationGraph network, DataSet batch) {
        network.setLayerMaskArrays(new INDArray[] {batch.getFeaturesMaskArray()}, null);
        INDArray hidden =
                network.feedForward(new INDArray[] {batch.getFeatures()}, false).get("block1");
        network.clearLayerMaskArrays();
        return ((TokenOutputLayer) network.getOutputLayer(0)).logits(hidden);
    }
}
