package io.github.dl4jprimer.notebook.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine that a test drives; without it the test is skipped. */
final class InstalledProgram {
    /** With {@code -Dtest.programs=required} a missing program fails the test instead. */
    private static final String PROGRAMS = "test.programs";

    private InstalledProgram() {}

    /**
     * Finds a program on the {@code PATH}.
     *
     * @param debianPackage that brings it
     * @param names of which the first found counts
     */
    static Path find(String debianPackage, String... names) {
        var found = onPath(System.getenv().getOrDefault("PATH", ""), names);
        need(
                found.isPresent(),
                "%s must be installed for this test, found none: apt-get install %s"
                        .formatted(names[0], debianPackage));
        return found.orElseThrow();
    }

    /** Skips the test if something does not hold, or fails it where nothing may be missing. */
    static void need(boolean holds, String message) {
        if (System.getProperty(PROGRAMS, "").equals("required")) {
            assertTrue(holds, message);
        }
        assumeTrue(holds, message);
    }

    private static Optional<Path> onPath(String path, String... names) {
        return Stream.of(names)
                .flatMap(
                        name ->
                                Arrays.stream(path.split(File.pathSeparator))
                                        .filter(folder -> !folder.isBlank())
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
