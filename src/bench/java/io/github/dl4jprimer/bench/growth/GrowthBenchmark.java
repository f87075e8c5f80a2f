package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.bench.BenchmarkProgram;
import io.github.dl4jprimer.bench.Effort;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.Provenance;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeRuntime;
import io.github.dl4jprimer.runtime.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How time and peak memory of an encoder grow with batch, length, width, layers, vocabulary and
 * threads, one at a time, each beside the formulas.
 *
 * <p>Each point is a fresh process; the points of an axis take turns, round by round, after the
 * machine's own ceilings. Writes {@code growth.json}, {@code growth.md} and {@code
 * growth.zh-CN.md}, and two charts an axis into {@code growth/}, after every axis.
 */
@Command(name = "growth", mixinStandardHelpOptions = true, sortOptions = false)
public final class GrowthBenchmark implements Callable<Integer> {
    @Option(names = "--axes", split = ",", description = "${DEFAULT-VALUE}")
    private List<String> axes = Arrays.stream(GrowthAxis.values()).map(GrowthAxis::key).toList();

    @Option(names = "--rounds", description = "processes of each point; ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(names = "--seconds", description = "to measure each step; ${DEFAULT-VALUE}")
    private double seconds = 1.5;

    @Option(names = "--out", description = "folder of the results; ${DEFAULT-VALUE}")
    private Path out = Path.of("target");

    /** Runs the benchmark; {@code --help} lists the options. */
    public static void main(String[] arguments) {
        BenchmarkProgram.main(new GrowthBenchmark(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        var plan = GrowthPlan.of(axes, new Effort(rounds, seconds));
        if (!Files.exists(ResidentMemory.STATUS)) {
            throw new BadInput(
                    "operating system must be Linux, got %s. Only there a process can tell its peak"
                                    .formatted(System.getProperty("os.name"))
                            + " of memory.");
        }
        NativeRuntime.prepare();
        var processes = new GrowthProcesses(out.resolve("growth"), plan.effort().seconds());
        var results = new GrowthResults(facts());
        for (var axis : plan.axes()) {
            measure(axis, processes, results);
            write(results);
        }
        System.out.println(GrowthTable.markdown(results, Language.current()));
        return 0;
    }

    private Map<String, String> facts() {
        var facts = new LinkedHashMap<>(Provenance.facts());
        facts.put("rounds", String.valueOf(rounds));
        facts.put("date", LocalDate.now(ZoneId.systemDefault()).toString());
        return facts;
    }

    private void measure(GrowthAxis axis, GrowthProcesses processes, GrowthResults results) {
        var points = axis.points(Processor.current().cores());
        for (int round = 1; round <= rounds; round++) {
            for (int threads : points.stream().map(GrowthPoint::threads).distinct().toList()) {
                results.add(threads, processes.ceiling(threads));
            }
            for (var point : points) {
                var measured = processes.measure(point);
                results.add(axis, point, measured);
                System.out.printf(
                        "%2d %-10s %6d  train %9.3f ms %6.0f MB, infer %9.3f ms %6.0f MB%n",
                        round,
                        axis.key(),
                        axis.size(point),
                        measured.milliseconds(GrowthStep.TRAIN),
                        measured.addedMegabytes(GrowthStep.TRAIN),
                        measured.milliseconds(GrowthStep.INFER),
                        measured.addedMegabytes(GrowthStep.INFER));
            }
        }
    }

    private void write(GrowthResults results) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("growth.json"), results.json());
        for (var language : Language.values()) {
            var name = language == Language.ZH ? "growth.zh-CN.md" : "growth.md";
            Files.writeString(out.resolve(name), GrowthTable.markdown(results, language));
            for (var axis : results.axes()) {
                GrowthChart.time(results, axis, language)
                        .save(out.resolve(GrowthTable.chart(axis, "time", language)));
                GrowthChart.memory(results, axis, language)
                        .save(out.resolve(GrowthTable.chart(axis, "memory", language)));
            }
        }
    }
}
