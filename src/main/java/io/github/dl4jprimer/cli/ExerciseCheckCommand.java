package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.exercise.Exercise;
import io.github.dl4jprimer.exercise.ExerciseFolder;
import io.github.dl4jprimer.exercise.Verdict;
import io.github.dl4jprimer.exercise.VerdictPages;
import io.github.dl4jprimer.language.Language;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code primer exercises check ID}: one verdict; exit status 0 if it is solved, else 1. */
@Command(
        name = "check",
        description = "Check an exercise once; exit status 0 if it is solved, 1 if not.",
        mixinStandardHelpOptions = true)
final class ExerciseCheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ExerciseOptions options;

    @Parameters(paramLabel = "ID", description = "An id that 'primer exercises list' shows.")
    private String id;

    @Option(names = "--solution", description = "Check the solution instead of your file.")
    private boolean solution;

    @Option(names = "--json", description = "The verdict as a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var language = Language.current();
        var exercise = Catalogue.named(id);
        var verdict = verdict(options.folder(), exercise);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new Gson().toJson(object(exercise, verdict)));
        } else {
            out.println(exercise.id() + " · " + exercise.text(language).title());
            out.print(new VerdictPages(language, Terminal.columns()).page(exercise, verdict));
        }
        return verdict.solved() ? 0 : 1;
    }

    private Verdict verdict(ExerciseFolder folder, Exercise exercise) {
        try (var checker = options.checker()) {
            if (solution) {
                var source = ExerciseFolder.read(folder.solution(exercise));
                return checker.check(folder, exercise, source);
            }
            return checker.check(folder, exercise);
        }
    }

    private static Map<String, Object> object(Exercise exercise, Verdict verdict) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", exercise.id());
        object.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        object.put("passed", verdict.passed());
        object.put("checks", verdict.results().size());
        verdict.mismatch().ifPresent(mismatch -> object.put("mismatch", mismatch));
        if (verdict.problem() != null) {
            object.put("problem", verdict.problem());
        }
        object.put("output", verdict.output());
        return object;
    }
}
