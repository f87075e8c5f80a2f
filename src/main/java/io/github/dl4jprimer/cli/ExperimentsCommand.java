package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.course.Course;
import io.github.dl4jprimer.course.LessonTexts;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code primer experiments}: the catalogue, with what can be set.
 *
 * <p>Prints a row for each experiment in the course's order: its id, which {@code primer run}
 * takes, its title in the learner's language, and its settings with their values in the lesson. The
 * first two characters of an id are the week.
 */
@Command(
        name = "experiments",
        description = "List the catalogued experiments and their settings.",
        mixinStandardHelpOptions = true)
final class ExperimentsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        var language = Language.current();
        var table =
                TextTable.of(
                        language.choose("实验", "experiment"),
                        language.choose("标题", "title"),
                        language.choose("设置", "settings"));
        for (var week : Course.weeks()) {
            var texts = LessonTexts.of(week.number(), language);
            for (var experiment : week.experiments()) {
                var settings =
                        experiment.settings().values().entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining(" "));
                table.row(experiment.id(), texts.entry(experiment.id()).title(), settings);
            }
        }
        spec.commandLine().getOut().print(table.text());
    }
}
