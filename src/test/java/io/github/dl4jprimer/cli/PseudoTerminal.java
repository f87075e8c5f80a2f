package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.dl4jprimer.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program in a terminal of its own, made by {@code script}, which every Linux has. */
final class PseudoTerminal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int seen;

    private PseudoTerminal(Process process) {
        this.process = process;
        var reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** Runs {@code primer} with these arguments for a person who reads {@code language}. */
    static PseudoTerminal open(Language language, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command =
                "stty cols 100 rows 40; exec '%s' -Xmx256m -cp '%s' %s %s"
                        .formatted(
                                java,
                                System.getProperty("java.class.path"),
                                Primer.class.getName(),
                                Arrays.stream(arguments)
                                        .map(argument -> "'" + argument + "'")
                                        .collect(Collectors.joining(" ")));
        var builder = new ProcessBuilder("script", "-qefc", command, "/dev/null");
        builder.environment().put("PRIMER_LANG", language.code());
        builder.environment().put("TERM", "xterm");
        return new PseudoTerminal(builder.redirectErrorStream(true).start());
    }

    private void read() {
        var buffer = new byte[4096];
        try (var in = process.getInputStream()) {
            for (var count = in.read(buffer); count > 0; count = in.read(buffer)) {
                synchronized (screen) {
                    screen.write(buffer, 0, count);
                    screen.notifyAll();
                }
            }
        } catch (IOException e) {
            // The terminal is gone: what has been shown until now is all there is.
        }
    }

    /** Waits for a text that is shown after the last one that was waited for. */
    void await(String text) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (screen) {
            var at = shown().indexOf(text, seen);
            while (at < 0 && System.nanoTime() < end) {
                try {
                    screen.wait(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
                at = shown().indexOf(text, seen);
            }
            if (at < 0) {
                fail("never shown: " + text + "\n" + shown().substring(seen));
            }
            seen = at + text.length();
        }
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    void press(char key) throws IOException {
        process.getOutputStream().write(key);
        process.getOutputStream().flush();
    }

    /** Waits for the program to end and returns its exit status. */
    int end() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
