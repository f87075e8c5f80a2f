package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final String JSON =
            """
            {"experiment": "iris", "seed": 7, "settings": {"learningRate": 0.05}, "labels": ["甲", "乙"],
             "machine": {"cores": 2}, "bestEpoch": 2, "outcome": "completed", "configuration": {"secret": "long"},
             "final": {"loss": 0.25, "accuracy": 0.9, "f1": null}, "confusion": [[9, 1], [1, 9]]}
            """;
    private static final String STEP =
            """
            {"kind":"step","epoch":1,"step":%d,"dataLoss":%s,"regularization":0,"learningRate":0.1,"gradientNorm":null,"samplesPerSecond":9}
            """;
    private static final String EPOCH =
            """
            {"kind":"epoch","epoch":%d,"step":9,"trainLoss":%s,"validationLoss":0.5,"accuracy":0.8,"perplexity":3}
            """;

    @TempDir Path folder;

    private Path run(String name, String json, String metrics) throws IOException {
        Path run = folder.resolve("iris").resolve(name);
        Files.createDirectories(run);
        Files.writeString(run.resolve("run.json"), json);
        Files.writeString(run.resolve("metrics.jsonl"), metrics);
        return run;
    }

    private static String metrics() {
        return STEP.formatted(1, "0.9")
                + STEP.formatted(2, "0.8")
                + EPOCH.formatted(1, "0.7")
                + EPOCH.formatted(2, "0.6");
    }

    @Test
    void drawsWhatTheRunLoggedAndNothingElse() throws IOException {
        Path html = RunReport.write(run("a", JSON, metrics()), Language.ZH);
        try (var charts = Files.list(html.resolveSibling("charts"))) {
            var names =
                    charts.map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    "[confusion.png, learning-rate.png, loss.png, perplexity.png, scores.png,"
                            + " step-loss.png]",
                    names.toString());
        }
    }

    @Test
    void reportsResultsAndProvenanceWithoutTheConfiguration() throws IOException {
        String html = Files.readString(RunReport.write(run("a", JSON, metrics()), Language.ZH));
        assertTrue(html.contains("<title>iris/a</title>"), "named by experiment and run");
        assertTrue(html.contains("<td>accuracy</td><td class=\"number\">0.9000</td>"));
        assertTrue(html.contains("<th scope=\"row\">settings.learningRate</th><td>0.05</td>"));
        assertTrue(html.contains("训练与验证损失"));
        assertFalse(html.contains("secret"));
    }

    @Test
    void speaksEnglishOnDemand() throws IOException {
        String html = Files.readString(RunReport.write(run("a", JSON, metrics()), Language.EN));
        assertTrue(html.contains("Training and validation loss"));
    }

    @Test
    void reportsARunThatFailedBeforeItsFirstEpoch() throws IOException {
        Path run = run("b", "{\"outcome\": \"failed: no data\"}", "");
        assertTrue(Files.readString(RunReport.write(run, Language.EN)).contains("failed: no data"));
    }

    @Test
    void groupsManySteps() throws IOException {
        var many = new StringBuilder();
        for (int step = 1; step <= 1000; step++) {
            many.append(STEP.formatted(step, step % 7 == 0 ? "null" : "0.5"));
        }
        Path html = RunReport.write(run("c", JSON, many.toString()), Language.EN);
        assertTrue(Files.size(html.resolveSibling("charts").resolve("step-loss.png")) > 0);
    }

    @Test
    void refusesAFolderWithoutARunAndABrokenOne() throws IOException {
        var none = assertThrows(BadInput.class, () -> RunReport.write(folder, Language.EN));
        assertTrue(
                none.getMessage().startsWith("run must be a folder with run.json, got nothing ("),
                none.getMessage());
        Path broken = run("d", "[1, 2", "");
        var bad = assertThrows(BadInput.class, () -> RunReport.write(broken, Language.EN));
        assertTrue(
                bad.getMessage().startsWith("run.json must be a JSON object, got something else ("),
                bad.getMessage());
    }

    @Test
    void comparesRunsInOneTableAndOneChart() throws IOException {
        Path other =
                run(
                        "b",
                        JSON.replace("\"accuracy\": 0.9", "\"mse\": 0.1"),
                        metrics() + EPOCH.formatted(3, "0.1"));
        var comparison = CompareReport.of(List.of(run("a", JSON, metrics()), other), Language.EN);
        assertEquals(
                List.of("run", "seed", "epochs", "outcome", "loss", "accuracy", "f1", "mse"),
                comparison.table().head());
        assertEquals(
                List.of("iris/a", "7", "2", "completed", "0.2500", "0.9000", "n/a", "n/a"),
                comparison.table().rows().get(0));
        assertEquals(List.of("iris/b", "7", "3"), comparison.table().rows().get(1).subList(0, 3));
        Pixels pixels = Pixels.of(comparison.lossChart());
        assertTrue(pixels.count(Palette.color(0)) > 50 && pixels.count(Palette.color(1)) > 50);
        comparison.save(folder.resolve("compare.html"));
        assertTrue(Files.readString(folder.resolve("compare.html")).contains("Losses compared"));
    }

    @Test
    void refusesToCompareNothing() {
        var failure = assertThrows(BadInput.class, () -> CompareReport.of(List.of(), Language.EN));
        assertEquals(
                "runs must be at least one, got none. Name the runs to compare.",
                failure.getMessage());
    }
}
