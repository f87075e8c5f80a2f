package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** What is written is what HuggingFace writes, and what is read again. */
class CheckpointFolderTest {
    private static final EmbeddingSettings EMBEDDING =
            EmbeddingSettings.of(196, 8, 10).withSegments(2).withEpsilon(1e-12);
    private static final EncoderSettings ENCODER = EncoderSettings.of(8, 2, 12).withEpsilon(1e-12);

    @TempDir Path folder;

    @Test
    void aClassifierIsWrittenByteForByteAsItWasRead() throws IOException {
        var target = folder.resolve("again");
        try (var checkpoint = BertCheckpoint.open(TinyBert.CLASSIFIER)) {
            var loaded = checkpoint.classifier(TinyBert.TRAINING);
            var tokenizer = checkpoint.tokenizer();
            BertCheckpoint.save(target, loaded.network(), loaded.config(), tokenizer);
        }
        for (var same : List.of("model.safetensors", "vocab.txt")) {
            assertArrayEquals(
                    Files.readAllBytes(TinyBert.CLASSIFIER.resolve(same)),
                    Files.readAllBytes(target.resolve(same)),
                    same);
        }
        assertEquals(json(TinyBert.CLASSIFIER), json(target));
        assertEquals(
                TokenizerSettings.read(TinyBert.CLASSIFIER.resolve("tokenizer_config.json")),
                TokenizerSettings.read(target.resolve("tokenizer_config.json")));
        try (var files = Files.list(target)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void aMaskedLanguageModelIsWrittenByteForByteAsItWasRead() throws IOException {
        var source = TinyBert.ROOT.resolve("mlm");
        var target = folder.resolve("again");
        try (var checkpoint = BertCheckpoint.open(source)) {
            var loaded = checkpoint.maskedLanguageModel(TinyBert.TRAINING);
            var tokenizer = checkpoint.tokenizer();
            BertCheckpoint.save(target, loaded.network(), loaded.config(), tokenizer);
        }
        assertArrayEquals(
                Files.readAllBytes(source.resolve("model.safetensors")),
                Files.readAllBytes(target.resolve("model.safetensors")));
        assertEquals(json(source), json(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fp16", "bf16", "fp64"})
    void anotherPrecisionIsWrittenAsFloatAndSaysSo(String variant) throws IOException {
        var target = folder.resolve(variant);
        try (var checkpoint = BertCheckpoint.open(TinyBert.ROOT.resolve("variants/" + variant))) {
            var loaded = checkpoint.classifier(TinyBert.TRAINING);
            var tokenizer = checkpoint.tokenizer();
            BertCheckpoint.save(target, loaded.network(), loaded.config(), tokenizer);
            try (var again = BertCheckpoint.open(target)) {
                assertEquals(
                        loaded.network().params(),
                        again.classifier(TinyBert.TRAINING).network().params());
            }
        }
        assertTrue(Files.readString(target.resolve("config.json")).contains("\"float32\""));
    }

    @Test
    void aModelMadeHereIsReadAgainWithItsLabelsAndItsTokenizer() {
        var tokenizer = BertTokenizer.load(TinyBert.CLASSIFIER);
        var config = BertConfig.of(EMBEDDING, ENCODER, 3, List.of("磁盘", "网络"));
        var network = network(classifier().withPooler(true));
        BertCheckpoint.save(folder.resolve("new"), network, config, tokenizer);
        try (var checkpoint = BertCheckpoint.open(folder.resolve("new"))) {
            assertEquals(List.of(), checkpoint.problems());
            assertEquals(List.of("磁盘", "网络"), checkpoint.labels());
            assertEquals(tokenizer.settings(), checkpoint.tokenizer().settings());
            var again = checkpoint.classifier(TinyBert.TRAINING);
            assertEquals(network.params(), again.network().params());
            assertEquals(List.of(), again.fresh());
        }
    }

    @Test
    void aDoubleNetworkKeepsAllItsDigits() {
        var tokenizer = BertTokenizer.load(TinyBert.CLASSIFIER);
        var config = BertConfig.of(EMBEDDING, ENCODER, 2, List.of());
        var model = new MaskedLanguageModel(EMBEDDING, ENCODER, 2, TinyBert.TRAINING);
        var network = new ComputationGraph(model.configuration());
        network.init();
        network = network.convertDataType(DataType.DOUBLE);
        network.params().addi(Math.PI);
        BertCheckpoint.save(folder.resolve("new"), network, config, tokenizer);
        try (var checkpoint = BertCheckpoint.open(folder.resolve("new"))) {
            var info = checkpoint.tensors().get("cls.predictions.bias");
            assertEquals("F64", info.type().name());
        }
        try (var file = SafetensorsFile.open(folder.resolve("new/model.safetensors"))) {
            var place = BertTensors.predictions(config).get(0);
            assertEquals(place.view(network).dup('c'), file.read(place.name()));
            assertEquals(place.view(network).getDouble(0), file.read(place.name()).getDouble(0));
        }
    }

    @Test
    void whatIsNoBertOrNotTheConfigurationIsNotWritten() {
        var labels = List.of("a", "b");
        var config = BertConfig.of(EMBEDDING, ENCODER, 3, labels);
        refuse("network's parameters must be", network(classifier()), config);
        var network = network(classifier().withPooler(true));
        refuse("network's labels must be 3", network, config.withLabels(List.of("a", "b", "c")));
        refuse(
                "network's parameters must be",
                network,
                BertConfig.of(EMBEDDING, ENCODER, 2, labels));
        refuse("network's embedding must be", network, config.withDropoutRate(0.5));
        var small = EmbeddingSettings.of(100, 8, 10).withSegments(2).withEpsilon(1e-12);
        refuse(
                "tokenizer must have at most the 100 tokens of the network, got 196",
                network(classifier(small).withPooler(true)),
                BertConfig.of(small, ENCODER, 3, labels));
        assertEquals(List.of(), List.of(folder.toFile().list()));
    }

    private void refuse(String expected, ComputationGraph network, BertConfig config) {
        var tokenizer = BertTokenizer.load(TinyBert.CLASSIFIER);
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                BertCheckpoint.save(
                                        folder.resolve("new"), network, config, tokenizer));
        assertTrue(error.getMessage().startsWith(expected), error.getMessage());
    }

    private static TransformerClassifier classifier() {
        return classifier(EMBEDDING);
    }

    private static TransformerClassifier classifier(EmbeddingSettings embedding) {
        return new TransformerClassifier(
                embedding, ENCODER, 3, SequencePooling.first(), false, 2, TinyBert.TRAINING);
    }

    private static ComputationGraph network(TransformerClassifier model) {
        var network = new ComputationGraph(model.configuration());
        network.init();
        return network;
    }

    private static Object json(Path directory) throws IOException {
        return JsonParser.parseString(Files.readString(directory.resolve("config.json")));
    }
}
