package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import io.github.dl4jprimer.exercise.ExercisePages;
import io.github.dl4jprimer.language.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code primer exercises list}: all exercises, and which are solved. */
@Command(
        name = "list",
        description = "List the exercises and which are solved.",
        mixinStandardHelpOptions = true)
final class ExerciseListCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ExerciseOptions options;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var language = Language.current();
        var folder = options.folder();
        var rows = ExercisePages.rows(folder);
        if (!json) {
            out.print(new ExercisePages(language, Terminal.columns()).list(rows));
            return;
        }
        for (var row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", row.exercise().id());
            object.put("week", row.exercise().week());
            object.put("title", row.exercise().text(language).title());
            object.put("file", folder.learner(row.exercise()).toString());
            object.put("state", row.state());
            out.println(new Gson().toJson(object));
        }
    }
}
