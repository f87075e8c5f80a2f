package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void reportsWhatTheRunLoggedAndNothingElse() throws IOException {
        Path page = RunReport.write(run("a", JSON, metrics()), Language.ZH);
        try (var charts = Files.list(page.resolveSibling("charts"))) {
            assertEquals(
                    List.of(
                            "confusion.png",
                            "learning-rate.png",
                            "loss.png",
                            "perplexity.png",
                            "scores.png",
                            "step-loss.png"),
                    charts.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String html = Files.readString(page);
        assertTrue(html.contains("<title>iris/a</title>"), "named by experiment and run");
        assertTrue(
                html.contains(
                        "<td style=\"text-align: left\">accuracy</td><td class=\"number\""
                                + " style=\"text-align: right\">0.9000</td>"));
        assertTrue(html.contains("<th scope=\"row\">settings.learningRate</th><td>0.05</td>"));
        assertTrue(html.contains("训练与验证损失"));
        assertFalse(html.contains("secret"), "the configuration is too long for a table");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2",
                "3",
                "null",
                "",
                "{\"final\": {\"loss\": \"high\"}}",
                "{\"confusion\": 3}",
                "{\"confusion\": [[1, 2]]}",
                "{\"confusion\": [[\"a\"]]}",
                "{\"confusion\": [[1]], \"labels\": 7}",
                "{\"confusion\": [[1]], \"labels\": [[]]}"
            })
    void refusesADamagedRecordAndWritesNothing(String json) throws IOException {
        Path run = run("d", json, metrics());
        var bad = assertThrows(BadInput.class, () -> RunReport.write(run, Language.EN));
        assertEquals(
                "run.json must be a JSON object as a run writes it, got something else (%s). Run the experiment again."
                        .formatted(run.resolve("run.json")),
                bad.getMessage());
        try (var files = Files.list(run)) {
            assertEquals(2, files.count(), "run.json and metrics.jsonl");
        }
    }

    @Test
    void refusesARecordThatIsNotUtf8() throws IOException {
        Path run = run("d", "{}", "");
        Files.write(run.resolve("run.json"), "{\"a\": \"磁盘\"}".getBytes(Charset.forName("GBK")));
        var bad = assertThrows(BadInput.class, () -> RunReport.write(run, Language.EN));
        assertTrue(
                bad.getMessage().startsWith("run.json must be a readable text in UTF-8, got "),
                bad.getMessage());
    }

    @Test
    void bothLanguagesReportTheSameNumbersAndPictures() throws IOException {
        Path run = run("a", JSON, metrics());
        String chinese = Files.readString(RunReport.write(run, Language.ZH));
        String english = Files.readString(RunReport.write(run, Language.EN));
        assertEquals(numbers(chinese), numbers(english));
        assertEquals(pictures(chinese), pictures(english));
        assertEquals(6, pictures(english));
        String words = english.replaceAll("base64,[^\"]+|<style>[^§]*?</style>", "");
        assertEquals(
                "",
                words.codePoints()
                        .filter(Character::isIdeographic)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()),
                "Chinese in the English report");
        try (var files = Files.list(run)) {
            assertEquals(
                    List.of("charts", "metrics.jsonl", "report.html", "run.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static List<String> numbers(String html) {
        return Pattern.compile("<td class=\"number\" style=\"text-align: right\">([^<]*)</td>")
                .matcher(html)
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    private static long pictures(String html) {
        return Pattern.compile("<img ").matcher(html).results().count();
    }

    @Test
    void reportsARunThatDiverged() throws IOException {
        String steps =
                STEP.formatted(1, "0.9") + STEP.formatted(2, "1e30") + STEP.formatted(3, "null");
        String json = "{\"outcome\": \"diverged at step 3\", \"final\": {\"loss\": null}}";
        Path html =
                RunReport.write(run("e", json, steps + EPOCH.formatted(1, "null")), Language.ZH);
        String page = Files.readString(html);
        assertTrue(page.contains("结果：diverged at step 3"), "the outcome");
        assertTrue(
                page.contains(
                        "<td style=\"text-align: left\">loss</td><td class=\"number\""
                                + " style=\"text-align: right\">n/a</td>"));
        assertTrue(Files.exists(html.resolveSibling("charts").resolve("step-loss.png")));
    }

    @Test
    void refusesAFolderWithoutARun() {
        var none = assertThrows(BadInput.class, () -> RunReport.write(folder, Language.EN));
        assertEquals(
                "run must be a folder with run.json, got nothing (%s). Check the run's folder."
                        .formatted(folder.resolve("run.json")),
                none.getMessage());
    }
}
