package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code primer exercises reset ID}: begin afresh, with a dated copy of what was written. */
@Command(
        name = "reset",
        description = "Put an exercise's file back as it was; what you have written is kept.",
        mixinStandardHelpOptions = true)
final class ExerciseResetCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ExerciseOptions options;

    @Parameters(paramLabel = "ID", description = "An id that 'primer exercises list' shows.")
    private String id;

    @Option(names = "--json", description = "File and copy as a JSON object.")
    private boolean json;

    @Override
    public void run() {
        var language = Language.current();
        var exercise = Catalogue.named(id);
        var folder = options.folder();
        var kept =
                folder.reset(exercise, LocalDateTime.now(ZoneId.systemDefault()))
                        .map(Path::toString)
                        .orElse("");
        var file = folder.learner(exercise).toString();
        var out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> object = new TreeMap<>(Map.of("id", id, "file", file));
            object.put("kept", kept);
            out.println(new Gson().toJson(object));
            return;
        }
        out.println(language.choose("已恢复：", "as it was: ") + file);
        if (!kept.isEmpty()) {
            out.println(language.choose("副本：", "copy: ") + kept);
        }
    }
}
