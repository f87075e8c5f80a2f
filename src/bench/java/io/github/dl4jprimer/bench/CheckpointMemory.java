package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.runtime.NativeRuntime;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prints the most bytes this process ever had in memory: with a checkpoint loaded, or with as many
 * parameters that hold nothing. Linux tells it in {@code /proc/self/status}.
 */
public final class CheckpointMemory {
    private CheckpointMemory() {}

    /** Takes {@code loaded} or {@code empty}, and the checkpoint's directory. */
    public static void main(String[] arguments) throws IOException {
        NativeRuntime.prepare();
        try (var checkpoint = BertCheckpoint.open(Path.of(arguments[1]))) {
            long numbers = checkpoint.tensors().values().stream().mapToLong(t -> t.length()).sum();
            var kept =
                    arguments[0].equals("loaded")
                            ? checkpoint.classifier(TrainingSettings.of(1)).network().params()
                            : Nd4j.valueArrayOf(new long[] {1, numbers}, 1, DataType.FLOAT);
            if (kept.length() != numbers) {
                throw new IllegalStateException("not all tensors are parameters");
            }
        }
        System.out.println(peak());
    }

    private static long peak() throws IOException {
        var kilobytes =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(kilobytes) * 1024;
    }
}
