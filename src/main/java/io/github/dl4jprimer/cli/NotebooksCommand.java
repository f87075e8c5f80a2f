package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.run.ExecutedNotebook;
import io.github.dl4jprimer.notebook.run.NotebookFile;
import io.github.dl4jprimer.notebook.run.NotebookPage;
import io.github.dl4jprimer.notebook.run.NotebookRules;
import io.github.dl4jprimer.notebook.run.NotebookRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code primer notebooks run|list|check|strip}: the notebooks without Jupyter.
 *
 * <pre>
 * primer notebooks run --full            all of them, as long as in Jupyter, into target/notebooks
 * primer notebooks run FILE              one, at reduced size
 * </pre>
 *
 * <p>A cell that fails is told with its file, number and message, and the exit status is 1; what
 * appeared up to there is in the page all the same.
 */
@Command(
        name = "notebooks",
        description = "Run, list, check and strip the notebooks, without Jupyter.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class NotebooksCommand {
    private static final Path FOLDER = Path.of("notebooks");
    private static final Path PAGES = Path.of("target", "notebooks");
    private static final String FILES = "Notebooks; all in the folder notebooks without one.";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    @Spec private CommandSpec spec;

    @Command(
            name = "run",
            description = "Execute notebooks and write what they show as HTML.",
            mixinStandardHelpOptions = true)
    int run(
            @Parameters(arity = "0..*", paramLabel = "FILE", description = FILES) List<Path> files,
            @Option(names = "--full", description = "At full size, as in Jupyter.") boolean full,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "Where the pages go; target/notebooks by default.")
                    Path out,
            @Option(names = "--json", description = "Print one JSON object a notebook.")
                    boolean json) {
        var runner = new NotebookRunner(Language.current(), !full);
        boolean failed = false;
        for (var file : notebooks(files)) {
            var executed = runner.run(file);
            var page = new NotebookPage(executed).save(out == null ? PAGES : out);
            spec.commandLine().getOut().println(json ? json(executed, page) : line(executed, page));
            failed |= executed.failure().isPresent();
        }
        return failed ? 1 : 0;
    }

    private static List<NotebookFile> notebooks(List<Path> files) {
        var chosen = files == null || files.isEmpty() ? NotebookFile.in(FOLDER) : files;
        return chosen.stream().map(NotebookFile::read).toList();
    }

    private static String line(ExecutedNotebook executed, Path page) {
        var file = executed.file().path();
        return executed.failure()
                .map(
                        failure ->
                                Language.current()
                                        .choose("✗ %s，第 %d 个单元：%s", "✗ %s, cell %d: %s")
                                        .formatted(file, failure.cell(), failure.message()))
                .orElseGet(
                        () ->
                                String.format(
                                        Locale.ROOT,
                                        "✓ %s  %.1f s  → %s",
                                        file,
                                        executed.seconds(),
                                        page));
    }

    private static String json(ExecutedNotebook executed, Path page) {
        var json = new JsonObject();
        json.addProperty("notebook", executed.file().path().toString());
        json.addProperty("ok", executed.failure().isEmpty());
        json.addProperty("seconds", executed.seconds());
        json.addProperty("page", page.toString());
        executed.failure()
                .ifPresent(
                        failure -> {
                            json.addProperty("cell", failure.cell());
                            json.addProperty("message", failure.message());
                        });
        return GSON.toJson(json);
    }

    @Command(
            name = "list",
            description = "List the notebooks with their titles.",
            mixinStandardHelpOptions = true)
    void list() {
        notebooks(List.of())
                .forEach(
                        file ->
                                spec.commandLine()
                                        .getOut()
                                        .println(file.path() + "  " + file.title()));
    }

    @Command(
            name = "check",
            description =
                    "Check that outputs are stripped, texts are Chinese then English, the first"
                            + " code cell holds the sizes and the last one checks the claim.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..*", paramLabel = "FILE", description = FILES)
                    List<Path> files) {
        var rules = new NotebookRules(Language.current());
        boolean broken = false;
        for (var file : notebooks(files)) {
            var findings = rules.findings(file);
            findings.forEach(
                    finding -> spec.commandLine().getOut().println(file.path() + ": " + finding));
            broken |= !findings.isEmpty();
        }
        return broken ? 1 : 0;
    }

    @Command(
            name = "strip",
            description = "Remove outputs and counts from notebooks, in place.",
            mixinStandardHelpOptions = true)
    void strip(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Notebooks to strip.")
                    List<Path> files) {
        notebooks(files).forEach(file -> file.stripped().save());
    }
}
