package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class ModelFolderTest {
    private static final List<String> LABELS = List.of("磁盘", "CPU", "network, other");

    @TempDir Path root;
    private Path folder;
    private Model model;

    @BeforeEach
    void saveAModel() {
        folder = root.resolve("model");
        model = StartingModel.of(TinyProblems.stack(new Sgd(0.1))).create(7);
        ModelFolder.save(folder, model, LABELS, Map.of("vectorizer", "bag"));
    }

    @Test
    void aStackComesBackAsItWas() {
        var loaded = ModelFolder.load(folder);
        var features = TinyProblems.threeClouds(6, 1).getFeatures();
        assertEquals(LABELS, loaded.labels());
        assertEquals(Map.of("vectorizer", "bag"), loaded.extras());
        assertEquals(model.params(), loaded.model().params());
        assertEquals(
                ((MultiLayerNetwork) model).output(features),
                ((MultiLayerNetwork) loaded.model()).output(features));
    }

    @Test
    void aGraphComesBackUnderItsVertexNames() {
        var graph = StartingModel.of(TinyProblems.graph(new Sgd(0.1))).create(7);
        ModelFolder.save(folder, graph, List.of(), Map.of());
        var loaded = ModelFolder.load(folder);
        assertEquals(graph.params(), loaded.model().params());
        assertEquals(graph.getClass(), loaded.model().getClass());
        assertEquals(List.of(), loaded.labels());
        try (var file = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
            assertEquals(
                    List.of("hidden_1.W", "hidden_1.b", "out.W", "out.b"),
                    List.copyOf(file.tensors().keySet()));
        }
    }

    @Test
    void weightsAreStoredRowByRowInTheirOwnShape() {
        try (var file = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
            var stored = file.read("0.W");
            assertArrayEquals(new long[] {2, 8}, stored.shape());
            assertEquals(((MultiLayerNetwork) model).getParam("0_W"), stored);
        }
    }

    @Test
    void anExportedZipIsReadByDl4j() throws IOException {
        var zip = root.resolve("model.zip");
        ModelFolder.exportZip(model, zip);
        var restored = ModelSerializer.restoreMultiLayerNetwork(zip.toFile());
        assertEquals(model.params(), restored.params());
    }

    @Test
    void furtherFilesAppearTogetherWithTheModel() throws IOException {
        ModelFolder.save(
                folder,
                model,
                LABELS,
                Map.of(),
                path -> Files.writeString(path.resolve("vocab.txt"), "a\n"));
        assertEquals("a\n", Files.readString(folder.resolve("vocab.txt")));
        assertThrows(
                IllegalStateException.class,
                () ->
                        ModelFolder.save(
                                folder,
                                model,
                                List.of(),
                                Map.of(),
                                path -> {
                                    throw new IllegalStateException("no vocabulary");
                                }));
        assertEquals(LABELS, ModelFolder.load(folder).labels());
        assertTrue(Files.exists(folder.resolve("vocab.txt")));
    }

    @Test
    void labelsOfMoreThanOneLineAreRefused() {
        for (var label : List.of("", " ", "two\nlines", "end\n\n")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ModelFolder.save(folder, model, List.of(label), Map.of()));
        }
        assertEquals(LABELS, ModelFolder.load(folder).labels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "configuration.json", "model.safetensors", "labels.txt"})
    void aMissingOrEmptyOrCutFileIsNamed(String name) throws IOException {
        var file = folder.resolve(name);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused(name.equals("labels.txt") ? "labels.txt must have 3 lines" : "must");
        Files.write(file, new byte[0]);
        refused("must");
        Files.delete(file);
        refused(name);
    }

    @Test
    void tensorsThatDoNotFitAreNamed() {
        var tensors = new LinkedHashMap<String, INDArray>();
        var flawless = Network.of(model).parameters();
        tensors.putAll(flawless);
        tensors.put("0.b", Nd4j.zeros(1, 8));
        rewrite(tensors);
        refused("tensor '0.b' must be [8], got [1, 8]");
        tensors.put("0.b", flawless.get("0.b").castTo(DataType.INT32));
        rewrite(tensors);
        refused("tensor '0.b' must be floating-point, got I32");
        tensors.put("0.b", flawless.get("0.b").dup().putScalar(3, Float.NaN));
        rewrite(tensors);
        refused("tensor '0.b' must be finite numbers, got NaN or infinity");
        tensors.put("0.b", flawless.get("0.b").dup().putScalar(3, Float.NEGATIVE_INFINITY));
        rewrite(tensors);
        refused("tensor '0.b' must be finite numbers, got NaN or infinity");
        tensors.remove("0.b");
        rewrite(tensors);
        refused("configuration must be a MultiLayerNetwork of 43 parameters, got: ");
        tensors.put("0.c", flawless.get("0.b"));
        rewrite(tensors);
        refused("tensor '0.c' must be a parameter of the model, got no such parameter");
    }

    @Test
    void aConfigurationCannotAskForMoreMemoryThanTheFileHasBytes() throws IOException {
        replaceInConfiguration("\"nout\" : 8", "\"nout\" : 2000000000");
        refused("configuration must be a MultiLayerNetwork of 51 parameters, got: ");
    }

    @Test
    void aClassFromElsewhereIsNeverMade() throws IOException {
        replaceInConfiguration(
                "\"@class\" : \"org.nd4j.linalg.learning.config.Sgd\"",
                "\"@class\" : \"java.util.ArrayList\"");
        refused("got 'java.util.ArrayList'");
    }

    @Test
    void anotherKindOrVersionIsRefused() throws IOException {
        var file = folder.resolve("model.json");
        var json = Files.readString(file);
        for (var change :
                List.of(
                        json.replace("\"version\": 1", "\"version\": 2"),
                        json.replace("MultiLayerNetwork", "Perceptron"),
                        json.replace("dl4j-primer-model", "other"),
                        "{}",
                        "null")) {
            assertFalse(change.equals(json));
            Files.writeString(file, change);
            refused("model.json must describe a dl4j-primer-model of version 1");
        }
        Files.writeString(file, json.replace("MultiLayerNetwork", "ComputationGraph"));
        refused("configuration must be a ComputationGraph");
    }

    private void replaceInConfiguration(String from, String to) throws IOException {
        var file = folder.resolve("configuration.json");
        var json = Files.readString(file);
        assertTrue(json.contains(from), json);
        Files.writeString(file, json.replace(from, to));
    }

    private void rewrite(Map<String, INDArray> tensors) {
        SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of());
    }

    private void refused(String expected) {
        var error = assertThrows(BadInput.class, () -> ModelFolder.load(folder));
        assertTrue(error.getMessage().contains(expected), error.getMessage());
        assertFalse(error.getMessage().contains("\n"), error.getMessage());
    }
}
