package io.github.dl4jprimer.bench;

import java.nio.file.Path;
import java.util.ArrayList;
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
    public static void main(String[] arguments) {
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
            var spread = Spread.of(gains);
            System.out.printf(
                    "%-8s %12.3f %12.3f %.2f (%.2f-%.2f)%n",
                    network,
                    Spread.of(defaults).median(),
                    Spread.of(prepared).median(),
                    spread.median(),
                    spread.min(),
                    spread.max());
        }
    }

    private static double measure(String runtime, StepTime.Case network) {
        var command =
                ChildProcess.java(
                        List.of("-Xmx2g"),
                        StepTime.class,
                        runtime,
                        network.name(),
                        String.valueOf(MILLISECONDS));
        var folder = Path.of("target", "runtime-benchmark");
        return ChildProcess.of(command, folder).run(Double.class, "Free memory: it takes 2 GB.");
    }
}
