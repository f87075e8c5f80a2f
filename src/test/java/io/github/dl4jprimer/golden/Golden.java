package io.github.dl4jprimer.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
