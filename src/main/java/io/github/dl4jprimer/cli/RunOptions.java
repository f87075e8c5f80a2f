package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What all commands that train have in common: where their runs go, and the seed.
 *
 * <p>The same seed on the same machine with the same number of threads gives the same numbers; the
 * seed is part of {@code run.json}.
 */
final class RunOptions {
    @Mixin private RunsOption runs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * Returns the folder of the runs.
     *
     * @throws BadInput if it is a file or cannot be made
     */
    Path root() {
        return runs.root();
    }

    /** Returns the seed. */
    long seed() {
        return seed;
    }
}
