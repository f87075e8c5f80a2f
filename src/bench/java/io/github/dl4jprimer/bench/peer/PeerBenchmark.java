package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.BenchmarkProgram;
import io.github.dl4jprimer.bench.Ceiling;
import io.github.dl4jprimer.bench.Effort;
import io.github.dl4jprimer.bench.Spread;
import io.github.dl4jprimer.bench.peer.PeerCase.Mode;
import io.github.dl4jprimer.experiment.Provenance;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * This project beside PyTorch, DJL and DL4J: all train and apply the same network, from the same
 * weights on the same batch, in fresh processes that take turns.
 *
 * <p>Writes {@code performance.json}, {@code performance.md} and {@code performance.zh-CN.md} (the
 * READMEs' section), and a chart. A contender whose parameters or losses are not the others' ends
 * the benchmark.
 */
@Command(name = "peers", mixinStandardHelpOptions = true, sortOptions = false)
public final class PeerBenchmark implements Callable<Integer> {
    @Option(names = "--cases", split = ",", description = "${DEFAULT-VALUE}")
    private List<String> cases = Arrays.stream(PeerCase.values()).map(PeerCase::key).toList();

    @Option(names = "--contenders", split = ",", description = "${DEFAULT-VALUE}")
    private List<String> contenders =
            Arrays.stream(Contender.values()).map(Contender::key).toList();

    @Option(names = "--rounds", description = "processes of each contender; ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--seconds", description = "to measure each mode; ${DEFAULT-VALUE}")
    private double seconds = 3;

    @Option(names = "--same-only", description = "leave out the peers' own defaults")
    private boolean sameOnly;

    @Option(names = "--out", description = "folder of the results; ${DEFAULT-VALUE}")
    private Path out = Path.of("target");

    /** Runs the benchmark; {@code --help} lists the options. */
    public static void main(String[] arguments) {
        BenchmarkProgram.main(new PeerBenchmark(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        var effort = new Effort(rounds, seconds);
        var sizes = cases.stream().map(PeerCase::named).toList();
        var python = PeerProcesses.findPython();
        var entrants = entrants(python.isPresent());
        var environment = NativeRuntime.prepare().environment();
        var processes =
                new PeerProcesses(out.resolve("peers"), effort.seconds(), environment, python);
        var results = new PeerResults(facts(processes.ceiling()));
        for (var size : sizes) {
            measure(size, entrants, processes, results);
            write(results);
        }
        System.out.println(PerformanceTable.markdown(results, Language.EN));
        return 0;
    }

    private Map<String, String> facts(Ceiling ceiling) {
        var facts = new LinkedHashMap<>(Provenance.facts());
        facts.put("gigaflops", Spread.digits(ceiling.gigaflops()));
        facts.put("gigabytes", Spread.digits(ceiling.gigabytes()));
        facts.put("rounds", String.valueOf(rounds));
        facts.put("date", LocalDate.now(ZoneId.systemDefault()).toString());
        return facts;
    }

    private List<Entrant> entrants(boolean hasPython) {
        var entrants = new ArrayList<>(List.of(Entrant.PRIMER));
        for (var key : contenders) {
            var contender = Contender.named(key);
            if (contender == Contender.TORCH_PYTHON && !hasPython) {
                System.err.println(
                        "torch-python is left out: no python3 imports torch. To have it:"
                                + " apt-get install --no-install-recommends python3-torch");
            } else if (contender != Contender.PRIMER) {
                entrants.add(new Entrant(contender, false));
                if (!sameOnly) {
                    entrants.add(new Entrant(contender, true));
                }
            }
        }
        return entrants;
    }

    private void measure(
            PeerCase size, List<Entrant> entrants, PeerProcesses processes, PeerResults results) {
        System.out.printf("%s, %d parameters%n", size.key(), size.model().parameters());
        for (int round = 0; round < rounds; round++) {
            List<Double> losses = null;
            for (var entrant : entrants) {
                var measured = processes.run(entrant, size);
                losses = losses == null ? measured.losses() : losses;
                SameWork.check(size.model(), entrant.contender(), measured, losses);
                results.add(size, entrant, measured);
                System.out.printf(
                        "%2d %-22s %9d parameters, loss %.4f to %.4f, train %9.3f ms, infer"
                                + " %9.3f ms  %s%n",
                        round + 1,
                        entrant.key(),
                        measured.parameters(),
                        measured.losses().get(0),
                        measured.losses().get(measured.losses().size() - 1),
                        measured.milliseconds(Mode.TRAIN),
                        measured.milliseconds(Mode.INFER),
                        measured.version());
            }
        }
    }

    private void write(PeerResults results) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("performance.json"), results.json());
        for (var language : Language.values()) {
            var name = language == Language.ZH ? "performance.zh-CN.md" : "performance.md";
            Files.writeString(out.resolve(name), PerformanceTable.markdown(results, language));
        }
        PeerChart.draw(results, Language.current()).save(out.resolve("performance.png"));
    }
}
