package io.github.dl4jprimer.safetensors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes named arrays as a safetensors file, row-major whatever their order in memory, so that
 * Python sees the shapes Java sees.
 */
public final class SafetensorsWriter {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private SafetensorsWriter() {}

    /**
     * Writes a file, replacing one that exists in one step.
     *
     * @param tensors DOUBLE, FLOAT, LONG or INT arrays by name, in the order they are written
     * @param metadata free text by key
     * @throws IllegalArgumentException if an array is of another type
     */
    public static void write(
            Path path, Map<String, INDArray> tensors, Map<String, String> metadata) {
        var start = start(tensors, metadata);
        AtomicWrite.file(path, aside -> write(aside, start, tensors));
    }

    private static void write(Path path, ByteBuffer start, Map<String, INDArray> tensors)
            throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            while (start.hasRemaining()) {
                channel.write(start);
            }
            for (var tensor : tensors.values()) {
                if (!tensor.isEmpty()) {
                    var plain = ArrayBytes.isPlain(tensor, tensor.dataType());
                    ArrayBytes.write(channel, plain ? tensor : tensor.dup('c'));
                }
            }
        }
    }

    /**
     * Returns the length field and the header, padded so that the data starts at a multiple of 8.
     */
    private static ByteBuffer start(Map<String, INDArray> tensors, Map<String, String> metadata) {
        var json = header(tensors, metadata).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        var buffer = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(padded).put(json);
        while (buffer.hasRemaining()) {
            buffer.put((byte) ' ');
        }
        return buffer.flip();
    }

    private static String header(Map<String, INDArray> tensors, Map<String, String> metadata) {
        var header = new JsonObject();
        if (!metadata.isEmpty()) {
            header.add("__metadata__", GSON.toJsonTree(metadata));
        }
        long begin = 0;
        for (var entry : tensors.entrySet()) {
            var type = TensorType.of(entry.getValue().dataType());
            long end = begin + entry.getValue().length() * type.bytes();
            var offsets = new JsonArray();
            offsets.add(begin);
            offsets.add(end);
            var tensor = new JsonObject();
            tensor.addProperty("dtype", type.name());
            tensor.add("shape", GSON.toJsonTree(entry.getValue().shape()));
            tensor.add("data_offsets", offsets);
            header.add(entry.getKey(), tensor);
            begin = end;
        }
        return GSON.toJson(header);
    }
}
