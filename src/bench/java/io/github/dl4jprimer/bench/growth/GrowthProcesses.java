package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.bench.Ceiling;
import io.github.dl4jprimer.bench.CeilingProcess;
import io.github.dl4jprimer.bench.ChildProcess;
import io.github.dl4jprimer.runtime.NativeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Starts measurements in JVMs of their own, with the flags of the {@code primer} script.
 *
 * @param folder for output
 * @param seconds to measure each step
 */
record GrowthProcesses(Path folder, double seconds) {
    /** What a user may have set would hold for every number of threads. */
    private static final Set<String> THREADS = Set.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS");

    /** The first heap is in memory from the start, so that garbage does not count as growth. */
    private static final List<String> OPTIONS =
            List.of("-Xms256m", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

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
        var child = ChildProcess.of(ChildProcess.java(OPTIONS, program, arguments), folder);
        var environment = child.builder().environment();
        environment.keySet().removeAll(THREADS);
        environment.put(NativeSettings.THREADS, String.valueOf(threads));
        return child.run(
                result,
                "It was %s %s: free memory or leave its axis out."
                        .formatted(program.getSimpleName(), String.join(" ", arguments)));
    }
}
