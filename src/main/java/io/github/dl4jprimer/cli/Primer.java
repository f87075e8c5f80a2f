package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The program: finds the subcommand, runs it, and turns what goes wrong into one line. */
@Command(
        name = "primer",
        description = "Deep learning in four weeks, on Deeplearning4j.",
        mixinStandardHelpOptions = true,
        version = "dl4j-primer 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DoctorCommand.class,
            WeekCommand.class,
            ExperimentsCommand.class,
            RunCommand.class,
            RunsCommand.class,
            CompareCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class
        })
public final class Primer {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    @Option(
            names = "--debug",
            description = "Show the stack trace of an error.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean debug;

    /** Runs the program and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var error = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var status = run(out, error, arguments);
        out.flush();
        System.exit(status);
    }

    /**
     * Runs the program.
     *
     * @return the exit status
     */
    static int run(PrintWriter out, PrintWriter error, String... arguments) {
        var primer = new Primer();
        var line = new CommandLine(primer);
        line.setOut(out).setErr(error).setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> primer.explain(e, error));
        line.setParameterExceptionHandler((e, given) -> primer.usage(e, error));
        try {
            NativeRuntime.prepare();
        } catch (IllegalArgumentException e) {
            return primer.explain(e, error);
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return primer.explain(
                    new IllegalStateException(
                            "memory must suffice for the run, got \"%s\". Give Java more: PRIMER_HEAP=4g"
                                    .formatted(e.getMessage()),
                            e),
                    error);
        } catch (LinkageError e) {
            return primer.explain(
                    new IllegalStateException(
                            "program must be whole, got %s. Build it again: make build"
                                    .formatted(e.toString().lines().findFirst().orElse("")),
                            e),
                    error);
        }
    }

    private int explain(Exception e, PrintWriter error) {
        if (debug) {
            e.printStackTrace(error);
        } else {
            error.println(line(e));
        }
        return e instanceof BadInput || e instanceof IllegalArgumentException ? BAD_INPUT : FAILED;
    }

    /** The first line of what went wrong; files name themselves, but not what they are for. */
    private static String line(Exception e) {
        if (e instanceof UncheckedIOException failure) {
            var cause = failure.getCause();
            return "files must be readable and writable, got %s (%s). Check the disk and the permissions."
                    .formatted(cause.getClass().getSimpleName(), cause.getMessage());
        }
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }

    private int usage(ParameterException e, PrintWriter error) {
        if (debug) {
            e.printStackTrace(error);
        } else {
            error.println(UsageError.line(e));
        }
        return BAD_INPUT;
    }
}
