package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.course.Course;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabRun;
import io.github.dl4jprimer.course.LessonPages;
import io.github.dl4jprimer.course.WeekRun;
import io.github.dl4jprimer.language.Language;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code primer week N}: all lessons and experiments of a week.
 *
 * <pre>
 * primer week 1                  texts, tables and claims as they come, then a summary
 * primer week 1 --brief --strict only the summary; status 1 unless all claims hold
 * </pre>
 *
 * <p>Every number in the lessons is measured by this command. A claim that does not hold at another
 * seed or on another machine is shown as such and is no failure, but under {@code --strict}, which
 * is for continuous integration.
 */
@Command(
        name = "week",
        description = "Run a week: its lessons, experiments, summary and report.",
        mixinStandardHelpOptions = true)
final class WeekCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private RunOptions options;

    @Parameters(paramLabel = "N", description = "1 to 4.")
    private int number;

    @Option(names = "--brief", description = "Print only the summary.")
    private boolean brief;

    @Option(names = "--strict", description = "Exit with 1 if a claim does not hold.")
    private boolean strict;

    @Override
    public Integer call() {
        var week = Course.week(number);
        var language = Language.current();
        var lab = new LabRun(options.seed(), language, Terminal.progress());
        var pages =
                new LessonPages(spec.commandLine().getOut(), language, Terminal.columns(), brief);
        var findings = new WeekRun(week, lab, pages).run(options.root());
        return strict && !findings.stream().allMatch(Findings::hold) ? 1 : 0;
    }
}
