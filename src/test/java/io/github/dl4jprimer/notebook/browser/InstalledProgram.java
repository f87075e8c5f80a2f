package io.github.dl4jprimer.notebook.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A program of the machine that a test drives. */
enum InstalledProgram {
    /** The browser. */
    CHROMIUM("chromium", "chromium", ""),
    /** What drives the browser. */
    CHROMEDRIVER("chromedriver", "chromium-driver", ""),
    /** Jupyter Notebook; from version 7 on it has another page. */
    NOTEBOOK("jupyter-notebook", "jupyter-notebook", "6.");

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
    Path path() {
        return find().orElseThrow(() -> new AssertionError(problem().orElseThrow()));
    }

    private Optional<Path> find() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(folders)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
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
