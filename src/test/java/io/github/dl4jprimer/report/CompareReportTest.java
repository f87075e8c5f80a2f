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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareReportTest {
    private static final String EPOCH =
            """
            {"kind":"epoch","epoch":%d,"step":9,"trainLoss":%s,"validationLoss":%s,"accuracy":0.8}
            """;

    @TempDir private Path folder;

    private Path run(String name, String json, String metrics) throws IOException {
        Path run = Files.createDirectories(folder.resolve("iris").resolve(name));
        Files.writeString(run.resolve("run.json"), json);
        Files.writeString(run.resolve("metrics.jsonl"), metrics);
        return run;
    }

    private Path run(String name, String finalScores) throws IOException {
        String json = "{\"seed\": 7, \"outcome\": \"completed\", \"final\": {" + finalScores + "}}";
        return run(name, json, EPOCH.formatted(1, "0.7", "0.5") + EPOCH.formatted(2, "0.6", "0.4"));
    }

    @Test
    void aRowARunHoldsEveryMeasurementOfAnyRun() throws IOException {
        var table =
                CompareReport.of(
                                List.of(
                                        run("a", "\"loss\": 0.25, \"accuracy\": 0.9"),
                                        run("b", "\"loss\": null, \"mse\": 0.1")),
                                Language.EN)
                        .table();
        assertEquals(
                """
                run     seed  epochs  outcome      loss  accuracy     mse
                ──────  ────  ──────  ─────────  ──────  ────────  ──────
                iris/a  7          2  completed  0.2500    0.9000     n/a
                iris/b  7          2  completed     n/a       n/a  0.1000
                """,
                table.text());
    }

    @Test
    void theChartHasACurveARun() throws IOException {
        var comparison =
                CompareReport.of(List.of(run("a", ""), run("b", "")), Language.EN).lossChart();
        assertEquals(
                List.of("iris/a", "iris/b"),
                comparison.legend().stream().map(Legend.Entry::name).toList());
        Pixels pixels = Pixels.of(comparison);
        assertTrue(pixels.count(Palette.color(1), pixels.body()) > 200);
    }

    @Test
    void withoutValidationTheTrainingLossIsCompared() throws IOException {
        Path trained =
                run("a", "{}", EPOCH.formatted(1, "8", "null") + EPOCH.formatted(2, "2", "null"));
        Path validated =
                run("b", "{}", EPOCH.formatted(1, "8", "5") + EPOCH.formatted(2, "2", "5"));
        Pixels pixels =
                Pixels.of(CompareReport.of(List.of(trained, validated), Language.EN).lossChart());
        assertTrue(pixels.bounds(Palette.color(0), pixels.body()).height > 300, "from 8 to 2");
        assertTrue(pixels.bounds(Palette.color(1), pixels.body()).height < 5, "5 throughout");
    }

    @Test
    void runsWithoutAnEpochHaveATableAndNoChart() throws IOException {
        Path early = run("a", "{\"outcome\": \"failed: no data\"}", "");
        Path page = folder.resolve("compare.html");
        CompareReport.of(List.of(early), Language.EN).save(page);
        String html = Files.readString(page);
        assertTrue(html.contains("failed: no data"), html);
        assertFalse(html.contains("<img"), "nothing to draw");
    }

    @Test
    void thePageSpeaksBothLanguages() throws IOException {
        List<Path> runs = List.of(run("a", "\"loss\": 0.25"), run("b", "\"loss\": 0.5"));
        Path page = folder.resolve("compare.html");
        CompareReport.of(runs, Language.ZH).save(page);
        String chinese = Files.readString(page);
        assertTrue(chinese.contains("<title>运行的比较</title>") && chinese.contains("alt=\"损失的比较\""));
        CompareReport.of(runs, Language.EN).save(page);
        String english = Files.readString(page);
        assertTrue(english.contains("<title>Runs compared</title>"));
        assertTrue(
                english.contains("<td class=\"number\" style=\"text-align: right\">0.2500</td>"));
        assertFalse(
                english.codePoints().filter(c -> c < 0xFFFF).anyMatch(Character::isIdeographic)
                        && english.contains("损失"));
    }

    @Test
    void aRunComparedWithItselfHasTwoCurvesAndTwoRows() throws IOException {
        Path run = run("a", "");
        var comparison = CompareReport.of(List.of(run, run), Language.EN);
        assertEquals(2, comparison.table().rows().size());
        assertEquals(2, comparison.lossChart().legend().size());
        assertTrue(comparison.lossChart().image().getWidth() > 0);
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        Path run = run("a", "");
        Path none = folder.resolve("iris").resolve("none");
        var missing =
                assertThrows(
                        BadInput.class, () -> CompareReport.of(List.of(run, none), Language.EN));
        assertEquals(
                "run must be a folder with run.json, got nothing (%s). Check the run's folder."
                        .formatted(none.resolve("run.json")),
                missing.getMessage());
        var nothing = assertThrows(BadInput.class, () -> CompareReport.of(List.of(), Language.EN));
        assertEquals(
                "runs must be at least one, got none. Name the runs to compare.",
                nothing.getMessage());
    }
}
