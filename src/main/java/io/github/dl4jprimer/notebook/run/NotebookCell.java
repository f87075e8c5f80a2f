package io.github.dl4jprimer.notebook.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A cell of a notebook, without what its last run left behind.
 *
 * @param kind {@code code}, {@code markdown} or {@code raw}
 * @param source its text
 * @param tags the marks that its author gave it
 * @param stripped whether it has neither outputs nor an execution count
 */
public record NotebookCell(String kind, String source, List<String> tags, boolean stripped) {
    /** Copies the tags. */
    public NotebookCell {
        tags = List.copyOf(tags);
    }

    /** Reads a cell. */
    static NotebookCell of(JsonObject json) {
        var metadata = json.getAsJsonObject("metadata");
        var tags = metadata == null ? null : metadata.get("tags");
        return new NotebookCell(
                json.get("cell_type").getAsString(),
                text(json.get("source")),
                tags == null ? List.of() : strings(tags),
                isStripped(json));
    }

    private static boolean isStripped(JsonObject json) {
        var outputs = json.getAsJsonArray("outputs");
        var count = json.get("execution_count");
        return (outputs == null || outputs.isEmpty()) && (count == null || count.isJsonNull());
    }

    /** Text is one string in some notebooks and a list of lines in others. */
    private static String text(JsonElement source) {
        return source.isJsonArray() ? String.join("", strings(source)) : source.getAsString();
    }

    private static List<String> strings(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .collect(Collectors.toList());
    }

    /** Returns whether it is executed. */
    public boolean isCode() {
        return kind.equals("code");
    }

    /** Returns whether it is text to read. */
    public boolean isText() {
        return kind.equals("markdown");
    }
}
