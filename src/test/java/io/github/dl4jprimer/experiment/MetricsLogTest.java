package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
    private static final StepMetrics STEP =
            new StepMetrics(1, 12, 0.1 + 0.2, 0, 1e-5, Double.NaN, 1000);

    @TempDir Path folder;

    @Test
    void aStepIsOneLineOfJson() throws IOException {
        try (var log = MetricsLog.open(new RunDirectory(folder), 0)) {
            log.write(STEP);
        }
        assertEquals(
                "{\"kind\":\"step\",\"epoch\":1,\"step\":12,\"dataLoss\":0.30000000000000004,"
                        + "\"regularization\":0.0,\"learningRate\":1.0E-5,\"gradientNorm\":null,"
                        + "\"samplesPerSecond\":1000.0}\n",
                Files.readString(folder.resolve("metrics.jsonl")));
    }

    @Test
    void anEpochNamesItsScores() throws IOException {
        try (var log = MetricsLog.open(new RunDirectory(folder), 0)) {
            log.write(epoch(1, 0.5));
        }
        assertEquals(
                "{\"kind\":\"epoch\",\"epoch\":1,\"step\":100,\"trainLoss\":0.5,"
                        + "\"validationLoss\":null,\"precision\":0.9,\"accuracy\":0.8}\n",
                Files.readString(folder.resolve("metrics.jsonl")));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        try (var log = MetricsLog.open(new RunDirectory(folder), 0)) {
            log.write(STEP);
            log.write(epoch(1, Math.PI));
            var read = MetricsLog.read(folder);
            assertEquals(log.history(), read);
            assertEquals(List.of(STEP), read.steps());
            assertEquals(Math.PI, read.epochs().get(0).trainLoss());
            assertEquals(Double.NaN, read.epochs().get(0).score("f1"));
        }
    }

    @Test
    void aLineCutOffByACrashIsLeftOut() throws IOException {
        try (var log = MetricsLog.open(new RunDirectory(folder), 0)) {
            log.write(STEP);
        }
        Files.writeString(
                folder.resolve("metrics.jsonl"),
                "{\"kind\":\"step\",\"epoch\":1,\"step\":13}",
                StandardOpenOption.APPEND);
        assertEquals(1, MetricsLog.read(folder).steps().size());
    }

    @Test
    void openingKeepsTheFirstBytesAlone() {
        long bytes;
        try (var log = MetricsLog.open(new RunDirectory(folder), 0)) {
            log.write(epoch(1, 0.5));
            bytes = log.sync();
            log.write(epoch(2, 0.4));
        }
        try (var log = MetricsLog.open(new RunDirectory(folder), bytes)) {
            log.write(epoch(2, 0.3));
        }
        var losses = MetricsLog.read(folder).epochs().stream().map(EpochMetrics::trainLoss);
        assertEquals(List.of(0.5, 0.3), losses.toList());
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        var file = folder.resolve("metrics.jsonl");
        for (var line : List.of("{}", "[]", "x", "{\"kind\":\"step\"}", "{\"kind\":\"other\"}")) {
            Files.writeString(
                    file,
                    "{\"kind\":\"epoch\",\"epoch\":1,\"step\":1,"
                            + "\"trainLoss\":1,\"validationLoss\":1}\n"
                            + line
                            + "\n");
            var error = assertThrows(BadInput.class, () -> MetricsLog.read(folder));
            assertEquals(
                    "metrics must be a JSON object of kind step or epoch, got '%s' (%s:2). Remove the line."
                            .formatted(line, file),
                    error.getMessage());
        }
    }

    @Test
    void aMissingLogIsNamed() {
        var error = assertThrows(BadInput.class, () -> MetricsLog.read(folder));
        assertEquals(
                "metrics log must be a file, got nothing (%s). Check the run's folder."
                        .formatted(folder.resolve("metrics.jsonl")),
                error.getMessage());
    }

    @Test
    void theTableHasARowAnEpochAndLeavesOutWhatWasNotMeasured() {
        assertEquals(
                """
                epoch,step,trainLoss,validationLoss,precision,accuracy
                1,100,0.5,,0.9,0.8
                2,200,,,0.9,0.8
                """,
                MetricsLog.csv(List.of(epoch(1, 0.5), epoch(2, Double.POSITIVE_INFINITY))));
        assertEquals("epoch,step,trainLoss,validationLoss\n", MetricsLog.csv(List.of()));
    }

    private static EpochMetrics epoch(int epoch, double trainLoss) {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("precision", 0.9);
        scores.put("accuracy", 0.8);
        return new EpochMetrics(epoch, 100L * epoch, trainLoss, Double.NaN, scores);
    }
}
