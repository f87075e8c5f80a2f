package io.github.dl4jprimer.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model as a folder of data, with nothing in it that runs when it is loaded:
 *
 * <pre>
 * model.json           format, kind of network, number of labels, extras
 * configuration.json   DL4J's configuration
 * model.safetensors    parameters by name ("0.W" [nIn, nOut]), row-major
 * labels.txt           one class name a line
 * </pre>
 *
 * <p>A folder appears whole or not at all, and replaces an older one in one step.
 */
public final class ModelFolder {
    private static final String FORMAT = "dl4j-primer-model";
    private static final String STACK = "MultiLayerNetwork";
    private static final String GRAPH = "ComputationGraph";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ModelFolder() {}

    /** What model.json holds. */
    private record Header(
            String format, int version, String kind, int labels, Map<String, String> extras) {}

    /**
     * Saves a model.
     *
     * @param labels class names in index order, may be empty
     * @param extras whatever its reader should know, by key
     */
    public static void save(
            Path folder, Model model, List<String> labels, Map<String, String> extras) {
        save(folder, model, labels, extras, path -> {});
    }

    /**
     * Saves a model together with files of the caller's.
     *
     * @param further writes them into the folder it is given, before that gets its name
     * @throws IllegalArgumentException if a label has more than one line
     */
    public static void save(
            Path folder,
            Model model,
            List<String> labels,
            Map<String, String> extras,
            AtomicWrite.Content further) {
        for (var label : labels) {
            if (label.isBlank() || label.lines().count() != 1) {
                throw new IllegalArgumentException(
                        "label must be one line of text, got '%s'. Rename the class."
                                .formatted(label));
            }
        }
        var network = Network.of(model);
        var graph = model instanceof ComputationGraph;
        var header = new Header(FORMAT, 1, graph ? GRAPH : STACK, labels.size(), extras);
        AtomicWrite.folder(
                folder,
                path -> {
                    Files.writeString(path.resolve("model.json"), GSON.toJson(header) + "\n");
                    Files.writeString(path.resolve("configuration.json"), json(model));
                    SafetensorsWriter.write(
                            path.resolve("model.safetensors"),
                            network.parameters(),
                            Map.of("format", "pt"));
                    Files.write(path.resolve("labels.txt"), labels);
                    further.writeTo(path);
                });
    }

    /**
     * Loads a model.
     *
     * @throws BadInput if a file is missing, broken or does not fit the others
     */
    public static SavedModel load(Path folder) {
        var header = header(folder);
        var labels = List.of(text(folder.resolve("labels.txt")).split("\n", -1));
        labels = labels.subList(0, labels.size() - 1);
        if (labels.size() != header.labels()) {
            throw new BadInput(
                    "labels.txt must have %d lines, got %d (%s). Save the model again."
                            .formatted(header.labels(), labels.size(), folder));
        }
        return new SavedModel(network(folder, header.kind()).model(), labels, header.extras());
    }

    /** Writes the zip of DL4J's ModelSerializer, for projects that do not know this folder. */
    public static void exportZip(Model model, Path zip) {
        AtomicWrite.file(zip, path -> ModelSerializer.writeModel(model, path.toFile(), false));
    }

    private static boolean isFinite(INDArray array) {
        return array.isEmpty() || !(array.isNaN().any() || array.isInfinite().any());
    }

    private static String json(Model model) {
        return model instanceof ComputationGraph graph
                ? graph.getConfiguration().toJson()
                : ((MultiLayerNetwork) model).getLayerWiseConfigurations().toJson();
    }

    private static Header header(Path folder) {
        var path = folder.resolve("model.json");
        try {
            var header = GSON.fromJson(text(path), Header.class);
            if (header != null
                    && FORMAT.equals(header.format())
                    && header.version() == 1
                    && header.extras() != null
                    && List.of(STACK, GRAPH).contains(header.kind())) {
                return header;
            }
        } catch (JsonParseException e) {
            // answered below, like any other content that is not a header
        }
        throw new BadInput(
                "model.json must describe a %s of version 1, got something else (%s). Save the model again."
                        .formatted(FORMAT, path));
    }

    private static Network network(Path folder, String kind) {
        var path = folder.resolve("configuration.json");
        var json = text(path);
        TrustedConfiguration.check(json, path);
        try (var file = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
            long length = file.tensors().values().stream().mapToLong(t -> t.length()).sum();
            var network = create(json, kind, length, path);
            fill(network, file, folder);
            return network;
        }
    }

    /**
     * Makes the network around an array as long as the file's tensors, so that a forged
     * configuration cannot ask for more memory than the file has bytes.
     */
    private static Network create(String json, String kind, long length, Path path) {
        try {
            if (kind.equals(GRAPH)) {
                var graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
                graph.init(empty(graph.getConfiguration().getDataType(), length), false);
                return Network.of(graph);
            }
            var stack = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
            stack.init(empty(stack.getLayerWiseConfigurations().getDataType(), length), false);
            return Network.of(stack);
        } catch (RuntimeException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new BadInput(
                    "configuration must be a %s of %d parameters, got: %s (%s). Save the model again."
                            .formatted(kind, length, reason, path),
                    e);
        }
    }

    private static INDArray empty(DataType type, long length) {
        return length == 0 ? null : Nd4j.create(type, 1, length);
    }

    private static void fill(Network network, SafetensorsFile file, Path folder) {
        var parameters = network.parameters();
        for (var name : file.tensors().keySet()) {
            if (!parameters.containsKey(name)) {
                throw new BadInput(
                        "tensor '%s' must be a parameter of the model, got no such parameter (%s). Save the model again."
                                .formatted(name, folder));
            }
        }
        parameters.forEach(
                (name, parameter) -> {
                    file.readInto(name, parameter);
                    if (!isFinite(parameter)) {
                        throw new BadInput(
                                "tensor '%s' must be finite numbers, got NaN or infinity (%s). Train the model again."
                                        .formatted(name, folder));
                    }
                });
    }

    private static String text(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "model folder must have %s, got none (%s). Pass the folder that a model was saved in."
                            .formatted(path.getFileName(), path));
        }
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new BadInput(
                    "%s must be UTF-8, got other bytes (%s). Save the model again."
                            .formatted(path.getFileName(), path),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
