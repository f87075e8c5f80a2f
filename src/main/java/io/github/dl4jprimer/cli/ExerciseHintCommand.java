package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.exercise.ExercisePages;
import io.github.dl4jprimer.exercise.ExerciseProgress;
import io.github.dl4jprimer.exercise.ExerciseText;
import io.github.dl4jprimer.language.Language;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code primer exercises hint ID}: one hint more each time, of three. */
@Command(
        name = "hint",
        description = "Show the next hint, after those that were shown before; there are three.",
        mixinStandardHelpOptions = true)
final class ExerciseHintCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ExerciseOptions options;

    @Parameters(paramLabel = "ID", description = "An id that 'primer exercises list' shows.")
    private String id;

    @Option(names = "--json", description = "The hints as a JSON object.")
    private boolean json;

    @Override
    public void run() {
        var language = Language.current();
        var exercise = Catalogue.named(id);
        var shown = new ExerciseProgress(options.folder().progress()).nextHint(exercise);
        var out = spec.commandLine().getOut();
        if (json) {
            var hints = exercise.text(language).hints().subList(0, shown);
            Map<String, Object> object =
                    new TreeMap<>(Map.of("id", id, "hints", hints, "of", ExerciseText.HINTS));
            out.println(new Gson().toJson(object));
        } else {
            out.print(new ExercisePages(language, Terminal.columns()).hints(exercise, shown));
        }
    }
}
