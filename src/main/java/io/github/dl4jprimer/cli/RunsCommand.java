package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.RunCatalogue;
import io.github.dl4jprimer.experiment.RunSummary;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer runs}: what was run, when, and how it ended.
 *
 * <pre>
 * primer runs            the last 30
 * primer runs --last 0   all
 * primer runs --all      also each training inside the course's experiments
 * </pre>
 *
 * <p>Prints a row for each run, the latest last: its name, which {@code primer compare} takes,
 * start in local time, seconds, outcome, and the metric its task is judged by. A run that goes on
 * has no duration yet. A run that cannot be read is listed as such, first, and hides no other; no
 * runs are no error.
 */
@Command(
        name = "runs",
        description = "List the runs, the latest last.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Spec private CommandSpec spec;

    @Mixin private RunsOption runs;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many to show; 0 for all (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(names = "--all", description = "Show each training of the course's experiments, too.")
    private boolean all;

    @Override
    public void run() {
        var language = Language.current();
        var out = spec.commandLine().getOut();
        if (last < 0) {
            throw new BadInput("--last must be 0 or more, got %d. 0 shows all.".formatted(last));
        }
        var root = runs.root();
        var shown =
                new RunCatalogue(root)
                        .runs().stream().filter(run -> all || !isInsideAnother(run)).toList();
        if (shown.isEmpty()) {
            out.println(language.choose("还没有运行：", "no runs yet in ") + root);
            return;
        }
        var table =
                TextTable.of(
                        language.choose("运行", "run"),
                        language.choose("开始", "started"),
                        language.choose("秒", "seconds"),
                        language.choose("结果", "outcome"),
                        language.choose("指标", "metric"));
        var skipped = last > 0 ? Math.max(0, shown.size() - last) : 0;
        shown.stream().skip(skipped).forEach(run -> row(table, run));
        out.print(table.text());
        if (skipped > 0) {
            out.println(
                    language.choose(
                            "还有更早的 " + skipped + " 次；全部列出：--last 0",
                            skipped + " earlier ones; all of them: --last 0"));
        }
    }

    /** Whether the run is one of several that an experiment of the course consists of. */
    private static boolean isInsideAnother(RunSummary run) {
        var outer = run.directory().toAbsolutePath().getParent();
        return Files.exists(outer.resolve("run.json"));
    }

    private static void row(TextTable table, RunSummary run) {
        table.row(
                run.name(),
                run.start().equals(Instant.EPOCH) ? "" : TIME.format(run.start()),
                run.duration().toMillis() / 1000.0,
                run.outcome().text(),
                run.metric().isEmpty()
                        ? ""
                        : run.metric() + " " + Numbers.significant(run.value(), 4));
    }
}
