package io.github.dl4jprimer.bench;

import com.google.gson.GsonBuilder;
import io.github.dl4jprimer.bert.EncodingOptions;
import io.github.dl4jprimer.classifier.EncoderClassifier;
import io.github.dl4jprimer.classifier.SavedClassifier;
import io.github.dl4jprimer.experiment.MetricsLog;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a user of the program waits, in whole processes of {@code ./primer} from a warm cache:
 *
 * <ul>
 *   <li>until the first training step is done: {@code train} of a perceptron on Iris, one step;
 *   <li>for the class of one line: {@code predict} with a small encoder, until the process has
 *       ended;
 *   <li>for the classes of 10 000 lines: the same with a file, and what is left of it when the time
 *       for one line is taken off.
 * </ul>
 *
 * <p>The first step's end is read off the run's own log: its file was last written when the first
 * epoch, of this one step, had been measured on the validation data, so the figure is rather too
 * high than too low. The three take turns, after a round that warms the caches. The targets are 1.2
 * s and 1.5 s.
 */
@Command(name = "start", mixinStandardHelpOptions = true)
public final class StartBenchmark implements Callable<Integer> {
    private static final Path DATASETS = Path.of("datasets");
    private static final String LINE = "磁盘使用率超过95%";
    private static final int LINES = 10_000;
    private static final Path RESULT = Path.of("target", "start.json");

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private Path folder;

    @Option(names = "--rounds", description = "processes of each kind; ${DEFAULT-VALUE}")
    private int rounds = 7;

    /** Runs the benchmark in the project folder; {@code --help} lists the options. */
    public static void main(String[] arguments) {
        BenchmarkProgram.main(new StartBenchmark(), arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Effort.requireRounds(rounds);
        folder = Files.createTempDirectory("start-benchmark");
        try {
            measure();
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure() throws IOException, InterruptedException {
        var texts =
                Files.readAllLines(DATASETS.resolve("alarm-logs-zh/train.tsv")).stream()
                        .limit(LINES)
                        .map(line -> line.substring(0, line.indexOf('\t')))
                        .toList();
        Files.write(folder.resolve("lines.txt"), texts);
        trainEncoder();
        long tokens = tokens(texts);
        for (int round = 0; round <= rounds; round++) {
            if (round == 1) {
                figures.clear(); // the round before it warmed the caches
            }
            double first = firstStep();
            double one = predict(1, "--text", LINE);
            double many = predict(LINES, "--file", folder.resolve("lines.txt").toString());
            add("first training step, s", first);
            add("predict one line, s", one);
            add("predict 10000 lines, s", many);
            add("predict 10000 lines, lines/s", LINES / many);
            add("predict 10000 lines, tokens/s", tokens / many);
            add("beyond the first line, lines/s", (LINES - 1) / (many - one));
            add("beyond the first line, tokens/s", tokens / (many - one));
        }
        report();
    }

    private void trainEncoder() throws IOException, InterruptedException {
        primer(
                "train",
                "--model=encoder",
                "--data=" + DATASETS.resolve("alarm-logs-zh/dev.tsv"),
                "--epochs=1",
                "--runs=" + folder.resolve("encoder-runs"),
                "--out=" + folder.resolve("encoder"));
    }

    /** Counts what the encoder reads of the texts, [CLS] and [SEP] included. */
    private long tokens(List<String> texts) {
        NativeRuntime.prepare();
        var encoder = (EncoderClassifier) SavedClassifier.load(folder.resolve("encoder"));
        var options = EncodingOptions.defaults().withMaxLength(encoder.maxLength());
        return texts.stream()
                .mapToLong(text -> encoder.tokenizer().encode(text, options).ids().length)
                .sum();
    }

    private double firstStep() throws IOException, InterruptedException {
        var runs = folder.resolve("runs");
        var start = Instant.now();
        primer(
                "train",
                "--model=mlp",
                "--data=" + DATASETS.resolve("iris/iris.csv"),
                "--header",
                "--epochs=1",
                "--batch-size=120",
                "--runs=" + runs,
                "--out=" + folder.resolve("perceptron"));
        try (var files = Files.walk(runs)) {
            var log =
                    files.filter(file -> file.endsWith("metrics.jsonl")).findFirst().orElseThrow();
            int steps = MetricsLog.read(log.getParent()).steps().size();
            if (steps != 1) {
                throw new IllegalStateException("steps must be 1, got " + steps + ": " + log);
            }
            return seconds(start, Files.getLastModifiedTime(log).toInstant());
        } finally {
            delete(runs);
        }
    }

    private double predict(int lines, String option, String value)
            throws IOException, InterruptedException {
        var start = Instant.now();
        primer("predict", "--model=" + folder.resolve("encoder"), option, value);
        var end = Instant.now();
        int answers = Files.readAllLines(folder.resolve("output")).size();
        if (answers != lines) {
            throw new IllegalStateException("answers must be " + lines + ", got " + answers);
        }
        return seconds(start, end);
    }

    private void primer(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./primer"));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("output").toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("status must be 0: " + String.join(" ", command));
        }
    }

    private void add(String name, double value) {
        figures.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private void report() throws IOException {
        var targets = Map.of("first training step, s", 1.2, "predict one line, s", 1.5);
        var json = new LinkedHashMap<String, Object>();
        for (var figure : figures.entrySet()) {
            var spread = Spread.of(figure.getValue());
            var target = targets.get(figure.getKey());
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %10.2f (%.2f-%.2f)%s%n",
                    figure.getKey(),
                    spread.median(),
                    spread.min(),
                    spread.max(),
                    target == null ? "" : "  target: at most " + target);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("median", spread.median());
            entry.put("min", spread.min());
            entry.put("max", spread.max());
            if (target != null) {
                entry.put("target", target);
            }
            json.put(figure.getKey(), entry);
        }
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        Files.writeString(RESULT, gson.toJson(json) + "\n");
    }

    private static double seconds(Instant start, Instant end) {
        return Duration.between(start, end).toNanos() / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
