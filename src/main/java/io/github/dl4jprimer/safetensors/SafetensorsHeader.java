package io.github.dl4jprimer.safetensors;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file, read strictly.
 *
 * <pre>{"__metadata__": {"format": "pt"},
 *  "0.W": {"dtype": "F32", "shape": [4, 3], "data_offsets": [0, 48]}, ...}</pre>
 *
 * <p>It is refused unless names are unique, every tensor has a known type, whole non-negative sizes
 * and as many bytes as they need, and the tensors fill the data without overlap or hole.
 *
 * @param metadata free text by key
 * @param tensors by name, in the header's order
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorInfo> tensors) {
    /** Parses a header and checks it against the number of data bytes behind it. */
    static SafetensorsHeader parse(String json, long dataBytes, String file) {
        try (var reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            var header = new Parser(reader, file).header();
            checkRanges(header.tensors(), dataBytes, file);
            return header;
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw refused("a JSON object of tensors", "malformed JSON", file);
        } catch (IOException e) {
            throw refused("complete JSON", "an early end", file);
        }
    }

    private static void checkRanges(Map<String, TensorInfo> tensors, long bytes, String file) {
        var sorted = new ArrayList<>(tensors.values());
        sorted.sort(Comparator.comparingLong(TensorInfo::begin).thenComparing(TensorInfo::end));
        long expected = 0;
        for (var tensor : sorted) {
            if (tensor.begin() != expected) {
                throw refused(
                        "tensors side by side, '%s' at byte %d"
                                .formatted(BadInput.shown(tensor.name()), expected),
                        "byte " + tensor.begin(),
                        file);
            }
            expected = tensor.end();
        }
        if (expected != bytes) {
            throw refused(expected + " bytes of tensors", bytes + " bytes", file);
        }
    }

    private static BadInput refused(String expected, Object got, String file) {
        return new BadInput(
                "safetensors file must hold %s, got %s (%s). Copy or download the file again."
                        .formatted(expected, BadInput.shown(got), file));
    }

    /** Walks the JSON token by token, because a parsed tree would hide a name given twice. */
    private record Parser(JsonReader reader, String file) {
        SafetensorsHeader header() throws IOException {
            var tensors = new LinkedHashMap<String, TensorInfo>();
            Map<String, String> metadata = null;
            reader.beginObject();
            while (reader.hasNext()) {
                var name = reader.nextName();
                if (name.equals("__metadata__")) {
                    unique(metadata == null, name);
                    metadata = metadata();
                } else {
                    unique(tensors.put(name, tensor(name)) == null, name);
                }
            }
            reader.endObject();
            // A strict reader throws if anything but white space follows.
            var end = reader.peek();
            if (end != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("something follows the header: " + end);
            }
            return new SafetensorsHeader(metadata == null ? Map.of() : metadata, tensors);
        }

        private Map<String, String> metadata() throws IOException {
            var entries = new LinkedHashMap<String, String>();
            reader.beginObject();
            while (reader.hasNext()) {
                var key = reader.nextName();
                if (reader.peek() != JsonToken.STRING) {
                    throw refused("text in __metadata__", reader.peek(), file);
                }
                unique(entries.put(key, reader.nextString()) == null, key);
            }
            reader.endObject();
            return entries;
        }

        private TensorInfo tensor(String name) throws IOException {
            TensorType type = null;
            List<Long> shape = null;
            List<Long> offsets = null;
            reader.beginObject();
            while (reader.hasNext()) {
                var key = reader.nextName();
                switch (key) {
                    case "dtype" -> {
                        unique(type == null, name + "." + key);
                        type = type(name);
                    }
                    case "shape" -> {
                        unique(shape == null, name + "." + key);
                        shape = wholeNumbers(name);
                    }
                    case "data_offsets" -> {
                        unique(offsets == null, name + "." + key);
                        offsets = wholeNumbers(name);
                    }
                    default ->
                            throw refused(
                                    "dtype, shape, data_offsets of " + BadInput.shown(name),
                                    key,
                                    file);
                }
            }
            reader.endObject();
            if (type == null || shape == null || offsets == null || offsets.size() != 2) {
                throw refused(
                        "dtype, shape and two data_offsets of " + BadInput.shown(name),
                        "less or more",
                        file);
            }
            return checked(new TensorInfo(name, type, shape, offsets.get(0), offsets.get(1)));
        }

        private TensorInfo checked(TensorInfo tensor) {
            long bytes = tensor.type().bytes();
            try {
                for (long size : tensor.shape()) {
                    bytes = Math.multiplyExact(bytes, size);
                }
            } catch (ArithmeticException e) {
                bytes = -1;
            }
            if (bytes != tensor.bytes()) {
                throw refused(
                        "as many bytes as shape %s of '%s' needs"
                                .formatted(
                                        BadInput.shown(tensor.shape()),
                                        BadInput.shown(tensor.name())),
                        tensor.bytes(),
                        file);
            }
            return tensor;
        }

        private TensorType type(String name) throws IOException {
            var text = reader.nextString();
            for (var type : TensorType.values()) {
                if (type.name().equals(text)) {
                    return type;
                }
            }
            throw refused("a known dtype of '" + BadInput.shown(name) + "'", text, file);
        }

        private List<Long> wholeNumbers(String name) throws IOException {
            var numbers = new ArrayList<Long>();
            reader.beginArray();
            while (reader.hasNext()) {
                var isNumber = reader.peek() == JsonToken.NUMBER;
                var text = reader.nextString();
                if (!isNumber || !text.matches("\\d{1,18}")) {
                    throw refused(
                            "whole numbers >= 0 in '" + BadInput.shown(name) + "'", text, file);
                }
                numbers.add(Long.valueOf(text));
            }
            reader.endArray();
            return numbers;
        }

        private void unique(boolean first, String name) {
            if (!first) {
                throw refused("unique names", "'" + BadInput.shown(name) + "' twice", file);
            }
        }
    }
}
