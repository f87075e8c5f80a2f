package io.github.dl4jprimer.notebook.kernel;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** The program that Jupyter starts: {@code KernelProgram <connection file>}. */
public final class KernelProgram {
    private static final int BAD_INPUT = 2;

    private KernelProgram() {}

    /** Serves one notebook until Jupyter ends it; exit status 2 if it could not begin. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            end(
                    "the kernel's connection file must be given, got %d arguments. Jupyter starts the kernel: make lab"
                            .formatted(arguments.length));
            return;
        }
        NativeRuntime.prepare();
        try {
            var connection = connection(Path.of(arguments[0]));
            var kernel = new JavaKernel(Language.current());
            kernel.onStartup();
            kernel.becomeHandlerForConnection(connection);
            connection.connect();
            connection.waitUntilClose();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            end(
                    "the kernel must be able to start, got %s. Start it from Jupyter: make lab"
                            .formatted(e));
            return;
        }
        System.exit(0); // ND4J leaves threads behind that would keep the JVM alive
    }

    private static JupyterConnection connection(Path file)
            throws IOException, GeneralSecurityException {
        return new JupyterConnection(KernelConnectionProperties.parse(Files.readString(file)));
    }

    private static void end(String message) {
        System.err.println(message.lines().findFirst().orElse(""));
        System.exit(BAD_INPUT);
    }
}
