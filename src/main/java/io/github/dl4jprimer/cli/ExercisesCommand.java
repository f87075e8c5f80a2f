package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.exercise.ExercisePages;
import io.github.dl4jprimer.exercise.Watch;
import io.github.dl4jprimer.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code primer exercises}: watch mode on a terminal; elsewhere, the list.
 *
 * <p>All but the watch works in a plain pipe, with {@code --json} for programs. Exit status: 0
 * solved or done, 1 not solved, 2 a mistake in the command.
 */
@Command(
        name = "exercises",
        description = "Watch the exercises and check them as they are saved.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExerciseListCommand.class,
            ExerciseCheckCommand.class,
            ExerciseHintCommand.class,
            ExerciseResetCommand.class,
            ExerciseGradeCommand.class
        })
final class ExercisesCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ExerciseOptions options;

    @Override
    public void run() {
        var language = Language.current();
        var folder = options.folder();
        if (!KeyTerminal.isThere()) {
            var pages = new ExercisePages(language, Terminal.columns());
            spec.commandLine().getOut().print(pages.list(ExercisePages.rows(folder)));
            return;
        }
        var out = spec.commandLine().getOut();
        try (var checker = options.checker();
                var terminal = KeyTerminal.open(out, checker::close)) {
            new Watch(folder, checker, language, terminal, terminal::show, terminal.columns())
                    .run();
        }
    }
}
