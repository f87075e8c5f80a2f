package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.Check.Status;
import io.github.dl4jprimer.runtime.Doctor;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer doctor}: can this machine run the course, and if not, what mends it.
 *
 * <p>Prints a line for each thing that is examined (Java, memory, disk, native libraries, fonts)
 * with the command that mends it where something is amiss, then how the native libraries were set
 * up and why. Ends with status 1 if something is missing without which the course cannot run; what
 * is only slow or ugly is told and passes.
 */
@Command(
        name = "doctor",
        description = "Check that this machine can run the course; name the command that mends it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--brief", description = "Print only what is not as it should be.")
    private boolean brief;

    @Override
    public Integer call() {
        var language = Language.current();
        var out = spec.commandLine().getOut();
        var checks = new Doctor(language).examine();
        checks.stream()
                .filter(check -> !brief || check.status() != Status.GOOD)
                .forEach(check -> out.println(check.line(language)));
        if (!brief) {
            out.println(language.choose("本地库设置：", "native settings:"));
            NativeRuntime.prepare()
                    .reasons()
                    .forEach(reason -> out.println("  " + reason.line(language)));
        }
        return checks.stream().anyMatch(check -> check.status() == Status.MISSING) ? 1 : 0;
    }
}
