package io.github.dl4jprimer.bench;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a measurement in a process of its own, whose last line of output is its result as JSON. */
public final class ChildProcess {
    private static final long LONGEST_MINUTES = 15;

    private final ProcessBuilder builder;
    private final Path output;

    private ChildProcess(List<String> command, Path output) {
        this.output = output;
        builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
    }

    /**
     * Prepares a process.
     *
     * @param command program and arguments
     * @param folder for its output
     */
    public static ChildProcess of(List<String> command, Path folder) {
        try {
            return new ChildProcess(command, Files.createDirectories(folder).resolve("output.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the command of a Java program of this class path, without log lines.
     *
     * @param options of the virtual machine
     */
    public static List<String> java(List<String> options, Class<?> program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlogback.configurationFile=io/github/dl4jprimer/runtime/logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The process, to change its environment before it runs. */
    public ProcessBuilder builder() {
        return builder;
    }

    /**
     * Runs it and returns its result.
     *
     * @param result a record with the result's fields
     * @param remedy how to find out more, for the message
     * @throws IllegalStateException if it fails, or takes longer than a quarter of an hour
     */
    public <T> T run(Class<T> result, String remedy) {
        try {
            var process = builder.start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            int status = process.waitFor();
            var lines = Files.readString(output, StandardCharsets.UTF_8).lines().toList();
            if (!ended || status != 0 || lines.isEmpty()) {
                throw new IllegalStateException(
                        "benchmark process must end well, got status %d, see %s. %s"
                                .formatted(status, output, remedy));
            }
            return new Gson().fromJson(lines.get(lines.size() - 1), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
