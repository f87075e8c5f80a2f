package io.github.dl4jprimer.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.bert.BertConfig;
import io.github.dl4jprimer.bert.BertTokenizer;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.Vocabulary;
import io.github.dl4jprimer.runtime.NativeRuntime;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.BytePointer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * What it takes to load a checkpoint of bert-base-chinese's shape, 409 MB of made-up weights:
 *
 * <ul>
 *   <li>the time, as a ratio to reading the bytes of the file into new memory, from a warm cache,
 *       and the processor time of all threads, which other programs disturb less;
 *   <li>the peak of memory, in fresh processes, above a process that holds the network's parameters
 *       and has read nothing, as a share of the file.
 * </ul>
 *
 * <p>Who begins changes from round to round. The target is a share of at most 1.3.
 */
public final class CheckpointBenchmark {
    private static final int ROUNDS = 15;

    private CheckpointBenchmark() {}

    /** Runs the benchmark; no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        NativeRuntime.prepare();
        var folder = Files.createTempDirectory("checkpoint-benchmark");
        try {
            write(folder.resolve("model"));
            compareTimes(folder.resolve("model"));
            compareMemory(folder.resolve("model"));
        } finally {
            delete(folder);
        }
    }

    private static void write(Path directory) {
        var embedding = EmbeddingSettings.of(21_128, 768, 512).withSegments(2).withEpsilon(1e-12);
        var encoder = EncoderSettings.of(768, 12, 3072).withEpsilon(1e-12);
        var training = TrainingSettings.of(1);
        var pooling = SequencePooling.first();
        var model = new TransformerClassifier(embedding, encoder, 12, pooling, true, 2, training);
        var network = new ComputationGraph(model.configuration());
        network.init();
        var config = BertConfig.of(embedding, encoder, 12, List.of("no", "yes"));
        var special = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
        var tokenizer = new BertTokenizer(Vocabulary.of(special), TokenizerSettings.uncased());
        BertCheckpoint.save(directory, network, config, tokenizer);
        network.close();
    }

    private static void compareTimes(Path directory) throws IOException {
        var file = directory.resolve("model.safetensors");
        var plain = new Cost[ROUNDS];
        var loading = new Cost[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) { // two rounds warm up
            boolean first = round % 2 == 0;
            var load = first ? load(directory) : null;
            var read = read(file);
            load = first ? load : load(directory);
            plain[Math.max(round, 0)] = read;
            loading[Math.max(round, 0)] = load;
        }
        print("time", plain, loading, Cost::elapsed);
        print("cpu", plain, loading, Cost::processor);
    }

    /** Milliseconds on the clock, and of all processors. */
    private record Cost(double elapsed, double processor) {
        /** Returns what was spent since then. */
        Cost since(Cost start) {
            return new Cost(elapsed - start.elapsed, processor - start.processor);
        }

        static Cost now() {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Cost(System.nanoTime() / 1e6, system.getProcessCpuTime() / 1e6);
        }
    }

    private static void print(
            String name, Cost[] plain, Cost[] loading, ToDoubleFunction<Cost> kind) {
        var ratios = new double[ROUNDS];
        Arrays.setAll(ratios, i -> kind.applyAsDouble(loading[i]) / kind.applyAsDouble(plain[i]));
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%-7s read %.0f ms, load %.0f ms, ratio %.2f (%.2f-%.2f)%n",
                name,
                median(plain, kind),
                median(loading, kind),
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1]);
    }

    /** What it takes to get a network that could be asked. */
    private static Cost load(Path directory) {
        var start = Cost.now();
        try (var checkpoint = BertCheckpoint.open(directory)) {
            var network = checkpoint.classifier(TrainingSettings.of(1)).network();
            var cost = Cost.now().since(start);
            network.close();
            return cost;
        }
    }

    /** What it takes to get the bytes into memory that was not in use before. */
    private static Cost read(Path file) throws IOException {
        var start = Cost.now();
        try (var channel = FileChannel.open(file);
                var memory = new BytePointer(channel.size())) {
            ByteBuffer bytes = memory.asByteBuffer();
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // one read may give less than asked for
            }
            return Cost.now().since(start);
        }
    }

    private static void compareMemory(Path directory) throws IOException, InterruptedException {
        double file = Files.size(directory.resolve("model.safetensors"));
        double empty = peak("empty", directory);
        double loaded = peak("loaded", directory);
        System.out.printf(
                Locale.ROOT,
                "memory  file %.0f MB, with empty parameters %.0f MB, loaded %.0f MB: %.2f of the"
                        + " file above them%n",
                file / 1e6,
                empty / 1e6,
                loaded / 1e6,
                (loaded - empty) / file);
    }

    private static double peak(String what, Path directory)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CheckpointMemory.class.getName(),
                                what,
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var lines = output.strip().lines().toList();
        return Double.parseDouble(lines.get(lines.size() - 1));
    }

    private static double median(Cost[] costs, ToDoubleFunction<Cost> kind) {
        return Arrays.stream(costs).mapToDouble(kind).sorted().toArray()[ROUNDS / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
