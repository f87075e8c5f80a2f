package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs commands as the shell would, in a folder of its own, and holds what they wrote. */
final class CliSession {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    CliSession(Path folder) {
        this.folder = folder;
    }

    /** Runs a command and returns its exit status; what the one before wrote is forgotten. */
    int run(String... arguments) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        return Primer.run(new PrintWriter(out), new PrintWriter(error), arguments);
    }

    /** Runs a command as a user who reads {@code language}. */
    int run(Language language, String... arguments) {
        var before = Locale.getDefault();
        Locale.setDefault(language == Language.ZH ? Locale.CHINA : Locale.US);
        try {
            assertEquals(language, Language.current(), "unset PRIMER_LANG to run the tests");
            return run(arguments);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Runs a command that must be refused: status 2, nothing on standard output, one line. */
    void refused(String expectedLine, String... arguments) {
        fails(2, expectedLine, arguments);
    }

    /** Runs a command that must fail with a status and exactly one line. */
    void fails(int status, String expectedLine, String... arguments) {
        var actual = run(arguments);
        assertEquals(expectedLine + System.lineSeparator(), error());
        assertEquals(status, actual);
        assertEquals("", out());
    }

    /** Runs a command that must be done without a word on standard error. */
    String done(String... arguments) {
        var status = run(arguments);
        assertEquals("", error());
        assertEquals(0, status);
        assertFalse(out().isEmpty(), "says nothing");
        return out();
    }

    String out() {
        return out.toString();
    }

    String error() {
        return error.toString();
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    String write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    String write(String name, String text, Charset charset) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, charset).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in the folder, sorted: to see that nothing half-written is left. */
    List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forty alarm lines of two classes that one character tells apart. */
    static String alarms() {
        var lines = new StringBuilder();
        for (var percent = 80; percent < 100; percent++) {
            lines.append("磁盘使用率").append(percent).append("%\t磁盘\n");
            lines.append("网络丢包率").append(percent).append("%\t网络\n");
        }
        return lines.toString();
    }

    /** Forty rows of two numbers; the first is the class. */
    static String numbers() {
        var lines = new StringBuilder();
        for (var row = 0; row < 40; row++) {
            var first = row % 2;
            lines.append(first).append(',').append(first + row / 100.0).append(',');
            lines.append(first == 0 ? "low" : "high").append('\n');
        }
        return lines.toString();
    }
}
