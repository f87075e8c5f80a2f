package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where runs are: {@code --runs}, the same for all commands that write or read them. */
final class RunsOption {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Folder of the runs (default: ${DEFAULT-VALUE}).")
    private Path root;

    /**
     * Returns the folder of the runs, which need not exist yet.
     *
     * @throws BadInput if it is a file or cannot be made
     */
    Path root() {
        return OutputPath.folder("--runs", root);
    }
}
