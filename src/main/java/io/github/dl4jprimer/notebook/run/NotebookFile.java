package io.github.dl4jprimer.notebook.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A notebook file, {@code .ipynb} in format 4.
 *
 * @param path where it was read
 * @param json all of it
 */
public record NotebookFile(Path path, JsonObject json) {
    private static final String ENDING = ".ipynb";
    private static final int FORMAT = 4;

    /** Cell metadata that says something to a reader; the rest is the frontend's. */
    private static final Set<String> KEPT_METADATA = Set.of("tags");

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /**
     * Reads a notebook.
     *
     * @throws BadInput if there is no such file or it is no notebook
     */
    public static NotebookFile read(Path path) {
        JsonObject json;
        try {
            json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
        } catch (IOException e) {
            throw new BadInput(
                    "notebook must be a readable file, got %s. See: primer notebooks list"
                            .formatted(path),
                    e);
        } catch (RuntimeException e) { // Gson has one for each way in which JSON can be wrong
            throw new BadInput(
                    "notebook must be JSON, got something else (%s). Open it in Jupyter and save it."
                            .formatted(path),
                    e);
        }
        if (!(json.get("nbformat") instanceof JsonPrimitive format)
                || format.getAsInt() != FORMAT
                || !(json.get("cells") instanceof JsonArray)) {
            throw new BadInput(
                    "notebook must have nbformat 4 and cells, got other JSON (%s). Open it in Jupyter and save it."
                            .formatted(path));
        }
        return new NotebookFile(path, json);
    }

    /**
     * Returns the notebooks of a folder, by name.
     *
     * @throws BadInput if there is no such folder
     */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new BadInput(
                    "notebooks must be in a folder, got none at %s. Run this in the project's folder, or name files."
                            .formatted(folder),
                    e);
        }
    }

    /** Returns the file's name without its ending. */
    public String name() {
        var file = path.getFileName().toString();
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** Returns the cells in order. */
    public List<NotebookCell> cells() {
        return objects().map(NotebookCell::of).toList();
    }

    private Stream<JsonObject> objects() {
        return StreamSupport.stream(json.getAsJsonArray("cells").spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    /** Returns the first heading, or the name where there is none. */
    public String title() {
        return cells().stream()
                .filter(NotebookCell::isText)
                .flatMap(cell -> cell.source().lines())
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(name());
    }

    /** Returns a copy without outputs, counts and what frontends leave in the metadata. */
    public NotebookFile stripped() {
        var copy = new NotebookFile(path, json.deepCopy());
        copy.objects().forEach(NotebookFile::strip);
        var metadata = copy.json.getAsJsonObject("metadata");
        if (metadata != null) {
            metadata.keySet()
                    .removeIf(key -> !key.equals("kernelspec") && !key.equals("language_info"));
        }
        return copy;
    }

    private static void strip(JsonObject cell) {
        if (cell.get("cell_type").getAsString().equals("code")) {
            cell.add("outputs", new JsonArray());
            cell.add("execution_count", JsonNull.INSTANCE);
        }
        var metadata = cell.getAsJsonObject("metadata");
        if (metadata != null) {
            metadata.keySet().removeIf(key -> !KEPT_METADATA.contains(key));
        }
    }

    /** Writes the notebook back as Jupyter itself does, so that a diff shows changes alone. */
    public void save() {
        var text = text();
        AtomicWrite.file(path, file -> Files.writeString(file, text));
    }

    /** Returns the file's text: one space a level, and a line feed at the end. */
    String text() {
        var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.setHtmlSafe(false);
            GSON.toJson(json, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }
}
