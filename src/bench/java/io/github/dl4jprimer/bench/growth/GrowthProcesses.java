package io.github.dl4jprimer.bench.growth;

import com.google.gson.Gson;
import io.github.dl4jprimer.runtime.NativeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Starts measurements in JVMs of their own, with the flags of the {@code primer} script.
 *
 * @param folder for output
 * @param seconds to measure each step
 */
record GrowthProcesses(Path folder, double seconds) {
    private static final long LONGEST_MINUTES = 15;

    /** What a user may have set would hold for every number of threads. */
    private static final Set<String> THREADS = Set.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS");

    /** Measures what the machine can do with so many threads. */
    Ceiling ceiling(int threads) {
        return run(Ceiling.class, threads, CeilingProcess.class, String.valueOf(seconds));
    }

    /** Measures a point. */
    GrowthMeasured measure(GrowthPoint point) {
        return run(
                GrowthMeasured.class,
                point.threads(),
                GrowthProcess.class,
                point.text(),
                String.valueOf(seconds));
    }

    private <T> T run(Class<T> result, int threads, Class<?> program, String... arguments) {
        try {
            var output = Files.createDirectories(folder).resolve("output.log");
            var command = new ArrayList<>(java());
            command.add(program.getName());
            command.addAll(List.of(arguments));
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeAll(THREADS);
            builder.environment().put(NativeSettings.THREADS, String.valueOf(threads));
            var process = builder.start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            var lines = Files.readString(output, StandardCharsets.UTF_8).lines().toList();
            if (!ended || process.waitFor() != 0 || lines.isEmpty()) {
                throw new IllegalStateException(
                        "%s %s must end well, see %s. Free memory or leave its axis out."
                                .formatted(
                                        program.getSimpleName(),
                                        String.join(" ", arguments),
                                        output));
            }
            return new Gson().fromJson(lines.get(lines.size() - 1), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first heap is in memory from the start, so that garbage does not count as growth. */
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx2g",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=io/github/dl4jprimer/runtime/logback.xml", // quiet
                "-cp",
                System.getProperty("java.class.path"));
    }
}
