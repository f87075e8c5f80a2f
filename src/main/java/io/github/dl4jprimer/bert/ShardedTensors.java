package io.github.dl4jprimer.bert;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.TensorInfo;
import io.github.dl4jprimer.safetensors.TensorSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a model whose safetensors are in several files, with an index that tells which
 * tensor is in which:
 *
 * <pre>{"weight_map": {"bert.pooler.dense.bias": "model-00002-of-00002.safetensors", ...}}</pre>
 *
 * <p>Index and files must name the same tensors, each once.
 */
final class ShardedTensors implements TensorSource {
    private final Map<String, SafetensorsFile> files = new TreeMap<>();
    private final Map<String, SafetensorsFile> places = new LinkedHashMap<>();
    private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

    private ShardedTensors() {}

    /**
     * Opens the files that an index names.
     *
     * @throws BadInput if the index is broken, names a file outside its folder, or tensors and
     *     files do not fit it
     */
    static ShardedTensors open(Path index) {
        var sharded = new ShardedTensors();
        try {
            sharded.openAll(JsonFile.read(index));
            return sharded;
        } catch (RuntimeException e) {
            sharded.close();
            throw e;
        }
    }

    private void openAll(JsonFile index) {
        if (!(index.get("weight_map") instanceof JsonObject map)) {
            throw index.refused("weight_map", "an object", index.get("weight_map"));
        }
        for (var entry : map.entrySet()) {
            var key = "weight_map[\"%s\"]".formatted(BadInput.shown(entry.getKey()));
            var value = entry.getValue();
            // A name that leads elsewhere must not be opened, whatever is there.
            if (!value.isJsonPrimitive()
                    || !value.getAsString().matches("[\\w-][\\w.-]{0,200}[.]safetensors")) {
                throw index.refused(key, "a safetensors file of this folder", value);
            }
            add(index, key, entry.getKey(), value.getAsString());
        }
        for (var file : files.entrySet()) {
            for (var name : file.getValue().tensors().keySet()) {
                if (places.get(name) != file.getValue()) {
                    var key = "weight_map[\"%s\"]".formatted(BadInput.shown(name));
                    throw index.refused(key, file.getKey() + ", which holds it", map.get(name));
                }
            }
        }
    }

    private void add(JsonFile index, String key, String name, String fileName) {
        var file = files.get(fileName);
        if (file == null) {
            file = SafetensorsFile.open(index.path().resolveSibling(fileName));
            files.put(fileName, file);
        }
        var info = file.tensors().get(name);
        if (info == null) {
            throw index.refused(key, "a file that holds this tensor", fileName);
        }
        places.put(name, file);
        tensors.put(name, info);
    }

    int numFiles() {
        return files.size();
    }

    @Override
    public Map<String, TensorInfo> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    @Override
    public void readInto(String name, INDArray target) {
        var file = places.get(name);
        if (file == null) {
            throw new BadInput(
                    "tensor '%s' must be in the index, got none of this name (%s). Use the files that belong to this model."
                            .formatted(BadInput.shown(name), files.keySet()));
        }
        file.readInto(name, target);
    }

    @Override
    public void close() {
        files.values().forEach(SafetensorsFile::close);
    }
}
