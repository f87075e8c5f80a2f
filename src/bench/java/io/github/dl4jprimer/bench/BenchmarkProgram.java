package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.data.BadInput;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a benchmark from the command line: what fails says why in one line. */
public final class BenchmarkProgram {
    private BenchmarkProgram() {}

    /** Runs it and ends this process: status 2 for what the user can mend, 1 for other failures. */
    public static void main(Callable<Integer> benchmark, String... arguments) {
        var command = new CommandLine(benchmark);
        command.setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                    System.err.println(failure.getMessage());
                    return failure instanceof BadInput ? 2 : 1;
                });
        System.exit(command.execute(arguments));
    }
}
