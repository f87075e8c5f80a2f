package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.experiment.RunCatalogue;
import io.github.dl4jprimer.experiment.RunSummary;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.CompareReport;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code primer compare RUN RUN…}: several runs in one chart and one table.
 *
 * <pre>
 * primer compare train-mlp/20260131-142233-01 train-mlp/20260131-142410-01 --out rates.html
 * </pre>
 *
 * <p>A run is named by its folder, by its name in the list of {@code primer runs}, or by the end of
 * that name if no other ends so. Prints a row for each run with its final measurements and writes a
 * page with the losses over epochs. If a run cannot be read, no page is written and an older one
 * stays as it is.
 */
@Command(
        name = "compare",
        description = "Draw runs into one chart and one table.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private RunsOption runs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "comparison.html",
            description = "Page to write (default: ${DEFAULT-VALUE}).")
    private Path page;

    @Parameters(
            arity = "2..*",
            paramLabel = "RUN",
            description = "Folders, or names that 'primer runs' lists.")
    private List<String> names;

    @Override
    public void run() {
        var language = Language.current();
        OutputPath.file("--out", page);
        var catalogue = new RunCatalogue(runs.root());
        var folders = names.stream().map(catalogue::find).map(RunSummary::directory).toList();
        var comparison = CompareReport.of(folders, language);
        comparison.save(page);
        var out = spec.commandLine().getOut();
        out.print(comparison.table().text());
        out.println(language.choose("图表：", "chart: ") + page);
    }
}
