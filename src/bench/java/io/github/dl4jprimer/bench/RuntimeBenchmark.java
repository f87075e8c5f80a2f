package io.github.dl4jprimer.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the prepared runtime gains over DL4J's defaults: the same training steps with and without
 * {@code NativeRuntime.prepare()}, in fresh processes in turn.
 */
public final class RuntimeBenchmark {
    private static final int ROUNDS = 7;
    private static final long MILLISECONDS = 3000;

    private RuntimeBenchmark() {}

    /** Runs the benchmark; no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf(
                "%-8s %12s %12s %s%n", "network", "defaults ms", "prepared ms", "gain (min-max)");
        for (var network : StepTime.Case.values()) {
            var defaults = new ArrayList<Double>();
            var prepared = new ArrayList<Double>();
            var gains = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                defaults.add(measure("defaults", network));
                prepared.add(measure("prepared", network));
                gains.add(defaults.get(round) / prepared.get(round));
            }
            System.out.printf(
                    "%-8s %12.3f %12.3f %.2f (%.2f-%.2f)%n",
                    network,
                    median(defaults),
                    median(prepared),
                    median(gains),
                    Collections.min(gains),
                    Collections.max(gains));
        }
    }

    private static double measure(String runtime, StepTime.Case network)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StepTime.class.getName(),
                        runtime,
                        network.name(),
                        String.valueOf(MILLISECONDS));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var lines = output.strip().lines().toList();
        return Double.parseDouble(lines.get(lines.size() - 1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
