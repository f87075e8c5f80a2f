package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.traps.Trap;
import io.github.dl4jprimer.traps.Traps;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code primer traps}: what DL4J gets wrong, measured now. */
@Command(
        name = "traps",
        description =
                "Show what DL4J gets wrong: what it gives now, what is right, what to do. The exit"
                        + " status is 0 also where a trap was mended.",
        mixinStandardHelpOptions = true)
final class TrapsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "Traps to explain at length; all in short without one.")
    private List<String> ids = List.of();

    @Option(names = "--list", description = "List ids and titles, and run nothing.")
    private boolean list;

    @Override
    public void run() {
        var pages =
                new TrapPages(spec.commandLine().getOut(), Language.current(), Terminal.columns());
        var traps = ids.isEmpty() ? Traps.all() : ids.stream().map(Traps::named).toList();
        if (list) {
            pages.list(traps);
            return;
        }
        pages.summary(traps.stream().filter(trap -> tell(pages, trap)).count(), traps.size());
    }

    /** Runs and tells a trap; whether it still bites. */
    private boolean tell(TrapPages pages, Trap trap) {
        var evidence = trap.demonstrate();
        if (ids.isEmpty()) {
            pages.brief(trap, evidence);
        } else {
            pages.full(trap, evidence);
        }
        return evidence.bites();
    }
}
