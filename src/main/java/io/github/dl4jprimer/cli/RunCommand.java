package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.course.Course;
import io.github.dl4jprimer.course.LabRun;
import io.github.dl4jprimer.course.LessonPages;
import io.github.dl4jprimer.course.LessonTexts;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.RunDirectory;
import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code primer run ID --set name=value}: one catalogued experiment, changed.
 *
 * <pre>
 * primer run w1-tensors
 * primer run w2-six-optimizers --set sweepEpochs=2 --seed 7
 * </pre>
 *
 * <p>This is how to ask "what if" of a lesson: the names that can be set, and their values in the
 * lesson, are those that {@code primer experiments} lists. Prints the experiment's text, its tables
 * and whether each of its claims holds at these settings, then the folder with charts and tables.
 * An unknown experiment or setting is refused before a folder is made.
 */
@Command(
        name = "run",
        description = "Run one catalogued experiment, with settings of your own.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private RunOptions options;

    @Parameters(paramLabel = "EXPERIMENT", description = "An id that 'primer experiments' lists.")
    private String id;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Change a setting; may be repeated.")
    private List<String> changes = new ArrayList<>();

    @Override
    public void run() {
        var experiment = Course.experiment(id);
        var settings = experiment.settings();
        for (var change : changes) {
            var sign = change.indexOf('=');
            if (sign < 1) {
                throw new BadInput(
                        "--set must be name=value, got %s. The names: primer experiments"
                                .formatted(change));
            }
            settings = settings.changed(change.substring(0, sign), change.substring(sign + 1));
        }
        var language = Language.current();
        var out = spec.commandLine().getOut();
        var pages = new LessonPages(out, language, Terminal.columns(), false);
        var texts = LessonTexts.of(Course.weekOf(experiment).number(), language);
        pages.experiment(id, texts.entry(id));
        var lab = new LabRun(options.seed(), language, Terminal.progress());
        var directory = RunDirectory.createGroup(options.root(), id);
        pages.findings(lab.run(experiment, settings, directory));
        out.println(language.choose("运行目录：", "run directory: ") + directory);
    }
}
