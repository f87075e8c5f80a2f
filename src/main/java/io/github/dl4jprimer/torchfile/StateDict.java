package io.github.dl4jprimer.torchfile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the named tensors in what a pickle built.
 *
 * <ol>
 *   <li>The value must be a dict. If no entry of it is a tensor, the first of {@code state_dict},
 *       {@code model_state_dict}, {@code model} and {@code module} that is a dict stands for it, as
 *       training programs wrap it with the epoch and the like.
 *   <li>Its entries that are tensors are taken, in their order; the rest is passed over.
 *   <li>If every name begins with {@code module.}, as {@code torch.nn.DataParallel} makes them, the
 *       prefix is dropped.
 * </ol>
 */
final class StateDict {
    private static final List<String> WRAPPERS =
            List.of("state_dict", "model_state_dict", "model", "module");
    private static final String PREFIX = "module.";

    /** So many times a file's size its tensors may have, because tensors can share a storage. */
    private static final int MOST_SHARING = 100;

    private StateDict() {}

    /**
     * Returns the tensors by name.
     *
     * @param fileBytes size of the file, which bounds that of all tensors together
     */
    static Map<String, TorchTensor> tensors(Object value, Path file, long fileBytes) {
        if (!(value instanceof Pickled.Dict dict)) {
            throw noTensors(Pickled.kind(value), file);
        }
        var tensors = tensorsOf(dict, file);
        for (var wrapper : WRAPPERS) {
            if (tensors.isEmpty() && dict.entries().get(wrapper) instanceof Pickled.Dict inner) {
                tensors = tensorsOf(inner, file);
            }
        }
        if (tensors.isEmpty()) {
            throw noTensors("a dict of " + keys(dict), file);
        }
        checkSize(tensors, file, fileBytes);
        return withoutPrefix(tensors);
    }

    private static Map<String, TorchTensor> tensorsOf(Pickled.Dict dict, Path file) {
        var tensors = new LinkedHashMap<String, TorchTensor>();
        dict.entries()
                .forEach(
                        (key, value) -> {
                            if (value instanceof TorchTensor tensor) {
                                if (!(key instanceof String name)) {
                                    throw noTensors("one by number " + key, file);
                                }
                                tensors.put(name, tensor);
                            }
                        });
        return tensors;
    }

    /**
     * Refuses tensors that together are much larger than the file: whoever reads them all would
     * never end.
     */
    private static void checkSize(Map<String, TorchTensor> tensors, Path file, long fileBytes) {
        double bytes = 0;
        for (var tensor : tensors.values()) {
            bytes += (double) tensor.length() * tensor.storage().type().bytes();
        }
        if (bytes > (double) MOST_SHARING * fileBytes) {
            throw Refusal.broken(
                    "tensors that share numbers at most %d times".formatted(MOST_SHARING),
                    "tensors of %.0f bytes in a file of %d".formatted(bytes, fileBytes),
                    file);
        }
    }

    private static Map<String, TorchTensor> withoutPrefix(Map<String, TorchTensor> tensors) {
        if (!tensors.keySet().stream().allMatch(name -> name.startsWith(PREFIX))) {
            return tensors;
        }
        var bare = new LinkedHashMap<String, TorchTensor>();
        tensors.forEach((name, tensor) -> bare.put(name.substring(PREFIX.length()), tensor));
        return bare;
    }

    private static String keys(Pickled.Dict dict) {
        return dict.entries().keySet().stream()
                .limit(5)
                .map(Pickled::kind)
                .collect(Collectors.joining(", ", "{", dict.entries().size() > 5 ? ", …}" : "}"));
    }

    private static RuntimeException noTensors(String got, Path file) {
        return Refusal.unsupported("tensors by name", got, file);
    }
}
