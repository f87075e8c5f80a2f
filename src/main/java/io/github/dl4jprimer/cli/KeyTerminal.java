package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.exercise.Watch;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A terminal that gives single keys as they are pressed, and shows page after page.
 *
 * <p>{@code stty} is all that this needs: a terminal library would bring native code and its own
 * start-up time for two settings. Where there is no {@code stty}, a key takes effect with Enter.
 * The settings are put back however the program ends, but by {@code kill -9}.
 */
final class KeyTerminal implements Watch.Keys, AutoCloseable {
    private static final String CLEAR = "\u001b[2J\u001b[3J\u001b[H";

    private final PrintWriter out;
    private final String saved;
    private final Thread restore;

    private KeyTerminal(PrintWriter out, String saved, Runnable atTheEnd) {
        this.out = out;
        this.saved = saved;
        this.restore =
                new Thread(
                        () -> {
                            atTheEnd.run();
                            restore();
                        });
    }

    /** Returns whether both input and output are a terminal. */
    static boolean isThere() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is a console without a terminal, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * Takes the terminal.
     *
     * @param atTheEnd done if the program is ended from outside
     */
    static KeyTerminal open(PrintWriter out, Runnable atTheEnd) {
        var terminal = new KeyTerminal(out, stty("-g"), atTheEnd);
        Runtime.getRuntime().addShutdownHook(terminal.restore);
        stty("-icanon", "-echo", "min", "1");
        return terminal;
    }

    @Override
    public char next() {
        try {
            return System.in.available() > 0 ? (char) System.in.read() : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a page instead of the one before. */
    void show(String page) {
        out.print("dumb".equals(System.getenv("TERM")) ? "\n" : CLEAR);
        out.print(page);
        out.flush();
    }

    /** Returns the width that a page may have. */
    int columns() {
        var size = stty("size").split(" ");
        return size.length == 2 && size[1].matches("[0-9]{2,4}")
                ? Math.min(Integer.parseInt(size[1]), Terminal.columns())
                : Terminal.columns();
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(restore);
        restore();
    }

    private void restore() {
        if (!saved.isEmpty()) {
            stty(saved);
        }
    }

    /** Runs {@code stty} on this terminal and returns what it says; nothing if it cannot be run. */
    private static String stty(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
