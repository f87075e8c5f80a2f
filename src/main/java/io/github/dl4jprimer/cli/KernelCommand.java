package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.kernel.JupyterInstallation;
import io.github.dl4jprimer.notebook.kernel.KernelSpec;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code primer kernel install}: makes the Java kernel known to Jupyter, with the project's class
 * path already on it.
 *
 * <p>Where Jupyter is missing the kernel is installed all the same, and the commands that bring
 * Jupyter are named.
 */
@Command(
        name = "kernel",
        description = "The Java kernel for Jupyter.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KernelCommand {
    private static final String HEAP = "PRIMER_HEAP";

    @Spec private CommandSpec spec;

    /** Where to install. */
    private static final class Target {
        @Option(names = "--user", description = "For this user (the default).")
        private boolean user;

        @Option(
                names = "--prefix",
                paramLabel = "DIR",
                description = "Into DIR/share/jupyter, such as a Python environment.")
        private Path prefix;

        Path kernels() {
            return user || prefix == null
                    ? JupyterInstallation.ofThisMachine().userKernels()
                    : JupyterInstallation.kernelsBelow(prefix.toAbsolutePath());
        }
    }

    @Command(
            name = "install",
            description = "Install the kernelspec \"java\" with this project's class path.",
            mixinStandardHelpOptions = true)
    void install(
            @ArgGroup(exclusive = true) Target target,
            @Option(names = "--replace", description = "Overwrite another kernel of the name java.")
                    boolean replace) {
        var language = Language.current();
        var out = spec.commandLine().getOut();
        var kernels = (target == null ? new Target() : target).kernels();
        var folder = KernelSpec.ofThisProgram(System.getenv(HEAP)).install(kernels, replace);
        out.println(language.choose("Java 内核已安装：", "Java kernel installed: ") + folder);
        var frontends = JupyterInstallation.ofThisMachine().frontends();
        if (frontends.isEmpty()) {
            JupyterInstallation.howToInstall(language).forEach(out::println);
        } else {
            out.println(
                    language.choose("打开笔记本：make lab（%s）", "Open the notebooks: make lab (%s)")
                            .formatted(frontends.get(0)));
        }
    }
}
