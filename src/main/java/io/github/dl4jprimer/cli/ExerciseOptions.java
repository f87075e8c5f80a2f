package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.exercise.Checker;
import io.github.dl4jprimer.exercise.ExerciseFolder;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Where the exercises are, and how long a check may take. */
final class ExerciseOptions {
    @Option(
            names = "--project",
            paramLabel = "DIR",
            description =
                    "The folder of dl4j-primer (default: PRIMER_EXERCISES, else the one around the"
                            + " current folder or the program).")
    private Path project;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Seconds after which a check is stopped (default: ${DEFAULT-VALUE}).")
    private int limit;

    ExerciseFolder folder() {
        return project == null
                ? ExerciseFolder.find(System.getenv(ExerciseFolder.VARIABLE))
                : new ExerciseFolder(project);
    }

    Checker checker() {
        if (limit < 1) {
            throw new BadInput(
                    "--limit must be 1 or more, got %d. Give it in seconds.".formatted(limit));
        }
        return new Checker(Duration.ofSeconds(limit), Language.current());
    }
}
