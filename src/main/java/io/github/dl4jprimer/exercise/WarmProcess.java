package io.github.dl4jprimer.exercise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM with this one's class path, which reads lines and answers with lines that begin with
 * a mark; all else that it says is noise, of which the last line is kept.
 */
final class WarmProcess implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-Dsun.misc.unsafe.memory.access=allow");

    private final Process process;
    private final String mark;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile String noise = "";
    private volatile boolean ended;

    private WarmProcess(Process process, String mark) {
        this.process = process;
        this.mark = mark;
    }

    /** Starts the main class with the mark as its only argument. */
    static WarmProcess start(Class<?> main, String mark) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), mark));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var warm = new WarmProcess(process, mark);
            var reader = new Thread(warm::read, "answers");
            reader.setDaemon(true);
            reader.start();
            return warm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(mark)) {
                    answers.add(Optional.of(line.substring(mark.length())));
                } else if (!line.isBlank()) {
                    noise = line;
                }
            }
        } catch (IOException e) {
            noise = e.toString();
        }
        ended = true;
        answers.add(Optional.empty());
    }

    /** Sends a line; one that is gone already is found out when no answer comes. */
    void send(String line) {
        try {
            var out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            noise = e.toString();
        }
    }

    /** Returns the next answer; nothing if none comes in time or the process has ended. */
    Optional<String> answer(Duration limit) {
        try {
            var answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null ? Optional.empty() : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Returns whether the process has said its last. */
    boolean ended() {
        return ended;
    }

    /** Returns the exit status of a process that has ended. */
    int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Returns the last line that was no answer. */
    String lastNoise() {
        return noise;
    }

    /** Ends the process, whatever it is doing. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
