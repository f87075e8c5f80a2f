package io.github.dl4jprimer.bert;

import com.google.gson.JsonElement;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.TensorInfo;
import io.github.dl4jprimer.safetensors.TensorSource;
import io.github.dl4jprimer.safetensors.TensorType;
import io.github.dl4jprimer.torchfile.TorchFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a folder of a model or a file of tensors holds, and what is wrong with it.
 *
 * <p>A folder may be HuggingFace's, with a {@code config.json}, one of {@link ModelFolder}, with a
 * {@code model.json}, or hold nothing but weights. All numbers are read, one tensor at a time.
 *
 * @param path the folder or file
 * @param format how the weights are stored
 * @param configuration what {@code config.json} or {@code model.json} says, by key; empty if there
 *     is none
 * @param tensors in the order of the file
 * @param problems a sentence each
 */
public record Inspection(
        Path path,
        String format,
        Map<String, JsonElement> configuration,
        List<TensorInfo> tensors,
        List<String> problems) {
    private static final String CHECKPOINT = "config.json";
    private static final String MODEL = "model.json";

    /** Copies the lists. */
    public Inspection {
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
        tensors = List.copyOf(tensors);
        problems = List.copyOf(problems);
    }

    /**
     * Looks through a folder or a file.
     *
     * @throws BadInput if there is none, or it cannot be read
     */
    public static Inspection of(Path path) {
        if (!Files.exists(path)) {
            throw new BadInput(
                    "model must be a folder or a file of tensors, got nothing (%s). Check the path."
                            .formatted(path));
        }
        if (!Files.isDirectory(path)) {
            return inspect(path, file(path), Map.of(), Optional.empty());
        }
        if (Files.exists(path.resolve(MODEL))) {
            var configuration = JsonFile.read(path.resolve(MODEL)).json().asMap();
            var problems = Optional.of(model(path));
            var source = SafetensorsFile.open(path.resolve("model.safetensors"));
            return inspect(path, source, configuration, problems);
        }
        if (Files.exists(path.resolve(CHECKPOINT))) {
            var configuration = JsonFile.read(path.resolve(CHECKPOINT)).json().asMap();
            var problems = Optional.of(checkpoint(path));
            return inspect(path, CheckpointTensors.source(path), configuration, problems);
        }
        return inspect(path, CheckpointTensors.source(path), Map.of(), Optional.empty());
    }

    /** Returns the number of floating-point numbers, tied copies counted as often as they are. */
    public long parameters() {
        return tensors.stream()
                .filter(Inspection::isFloatingPoint)
                .mapToLong(TensorInfo::length)
                .sum();
    }

    /** Returns the bytes of all tensors of each type. */
    public Map<TensorType, Long> bytesByType() {
        var bytes = new EnumMap<TensorType, Long>(TensorType.class);
        tensors.forEach(tensor -> bytes.merge(tensor.type(), tensor.bytes(), Long::sum));
        return bytes;
    }

    private static TensorSource file(Path path) {
        return path.getFileName().toString().matches(".*[.](bin|pt|pth)")
                ? TorchFile.open(path)
                : SafetensorsFile.open(path);
    }

    /**
     * Puts an answer together, and closes the source.
     *
     * @param known the problems that whoever knows the tensors' meaning has found; none if nobody
     *     does, and their numbers are still to be looked at
     */
    private static Inspection inspect(
            Path path,
            TensorSource source,
            Map<String, JsonElement> configuration,
            Optional<List<String>> known) {
        try (source) {
            var tensors = source.tensors().values();
            var problems = new ArrayList<>(known.orElse(List.of()));
            if (tensors.isEmpty()) {
                problems.add("weights must be at least one tensor, got none");
            }
            for (var tensor : tensors) {
                if (known.isEmpty() && !isFinite(tensor, source)) {
                    problems.add(CheckpointNetwork.notFinite(BadInput.shown(tensor.name())));
                }
            }
            return new Inspection(
                    path, format(source), configuration, List.copyOf(tensors), problems);
        }
    }

    private static String format(TensorSource source) {
        if (source instanceof TorchFile torch) {
            return "PyTorch (%s)".formatted(torch.format());
        }
        return source instanceof ShardedTensors sharded
                ? "safetensors (%d files)".formatted(sharded.numFiles())
                : "safetensors";
    }

    /** Returns what is wrong with a model's folder, which is read as whoever uses it does. */
    private static List<String> model(Path folder) {
        try {
            ModelFolder.load(folder);
            return List.of();
        } catch (BadInput e) {
            return List.of(e.getMessage());
        }
    }

    private static List<String> checkpoint(Path folder) {
        try (var checkpoint = BertCheckpoint.open(folder)) {
            return checkpoint.problems();
        } catch (BadInput e) {
            return List.of(e.getMessage());
        }
    }

    private static boolean isFinite(TensorInfo tensor, TensorSource source) {
        if (!isFloatingPoint(tensor) || tensor.length() == 0) {
            return true;
        }
        try (var array = Nd4j.createUninitialized(tensor.type().readAs(), tensor.dimensions())) {
            source.readInto(tensor.name(), array);
            return CheckpointNetwork.isFinite(array);
        }
    }

    private static boolean isFloatingPoint(TensorInfo tensor) {
        return tensor.type().readAs() != null && tensor.type().readAs().isFPType();
    }
}
