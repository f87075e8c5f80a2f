package io.github.dl4jprimer.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the reference values under {@code src/test/resources/golden}, made with PyTorch in float64.
 *
 * <p>A tensor is {@code {"dtype", "shape", "data"}} with its data flat in row-major order.
 */
public final class Golden {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Returns the file {@code name}, for example {@code "optimizers/adam"}. */
    public static JsonObject read(String name) {
        try (var in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no golden file " + name);
            }
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files of a folder in alphabetical order, each with the folder: "losses/bce". */
    public static List<String> files(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> folder + "/" + name.replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of a file's cases or problems; the file is one case if it has neither. */
    public static List<String> cases(String file) {
        var json = read(file);
        if (json.has("problems")) {
            return List.copyOf(json.getAsJsonObject("problems").keySet());
        }
        return json.has("cases")
                ? json.getAsJsonArray("cases").asList().stream()
                        .map(one -> one.getAsJsonObject().get("name").getAsString())
                        .toList()
                : List.of("whole");
    }

    /** Returns one case of a file. */
    public static JsonObject find(String file, String name) {
        for (var one : read(file).getAsJsonArray("cases")) {
            if (one.getAsJsonObject().get("name").getAsString().equals(name)) {
                return one.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("no case " + name + " in " + file);
    }

    /** Returns every case there is, as {@code folder/file#case}; inputs are no cases. */
    public static Set<String> everything() {
        try (var folders = Files.walk(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(ROOT))
                    .map(folder -> ROOT.relativize(folder).toString().replace('\\', '/'))
                    .flatMap(folder -> files(folder).stream())
                    .filter(file -> !file.matches("bert-tiny/(?!.*/expected).*"))
                    .flatMap(file -> cases(file).stream().map(name -> file + "#" + name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a tensor as an array of the given floating-point type and of the tensor's shape. */
    public static INDArray tensor(JsonElement tensor, DataType type) {
        var json = tensor.getAsJsonObject();
        return Nd4j.createFromArray(doubles(json))
                .reshape('c', longs(json.getAsJsonArray("shape")))
                .castTo(type);
    }

    /** Returns a tensor in double precision. */
    public static INDArray tensor(JsonElement tensor) {
        return tensor(tensor, DataType.DOUBLE);
    }

    /** Returns a tensor's data, flat. */
    public static double[] doubles(JsonElement tensor) {
        return StreamSupport.stream(
                        tensor.getAsJsonObject().getAsJsonArray("data").spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    private static long[] longs(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonElement::getAsLong)
                .toArray();
    }
}
