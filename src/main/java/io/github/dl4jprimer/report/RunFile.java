package io.github.dl4jprimer.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A run's {@code run.json}, as a report shows it.
 *
 * <p>What is optional may be missing: a run that failed early has no {@code final}, a regression no
 * {@code confusion}. What is there must have its kind; a number may be null, which is how a value
 * that was not finite is written, and reads as NaN.
 *
 * @param name experiment and run, like {@code iris/20260131-142233-01}
 * @param json the file's content
 */
record RunFile(String name, JsonObject json) {
    /** Too long for a table, or shown elsewhere in the report. */
    private static final Set<String> NOT_LISTED =
            Set.of("configuration", "confusion", "labels", "final");

    /**
     * Reads the file of a run.
     *
     * @throws BadInput if there is none or it is not a JSON object
     */
    static RunFile read(Path run) {
        Path path = new RunDirectory(run).json();
        Path folder = run.toAbsolutePath().normalize();
        int names = folder.getNameCount();
        String name = folder.subpath(Math.max(0, names - 2), names).toString();
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "run must be a folder with run.json, got nothing (%s). Check the run's folder."
                            .formatted(path));
        }
        try {
            var json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
            var file = new RunFile(name, json);
            file.results();
            file.labels(file.confusion().length);
            return file;
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | UnsupportedOperationException
                | NumberFormatException failure) {
            throw new BadInput(
                    "run.json must be a JSON object as a run writes it, got something else (%s). Run the experiment again."
                            .formatted(path),
                    failure);
        } catch (IOException failure) {
            throw new BadInput(
                    "run.json must be a readable text in UTF-8, got %s (%s). Run the experiment again."
                            .formatted(failure.getClass().getSimpleName(), path),
                    failure);
        }
    }

    /** How the run ended, in one line. */
    String outcome() {
        return text("outcome");
    }

    /** A field as text, empty if there is none. */
    String text(String field) {
        JsonElement value = json.get(field);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    /** The epoch whose model was kept, 0 if unknown. */
    int bestEpoch() {
        String epoch = text("bestEpoch");
        return epoch.matches("\\d{1,9}") ? Integer.parseInt(epoch) : 0;
    }

    /** The final measurements by name, in the file's order; NaN for what was not finite. */
    Map<String, Double> results() {
        Map<String, Double> results = new LinkedHashMap<>();
        if (json.get("final") instanceof JsonObject measured) {
            measured.entrySet()
                    .forEach(entry -> results.put(entry.getKey(), number(entry.getValue())));
        }
        return results;
    }

    /** Class names in index order; the indices themselves where the run has no names. */
    List<String> labels(int count) {
        if (json.has("labels") && json.getAsJsonArray("labels").size() == count) {
            return json.getAsJsonArray("labels").asList().stream()
                    .map(JsonElement::getAsString)
                    .toList();
        }
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** [actual][predicted], without rows if the run is no classification. */
    long[][] confusion() {
        if (!json.has("confusion")) {
            return new long[0][];
        }
        long[][] counts =
                json.getAsJsonArray("confusion").asList().stream()
                        .map(RunFile::row)
                        .toArray(long[][]::new);
        if (Arrays.stream(counts).anyMatch(row -> row.length != counts.length)) {
            throw new IllegalStateException("confusion is not square");
        }
        return counts;
    }

    private static long[] row(JsonElement row) {
        return row.getAsJsonArray().asList().stream().mapToLong(JsonElement::getAsLong).toArray();
    }

    /** Everything that says where the numbers come from, nested names joined with dots. */
    Map<String, String> provenance() {
        Map<String, String> facts = new LinkedHashMap<>();
        json.entrySet().stream()
                .filter(entry -> !NOT_LISTED.contains(entry.getKey()))
                .forEach(entry -> flatten(entry.getKey(), entry.getValue(), facts));
        return facts;
    }

    private static void flatten(String name, JsonElement value, Map<String, String> facts) {
        if (value instanceof JsonObject object) {
            object.entrySet()
                    .forEach(
                            entry -> flatten(name + "." + entry.getKey(), entry.getValue(), facts));
        } else {
            facts.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString());
        }
    }

    private static double number(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsDouble() : Double.NaN;
    }
}
