package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import io.github.dl4jprimer.safetensors.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class InspectionTest {
    @TempDir Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "classifier, safetensors, 41, F32",
        "mlm, safetensors, 42, F32",
        "variants/sharded, safetensors (2 files), 41, F32",
        "variants/gamma-beta, safetensors, 41, F32",
        "variants/bf16, safetensors, 41, BF16",
        "variants/bin-legacy-format, PyTorch (legacy), 41, F32",
        "variants/bin-strided, PyTorch (zip), 41, F32",
        "variants/bin-parameters, PyTorch (zip), 41, F32",
        "variants/bin-wrapped, PyTorch (zip), 41, F32"
    })
    void aWholeCheckpointHasNoProblems(String name, String format, int count, TensorType type) {
        var inspection = Inspection.of(TinyBert.ROOT.resolve(name));
        assertEquals(List.of(), inspection.problems());
        assertEquals(format, inspection.format());
        assertEquals(count, inspection.tensors().size());
        assertEquals("32", inspection.configuration().get("hidden_size").getAsString());
        assertEquals(
                Map.of(type, inspection.parameters() * type.bytes()), inspection.bytesByType());
    }

    @Test
    void parametersAreCountedOverAllTensors() {
        // 196 tokens, 40 positions and 2 segments of 32; two blocks of 64; pooler and 3 classes.
        long embeddings = (196 + 40 + 2) * 32 + 64;
        long block = 4 * (32 * 32 + 32) + 64 + 2 * 32 * 64 + 64 + 32 + 64;
        long head = 32 * 32 + 32 + 3 * 32 + 3;
        var inspection = Inspection.of(TinyBert.CLASSIFIER);
        assertEquals(embeddings + 2 * block + head, inspection.parameters());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"nan_weights.safetensors", "inf_weights.safetensors"})
    void numbersThatAreNoneAreFoundInAFileAndInACheckpoint(String name) throws IOException {
        var file = TinyBert.ROOT.resolve("corrupt").resolve(name);
        var problems = Inspection.of(file).problems();
        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).endsWith("must hold finite numbers, got NaN or infinity"),
                problems.get(0));
        Files.copy(file, folder.resolve("model.safetensors"));
        assertEquals(problems, Inspection.of(folder).problems());
        for (var other : new String[] {"config.json", "vocab.txt", "tokenizer_config.json"}) {
            Files.copy(TinyBert.CLASSIFIER.resolve(other), folder.resolve(other));
        }
        assertEquals(problems, Inspection.of(folder).problems());
    }

    @Test
    void aTensorThatIsMissingOrOfAnotherShapeIsAProblem() throws IOException {
        var tensors = new LinkedHashMap<String, INDArray>();
        try (var file = TinyBert.tensors("classifier/model")) {
            file.tensors().keySet().forEach(name -> tensors.put(name, file.read(name)));
        }
        tensors.remove("bert.encoder.layer.1.output.dense.bias");
        tensors.put("classifier.bias", Nd4j.zeros(4));
        tensors.put("stranger", Nd4j.zeros(1));
        for (var other : new String[] {"config.json", "vocab.txt", "tokenizer_config.json"}) {
            Files.copy(TinyBert.CLASSIFIER.resolve(other), folder.resolve(other));
        }
        SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of());
        var problems = Inspection.of(folder).problems();
        assertEquals(3, problems.size(), problems.toString());
        var text = String.join("; ", problems);
        assertTrue(text.contains("'bert.encoder.layer.1.output.dense.bias'"), text);
        assertTrue(text.contains("'classifier.bias' must be [3]"), text);
        assertTrue(text.contains("'stranger'"), text);
    }

    @Test
    void aConfigurationOfNoBertIsAProblemAndTheTensorsAreShown() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"gpt2\"}");
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"), Map.of("w", Nd4j.zeros(2)), Map.of());
        var inspection = Inspection.of(folder);
        assertEquals(1, inspection.problems().size());
        assertTrue(inspection.problems().get(0).contains("config.json"));
        assertEquals(1, inspection.tensors().size());
    }

    @Test
    void aModelOfThisProjectIsLoadedToSeeThatItIsWhole() throws IOException {
        var configuration = MultilayerPerceptron.classifier(2, List.of(3), 2, 7).configuration();
        var model = new MultiLayerNetwork(configuration);
        model.init();
        ModelFolder.save(folder, model, List.of("low", "high"), Map.of("classifier", "table"));
        var inspection = Inspection.of(folder);
        assertEquals(List.of(), inspection.problems());
        assertEquals(2 * 3 + 3 + 3 * 2 + 2, inspection.parameters());
        assertEquals("2", inspection.configuration().get("labels").getAsString());
        Files.writeString(folder.resolve("labels.txt"), "low\n");
        assertEquals(
                List.of(
                        "labels.txt must have 2 lines, got 1 (%s). Save the model again."
                                .formatted(folder)),
                Inspection.of(folder).problems());
    }

    @Test
    void noTensorsAreAProblem() {
        var file = folder.resolve("none.safetensors");
        SafetensorsWriter.write(file, Map.of(), Map.of());
        var inspection = Inspection.of(file);
        assertEquals(
                List.of("weights must be at least one tensor, got none"), inspection.problems());
        assertEquals(0, inspection.parameters());
    }

    @Test
    void integersAreNoParametersAndHaveNoNaN() {
        var file = folder.resolve("model.safetensors");
        var tensors =
                Map.of("ids", Nd4j.createFromArray(1L, 2L), "e", Nd4j.create(new long[] {0, 2}));
        SafetensorsWriter.write(file, tensors, Map.of());
        var inspection = Inspection.of(folder);
        assertEquals(List.of(), inspection.problems());
        assertEquals(0, inspection.parameters());
        assertEquals(16L, inspection.bytesByType().get(TensorType.I64));
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        var missing = folder.resolve("nowhere");
        assertMessage(
                "model must be a folder or a file of tensors, got nothing (%s). Check the path."
                        .formatted(missing),
                missing);
        assertMessage(
                "checkpoint must have model.safetensors or pytorch_model.bin, got none (%s). Pass a HuggingFace directory."
                        .formatted(folder),
                folder);
        var harmful = TinyBert.ROOT.resolve("corrupt").resolve("bin_unknown_global.bin");
        Files.copy(harmful, folder.resolve("pytorch_model.bin"));
        var message = assertThrows(BadInput.class, () -> Inspection.of(folder)).getMessage();
        assertTrue(message.contains("the name '__builtin__.print'"), message);
        assertEquals(
                message.replace(folder.resolve("pytorch_model.bin").toString(), harmful.toString()),
                assertThrows(BadInput.class, () -> Inspection.of(harmful)).getMessage());
    }

    private static void assertMessage(String expected, Path path) {
        assertEquals(
                expected, assertThrows(BadInput.class, () -> Inspection.of(path)).getMessage());
    }
}
