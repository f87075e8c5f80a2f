package io.github.dl4jprimer.notebook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine that a test drives. */
public enum InstalledProgram {
    /** The browser. */
    CHROMIUM("chromium", "chromium", ""),
    /** What drives the browser. */
    CHROMEDRIVER("chromedriver", "chromium-driver", ""),
    /** Jupyter Notebook; from version 7 on it has another page. */
    NOTEBOOK("jupyter-notebook", "jupyter-notebook", "6."),
    /** A Python that has Jupyter's client; Debian's may not be the first on the path. */
    JUPYTER_CLIENT("python3 with jupyter_client", "python3-jupyter-client", "") {
        @Override
        Optional<Path> find() {
            return Stream.of("python3", "/usr/bin/python3")
                    .map(Path::of)
                    .filter(InstalledProgram::hasClient)
                    .findFirst();
        }
    };

    private final String program;
    private final String debianPackage;
    private final String version;

    InstalledProgram(String program, String debianPackage, String version) {
        this.program = program;
        this.debianPackage = debianPackage;
        this.version = version;
    }

    /** Returns what is wrong and how to mend it, or nothing if a test can drive the program. */
    Optional<String> problem() {
        var found = find();
        if (found.isEmpty()) {
            return Optional.of(
                    "%s must be installed for this test, got none. Install: apt-get install %s"
                            .formatted(program, debianPackage));
        }
        if (version.isEmpty()) {
            return Optional.empty();
        }
        var installed = versionOf(found.orElseThrow());
        return installed.startsWith(version)
                ? Optional.empty()
                : Optional.of(
                        "%s must have version %sx for this test, got %s. Put another first on the PATH."
                                .formatted(program, version, installed));
    }

    /** Returns where it is. */
    public Path path() {
        return find().orElseThrow(() -> new AssertionError(problem().orElseThrow()));
    }

    Optional<Path> find() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(folders)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean hasClient(Path python) {
        try {
            var process =
                    new ProcessBuilder(python.toString(), "-c", "import jupyter_client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String versionOf(Path program) {
        try {
            var process =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var said = process.getInputStream().readAllBytes();
            return new String(said, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
