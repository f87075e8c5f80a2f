package io.github.dl4jprimer.bert;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON object somebody else wrote, whose values are checked as they are asked for; a key that is
 * missing or {@code null} has its default.
 *
 * @param json the object
 * @param path where it came from, for error messages
 */
record JsonFile(JsonObject json, Path path) {
    /** Much more than any settings have, and little enough to parse. */
    private static final long MAX_BYTES = 64L << 20;

    /**
     * Reads a file strictly.
     *
     * @throws BadInput if it is not there or is no JSON object
     */
    static JsonFile read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "%s must be a file, got nothing (%s). Pass a HuggingFace directory."
                            .formatted(path.getFileName(), path));
        }
        try (var reader = new JsonReader(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            if (Files.size(path) > MAX_BYTES) {
                throw refusedWhole(path, Files.size(path) + " bytes");
            }
            reader.setStrictness(Strictness.STRICT);
            var json = JsonParser.parseReader(reader);
            // A strict reader throws if anything but white space follows.
            if (json instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT) {
                return new JsonFile(object, path);
            }
            throw refusedWhole(path, BadInput.shown(json));
        } catch (JsonParseException | IOException e) {
            throw refusedWhole(path, e.getClass().getSimpleName());
        }
    }

    /** Returns the value of a key, {@code JsonNull} if there is none. */
    JsonElement get(String key) {
        var value = json.get(key);
        return value == null ? JsonNull.INSTANCE : value;
    }

    /** Returns a whole number from {@code least} to {@code most}. */
    int wholeNumber(String key, int least, int most, int fallback) {
        var value = get(key);
        if (value.isJsonNull()) {
            return fallback;
        }
        var text = isNumber(value) ? value.getAsString() : "";
        // No more digits than an int has, so that parsing them cannot overflow.
        if (text.matches("-?[0-9]{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw refused(key, "a whole number from %d to %d".formatted(least, most), value);
    }

    /** Returns a number above {@code bound}, or equal to it if {@code inclusive}, and below 1. */
    double fraction(String key, double bound, boolean inclusive, double fallback) {
        var value = get(key);
        if (value.isJsonNull()) {
            return fallback;
        }
        double number = isNumber(value) ? Double.parseDouble(value.getAsString()) : Double.NaN;
        if (number < 1 && (number > bound || inclusive && number == bound)) {
            return number;
        }
        var from = inclusive ? "a number from %s to below 1" : "a number above %s and below 1";
        throw refused(key, from.formatted(bound), value);
    }

    /** Returns a text. */
    String text(String key, String fallback) {
        var value = get(key);
        if (value.isJsonNull()) {
            return fallback;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw refused(key, "a text", value);
        }
        return value.getAsString();
    }

    /** Returns true or false. */
    boolean flag(String key, boolean fallback) {
        var value = get(key);
        if (value.isJsonNull()) {
            return fallback;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw refused(key, "true or false", value);
        }
        return value.getAsBoolean();
    }

    /** Returns the error for a value that cannot be used. */
    BadInput refused(String key, String expected, Object got) {
        return new BadInput(
                "%s must be %s, got %s (%s). Use the files of one BERT checkpoint."
                        .formatted(key, expected, BadInput.shown(got), path));
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    private static BadInput refusedWhole(Path path, String got) {
        return new BadInput(
                "%s must be a JSON object in UTF-8, got %s (%s). Copy or download the file again."
                        .formatted(path.getFileName(), got, path));
    }
}
