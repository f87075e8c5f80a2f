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

/**
 * The program: finds the subcommand, runs it, and turns what goes wrong into one line.
 *
 * <p>Answers go to standard output, errors and progress to standard error, both in UTF-8 whatever
 * the terminal says of itself. Exit status:
 *
 * <ul>
 *   <li>0: done
 *   <li>1: a run that failed, a claim that did not hold under {@code --strict}, a machine on which
 *       {@code doctor} finds something missing, a disk that is full
 *   <li>2: words, settings or files that cannot be used; nothing was begun
 * </ul>
 *
 * <p>An error is one line, {@code <what> must be <expected>, got <value>. <what to do>}; with
 * {@code --debug} anywhere on the line it is a stack trace.
 */
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
            GradcheckCommand.class,
            RunsCommand.class,
            CompareCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            TrapsCommand.class,
            TokenizeCommand.class,
            InspectCommand.class,
            ExercisesCommand.class,
            KernelCommand.class,
            NotebooksCommand.class
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
     * Runs the program as the shell does, but for ending the JVM.
     *
     * @param out for answers
     * @param error for what went wrong
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

    /** Tells what went wrong and returns whose fault it is, as an exit status. */
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

    /** The same for words that picocli could not make sense of. */
    private int usage(ParameterException e, PrintWriter error) {
        if (debug) {
            e.printStackTrace(error);
        } else {
            error.println(UsageError.line(e));
        }
        return BAD_INPUT;
    }
}
