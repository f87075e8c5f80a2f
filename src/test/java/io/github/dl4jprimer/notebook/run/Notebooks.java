package io.github.dl4jprimer.notebook.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.Path;

/** Builds small notebooks for tests. */
final class Notebooks {
    private final JsonArray cells = new JsonArray();

    /** Adds a text cell. */
    Notebooks text(String source) {
        cells.add(cell("markdown", source));
        return this;
    }

    /** Adds a code cell with tags. */
    Notebooks code(String source, String... tags) {
        var cell = cell("code", source);
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", JsonNull.INSTANCE);
        var array = new JsonArray();
        for (var tag : tags) {
            array.add(tag);
        }
        cell.getAsJsonObject("metadata").add("tags", array);
        cells.add(cell);
        return this;
    }

    /** Marks the last cell as executed. */
    Notebooks executed() {
        cells.get(cells.size() - 1).getAsJsonObject().addProperty("execution_count", 1);
        return this;
    }

    private static JsonObject cell(String type, String source) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.add("metadata", new JsonObject());
        cell.addProperty("source", source);
        return cell;
    }

    NotebookFile file() {
        var json = new JsonObject();
        json.add("cells", cells);
        json.add("metadata", new JsonObject());
        json.addProperty("nbformat", 4);
        return new NotebookFile(Path.of("notebooks", "week1-a.ipynb"), json);
    }
}
