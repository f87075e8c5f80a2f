package io.github.dl4jprimer.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What all commands that train have in common. */
final class RunOptions {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Folder of the runs (default: ${DEFAULT-VALUE}).")
    private Path root;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** Returns the folder of the runs. */
    Path root() {
        return root;
    }

    /** Returns the seed. */
    long seed() {
        return seed;
    }
}
