package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Directories that are good or bad in ways that golden/bert-tiny does not have. */
class BertCheckpointTest {
    private static final String WORDS = "bert.embeddings.word_embeddings.weight";
    private static final String DECODER = "cls.predictions.decoder.weight";

    @TempDir Path folder;

    @Test
    void saysWhatADirectoryLacks() throws IOException {
        refuse("checkpoint must be a directory, got nothing", () -> open(folder.resolve("no")));
        var file = Files.createFile(folder.resolve("file"));
        refuse("checkpoint must be a directory, got a file", () -> open(file));
        refuse("config.json must be a file, got nothing", () -> open(folder));
        copy("classifier", "config.json");
        refuse("checkpoint must have model.safetensors", () -> open(folder));
    }

    @Test
    void theHeadIsKeptForItsOwnLabelsAndDrawnForOthers() {
        try (var checkpoint = BertCheckpoint.open(TinyBert.CLASSIFIER)) {
            assertTrue(checkpoint.hasClassifier());
            var own = checkpoint.classifier(TinyBert.TRAINING, List.of("告警", "正常", "未知"));
            assertEquals(List.of(), own.fresh());
            var others = List.of("正常", "告警", "未知");
            var other = checkpoint.classifier(TinyBert.TRAINING, others);
            assertEquals(List.of("classifier.weight", "classifier.bias"), other.fresh());
            assertEquals(others, other.config().labels());
            assertNotEquals(head(own), head(other));
            assertEquals(
                    own.network().getLayer("pooler").params(),
                    other.network().getLayer("pooler").params());
            refuse(
                    "classifier must have at least 2 classes, got 1",
                    () -> checkpoint.classifier(TinyBert.TRAINING, List.of("one")));
        }
    }

    @Test
    void newWeightsFollowTheSeedAndTheConfigurationsDeviation() throws IOException {
        copyAll("mlm");
        var config = Files.readString(folder.resolve("config.json"));
        Files.writeString(
                folder.resolve("config.json"),
                config.replace("\"initializer_range\": 0.02", "\"initializer_range\": 0.5"));
        try (var checkpoint = BertCheckpoint.open(folder)) {
            var labels = List.of("a", "b");
            var one = checkpoint.classifier(TrainingSettings.of(1), labels);
            var same = checkpoint.classifier(TrainingSettings.of(1), labels);
            var other = checkpoint.classifier(TrainingSettings.of(2), labels);
            assertEquals(one.network().params(), same.network().params());
            assertNotEquals(head(one), head(other));
            var pooler = one.network().getLayer("pooler");
            assertEquals(0.5, pooler.getParam("W").stdNumber().doubleValue(), 0.05);
            assertEquals(0, pooler.getParam("b").amaxNumber().doubleValue());
        }
    }

    @Test
    void theClassifiersOwnDropoutStandsBeforeTheOutput() throws IOException {
        copyAll("classifier");
        var config = Files.readString(folder.resolve("config.json"));
        Files.writeString(
                folder.resolve("config.json"),
                config.replace("\"classifier_dropout\": null", "\"classifier_dropout\": 0.3"));
        try (var checkpoint = BertCheckpoint.open(folder)) {
            var output = checkpoint.classifier(TinyBert.TRAINING).network().getLayer("output");
            assertEquals(new Dropout(0.7), output.conf().getLayer().getIDropout());
            var off = checkpoint.withConfig(checkpoint.config().withDropoutRate(0));
            output = off.classifier(TinyBert.TRAINING).network().getLayer("output");
            assertNull(output.conf().getLayer().getIDropout());
        }
    }

    @Test
    void classesWithoutNamesAreCalledAsHuggingFaceCallsThem() throws IOException {
        copyAll("classifier");
        Files.writeString(
                folder.resolve("config.json"),
                """
                {"vocab_size": 196, "hidden_size": 32, "num_hidden_layers": 2, "num_labels": 3,
                 "num_attention_heads": 4, "intermediate_size": 64, "max_position_embeddings": 40}
                """);
        try (var checkpoint = BertCheckpoint.open(folder)) {
            assertEquals(List.of(), checkpoint.problems());
            assertEquals(List.of("LABEL_0", "LABEL_1", "LABEL_2"), checkpoint.labels());
            assertEquals(List.of(), checkpoint.classifier(TinyBert.TRAINING).fresh());
        }
    }

    @Test
    void wrappedNamesBuffersAndPretrainingHeadsDoNotMatter() throws IOException {
        copyAll("classifier");
        var tensors = new LinkedHashMap<String, INDArray>();
        tensors("classifier").forEach((name, array) -> tensors.put("module." + name, array));
        tensors.put("module.bert.embeddings.position_ids", Nd4j.createFromArray(0L, 1L));
        tensors.put("module.cls.seq_relationship.bias", Nd4j.ones(2));
        write(tensors);
        try (var plain = BertCheckpoint.open(TinyBert.CLASSIFIER);
                var checkpoint = BertCheckpoint.open(folder)) {
            assertEquals(List.of(), checkpoint.problems());
            assertEquals(
                    plain.classifier(TinyBert.TRAINING).network().params(),
                    checkpoint.classifier(TinyBert.TRAINING).network().params());
        }
    }

    @Test
    void aTiedCopyMustBeEqual() throws IOException {
        copyAll("mlm");
        var tensors = tensors("mlm");
        tensors.put(DECODER, tensors.get(WORDS).dup());
        tensors.put("cls.predictions.decoder.bias", tensors.get("cls.predictions.bias").dup());
        write(tensors);
        try (var checkpoint = BertCheckpoint.open(folder)) {
            assertEquals(List.of(), checkpoint.problems());
            assertEquals(List.of(), checkpoint.maskedLanguageModel(TinyBert.TRAINING).fresh());
        }
        tensors.get(DECODER).putScalar(7, tensors.get(DECODER).getFloat(7) + 1e-6);
        write(tensors);
        var expected =
                "tensor '%s' must be equal to '%s', got another one".formatted(DECODER, WORDS);
        try (var checkpoint = BertCheckpoint.open(folder)) {
            assertEquals(List.of(expected), checkpoint.problems());
            refuse(expected, () -> checkpoint.maskedLanguageModel(TinyBert.TRAINING));
        }
        tensors.put(DECODER, Nd4j.ones(3, 3));
        write(tensors);
        try (var checkpoint = BertCheckpoint.open(folder)) {
            assertEquals(List.of(expected), checkpoint.problems());
        }
    }

    @Test
    void tellsEveryProblem() throws IOException {
        copyAll("classifier");
        var tensors = tensors("classifier");
        tensors.remove("classifier.weight");
        tensors.remove("classifier.bias");
        tensors.remove("bert.pooler.dense.bias");
        tensors.put(WORDS, Nd4j.ones(190, 32));
        tensors.put("qa_outputs.weight\n", Nd4j.ones(2));
        tensors.put(
                "bert.embeddings.LayerNorm.bias",
                Nd4j.valueArrayOf(32, Double.NEGATIVE_INFINITY).castTo(DataType.FLOAT));
        write(tensors);
        Files.delete(folder.resolve("vocab.txt"));
        try (var checkpoint = BertCheckpoint.open(folder)) {
            var problems = checkpoint.problems();
            assertEquals(
                    List.of(
                            "tensor 'classifier.weight' must be in a checkpoint for classification,"
                                    + " got none: a new head has to be trained",
                            "tensor '%s' must be [196, 32] as config.json says, got [190, 32]"
                                    .formatted(WORDS),
                            "tensor 'bert.embeddings.LayerNorm.bias' must hold finite numbers, got"
                                    + " NaN or infinity",
                            "tensor 'bert.pooler.dense.bias' must be in the checkpoint, got none of"
                                    + " this name",
                            "tensor 'qa_outputs.weight?' must be one of BERT's, got one that"
                                    + " nothing reads"),
                    problems.subList(1, problems.size()));
            assertTrue(problems.get(0).startsWith("vocabulary must be a file"), problems.get(0));
        }
    }

    @Test
    void aTokenizerWithMoreTokensThanTheModelIsRefused() throws IOException {
        copyAll("classifier");
        Files.writeString(
                folder.resolve("vocab.txt"),
                Files.readString(folder.resolve("vocab.txt")) + "more\n");
        var expected = "vocab.txt must have at most vocab_size 196 tokens, got 197 (" + folder;
        try (var checkpoint = BertCheckpoint.open(folder)) {
            refuse(expected, checkpoint::tokenizer);
            assertTrue(checkpoint.problems().get(0).startsWith(expected));
        }
    }

    @Test
    void blocksAreNotLeftOutWithoutAWord() throws IOException {
        copyAll("classifier");
        var config = Files.readString(folder.resolve("config.json"));
        Files.writeString(
                folder.resolve("config.json"),
                config.replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1"));
        try (var checkpoint = BertCheckpoint.open(folder)) {
            refuse(
                    "num_hidden_layers must count all blocks, got 1 and tensor"
                            + " 'bert.encoder.layer.1.",
                    () -> checkpoint.classifier(TinyBert.TRAINING));
            assertEquals(16, checkpoint.problems().size());
        }
    }

    private static INDArray head(LoadedBert loaded) {
        return loaded.network().getLayer("output").params();
    }

    private static void open(Path directory) {
        BertCheckpoint.open(directory).close();
    }

    private static void refuse(String expected, Executable action) {
        var message = assertThrows(BadInput.class, action).getMessage();
        assertTrue(message.startsWith(expected), message);
        assertFalse(message.contains("\n"), message);
    }

    private void copyAll(String from) throws IOException {
        copy(from, "config.json", "vocab.txt", "tokenizer_config.json", "model.safetensors");
    }

    private void copy(String from, String... names) throws IOException {
        for (var name : names) {
            Files.copy(TinyBert.ROOT.resolve(from).resolve(name), folder.resolve(name));
        }
    }

    private static Map<String, INDArray> tensors(String from) {
        var tensors = new LinkedHashMap<String, INDArray>();
        try (var file = TinyBert.tensors(from + "/model")) {
            file.tensors().keySet().forEach(name -> tensors.put(name, file.read(name)));
        }
        return tensors;
    }

    private void write(Map<String, INDArray> tensors) {
        SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of());
    }
}
