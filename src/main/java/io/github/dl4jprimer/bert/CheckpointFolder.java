package io.github.dl4jprimer.bert;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import io.github.dl4jprimer.transformer.EncoderBlock;
import io.github.dl4jprimer.transformer.TokenEmbedding;
import io.github.dl4jprimer.transformer.TokenOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a checkpoint directory is written from.
 *
 * @param network whose parameters are the tensors
 * @param config what the network was built from
 * @param tokenizer of the texts it was trained on
 * @param places where HuggingFace's tensors are in the network, by name as Python sorts them
 */
record CheckpointFolder(
        ComputationGraph network,
        BertConfig config,
        BertTokenizer tokenizer,
        TreeMap<String, TensorPlace> places) {

    /**
     * Checks that the network is one that HuggingFace has, and is what the configuration says.
     *
     * @throws IllegalArgumentException if not
     */
    static CheckpointFolder of(
            ComputationGraph network, BertConfig config, BertTokenizer tokenizer) {
        var list = new ArrayList<>(BertTensors.encoder(config));
        if (layer(network, "output") instanceof TokenOutput) {
            list.addAll(BertTensors.predictions(config));
        } else if (layer(network, "output") instanceof OutputLayer output) {
            same("labels", config.labels().size(), output.getNOut());
            list.addAll(BertTensors.pooler(config));
            list.addAll(BertTensors.classifier(config, output.getNOut()));
        }
        same("parameters", list.stream().mapToLong(TensorPlace::length).sum(), network.numParams());
        checkSettings(network, config);
        int tokens = tokenizer.vocabulary().size();
        int known = config.embedding().vocabularySize();
        if (tokens > known) {
            throw new IllegalArgumentException(
                    "tokenizer must have at most the %d tokens of the network, got %d. Save it with its own tokenizer."
                            .formatted(known, tokens));
        }
        var places = new TreeMap<String, TensorPlace>();
        list.forEach(place -> places.put(place.name(), place));
        return new CheckpointFolder(network, config, tokenizer, places);
    }

    private static void checkSettings(ComputationGraph network, BertConfig config) {
        if (layer(network, "embedding") instanceof TokenEmbedding embedding) {
            same("embedding", config.embedding(), embedding.settings());
        }
        for (int i = 0; i < config.numLayers(); i++) {
            if (layer(network, "block" + i) instanceof EncoderBlock block) {
                same("encoder", config.encoder(), block.settings());
            }
        }
    }

    /** Returns a layer's configuration, or null if there is no such layer. */
    private static Layer layer(ComputationGraph network, String name) {
        var vertex = network.getVertex(name);
        return vertex == null || !vertex.hasLayer() ? null : vertex.getLayer().conf().getLayer();
    }

    private static void same(String what, Object expected, Object got) {
        if (!String.valueOf(expected).equals(String.valueOf(got))) {
            throw new IllegalArgumentException(
                    "network's %s must be %s as in its BertConfig, got %s. Save a classifier with a pooler or a masked language model with the configuration it was built from."
                            .formatted(what, expected, got));
        }
    }

    /** Writes the directory whole, or not at all. */
    void write(Path directory) {
        AtomicWrite.folder(directory, this::writeFiles);
    }

    private void writeFiles(Path folder) throws IOException {
        Files.writeString(folder.resolve("config.json"), describedConfig().toJson());
        TokenizerFiles.write(folder, tokenizer, config.embedding().maxLength());
        var tensors = new LinkedHashMap<String, INDArray>();
        places.forEach((name, place) -> tensors.put(name, place.view(network)));
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
    }

    /** The configuration with what it says about the class and the precision in Python. */
    private BertConfig describedConfig() {
        var others = new TreeMap<String, JsonElement>(config.others());
        var architectures = new JsonArray();
        architectures.add(
                places.containsKey("classifier.weight")
                        ? "BertForSequenceClassification"
                        : "BertForMaskedLM");
        others.put("architectures", architectures);
        // Saved as it is in memory, whatever the precision of the file it once came from.
        var isDouble = network.params().dataType() == DataType.DOUBLE;
        others.replace("torch_dtype", new JsonPrimitive(isDouble ? "float64" : "float32"));
        return new BertConfig(
                config.embedding(),
                config.encoder(),
                config.numLayers(),
                config.classifierDropoutRate(),
                config.initializerRange(),
                config.labels(),
                others);
    }
}
