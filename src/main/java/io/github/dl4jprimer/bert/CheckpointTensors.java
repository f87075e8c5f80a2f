package io.github.dl4jprimer.bert;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.TensorInfo;
import io.github.dl4jprimer.safetensors.TensorSource;
import io.github.dl4jprimer.torchfile.TorchFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a checkpoint directory under the names of today, whatever file they are in.
 *
 * @param directory where they are, for error messages
 * @param source the files
 * @param names the names in the files, by the names of today
 */
record CheckpointTensors(Path directory, TensorSource source, Map<String, String> names)
        implements AutoCloseable {
    private static final Pattern BLOCK =
            Pattern.compile("bert[.]encoder[.]layer[.]([0-9]{1,9})[.].*");

    /**
     * Opens the weights of a directory: {@code model.safetensors}, its parts, or {@code
     * pytorch_model.bin}.
     *
     * @throws BadInput if there are none, or they are broken
     */
    static CheckpointTensors open(Path directory) {
        var source = source(directory);
        try {
            var names = HuggingFaceNames.byName(source.tensors().keySet(), directory);
            return new CheckpointTensors(directory, source, names);
        } catch (BadInput e) {
            source.close();
            throw e;
        }
    }

    /** Opens the files alone: the safest there are, and PyTorch's own if there are no others. */
    static TensorSource source(Path directory) {
        var whole = directory.resolve("model.safetensors");
        if (Files.exists(whole)) {
            return SafetensorsFile.open(whole);
        }
        var index = directory.resolve("model.safetensors.index.json");
        if (Files.exists(index)) {
            return ShardedTensors.open(index);
        }
        var torch = directory.resolve("pytorch_model.bin");
        if (Files.exists(torch)) {
            return TorchFile.open(torch);
        }
        throw new BadInput(
                "checkpoint must have model.safetensors or pytorch_model.bin, got none (%s). Pass a HuggingFace directory."
                        .formatted(directory));
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    /** Returns whether any of these tensors is there. */
    boolean hasAny(Collection<TensorPlace> places) {
        return places.stream().anyMatch(place -> has(place.name()));
    }

    /** Returns what the file says about a tensor. */
    TensorInfo info(String name) {
        return source.tensors().get(names.get(name));
    }

    /** Reads a tensor into an array of its shape. */
    void readInto(String name, INDArray target) {
        source.readInto(names.get(name), target);
    }

    /** Returns what keeps a tensor out of its place, a sentence, or nothing if it fits. */
    Optional<String> misfit(TensorPlace place) {
        var name = place.name();
        if (!has(name)) {
            return Optional.of(
                    "tensor '%s' must be in the checkpoint, got none of this name".formatted(name));
        }
        var info = info(name);
        if (!info.shape().equals(place.shape())) {
            return Optional.of(
                    "tensor '%s' must be %s as config.json says, got %s"
                            .formatted(name, place.shape(), BadInput.shown(info.shape())));
        }
        if (info.type().readAs() == null || !info.type().readAs().isFPType()) {
            return Optional.of(
                    "tensor '%s' must be floating-point, got %s".formatted(name, info.type()));
        }
        return Optional.empty();
    }

    /**
     * Requires that all tensors fit, before any memory is asked for.
     *
     * @throws BadInput with the first that does not
     */
    void require(List<TensorPlace> places) {
        for (var place : places) {
            misfit(place)
                    .ifPresent(
                            sentence -> {
                                throw refused(sentence);
                            });
        }
    }

    /**
     * Requires that the configuration does not leave blocks out.
     *
     * @throws BadInput if there are weights of a block that is not among the first {@code count}
     */
    void requireNoBlockFrom(int count) {
        for (var name : names.keySet()) {
            var block = BLOCK.matcher(name);
            if (block.matches() && Integer.parseInt(block.group(1)) >= count) {
                throw refused(
                        "num_hidden_layers must count all blocks, got %d and tensor '%s'"
                                .formatted(count, BadInput.shown(name)));
            }
        }
    }

    /** Returns the error for a checkpoint that does not fit together. */
    BadInput refused(String sentence) {
        return new BadInput(
                "%s (%s). Use the files of one BERT checkpoint.".formatted(sentence, directory));
    }

    @Override
    public void close() {
        source.close();
    }
}
