package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeekRunTest {
    @TempDir private Path root;

    private final StringWriter out = new StringWriter();

    /** An experiment that finds what it is told. */
    private static final class Stated implements CourseExperiment {
        @Override
        public String id() {
            return "w1-tensors";
        }

        @Override
        public Settings settings() {
            return Settings.none().with("epochs", 3);
        }

        @Override
        public void run(Lab lab) {
            lab.table(
                    lab.say("结果", "result"),
                    TextTable.of("n").row(lab.settings().integer("epochs")));
            var chart = new LineChart(lab.say("损失", "loss")).x("epoch").y("loss");
            lab.chart("loss", "loss", chart.line("a", new double[] {1, 2}, new double[] {2, 1}));
            lab.figure("loss", 0.25);
            lab.figure("broken", Double.NaN);
            lab.claim(lab.say("损失下降", "the loss falls"), true);
            lab.claim("the moon is cheese", false);
        }
    }

    private JsonObject run(Language language, boolean brief) throws IOException {
        var week = new Week(1, List.of(Lesson.of("tensors", new Stated())));
        var lab = new LabRun(7, language, Progress.SILENT);
        var pages = new LessonPages(new PrintWriter(out), language, 80, brief);
        new WeekRun(week, lab, pages).run(root);
        try (var runs = Files.list(root.resolve("week1"))) {
            var summary = runs.sorted().reduce((a, b) -> b).orElseThrow().resolve("summary.json");
            return JsonParser.parseString(Files.readString(summary)).getAsJsonObject();
        }
    }

    @Test
    void theWeekIsToldInTheLearnersLanguage() throws IOException {
        run(Language.ZH, false);
        assertTrue(out.toString().contains("▶ 十分钟认识 ND4J  [w1-tensors]"), out.toString());
        assertTrue(out.toString().contains("✓ 损失下降"));
        assertTrue(out.toString().contains("✗ the moon is cheese"));
        assertTrue(out.toString().contains("报告："));
    }

    @Test
    void theSummaryHoldsFiguresAndClaims() throws IOException {
        var summary = run(Language.EN, false);
        assertEquals(7, summary.get("seed").getAsLong());
        assertFalse(summary.get("hold").getAsBoolean());
        var experiment = summary.getAsJsonArray("experiments").get(0).getAsJsonObject();
        assertEquals(0.25, experiment.getAsJsonObject("figures").get("loss").getAsDouble());
        assertEquals(2, experiment.getAsJsonArray("claims").size());
    }

    @Test
    void theRunsFolderHoldsTablesChartsAndTheReport() throws IOException {
        run(Language.EN, true);
        try (var files = Files.walk(root)) {
            var names = files.filter(Files::isRegularFile).map(f -> f.getFileName().toString());
            assertEquals(
                    Set.of("summary.json", "table1.csv", "loss.png", "report.html", "run.json"),
                    names.collect(Collectors.toSet()));
        }
    }

    @Test
    void brieflyToldTheWeekIsItsSummary() throws IOException {
        run(Language.EN, true);
        assertFalse(out.toString().contains("▶"));
        assertTrue(out.toString().contains("w1-tensors"));
        assertTrue(out.toString().contains("✗ the moon is cheese"));
    }
}
