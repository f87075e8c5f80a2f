package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.RunHistory;
import io.github.dl4jprimer.experiment.StepMetrics;
import io.github.dl4jprimer.language.Language;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunChartsTest {
    private static Map<String, Chart> charts(
            String json, List<StepMetrics> steps, List<EpochMetrics> epochs) {
        var file = new RunFile("iris/a", JsonParser.parseString(json).getAsJsonObject());
        return new RunCharts(file, new RunHistory(steps, epochs), Language.EN).all();
    }

    private static EpochMetrics epoch(int number, Map<String, Double> scores) {
        return new EpochMetrics(number, 10L * number, 1.0 / number, Double.NaN, scores);
    }

    private static List<StepMetrics> steps(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new StepMetrics(1, i, i % 2, 0, 0.1, Double.NaN, 9))
                .toList();
    }

    private static List<String> key(Chart chart) {
        return chart.legend().stream().map(Legend.Entry::name).toList();
    }

    @Test
    void aRunThatLoggedNothingHasNoCharts() {
        assertEquals(Set.of(), charts("{}", List.of(), List.of()).keySet());
    }

    @Test
    void aCurveThatWasNeverMeasuredIsLeftOut() {
        var charts = charts("{}", steps(3), List.of(epoch(1, Map.of()), epoch(2, Map.of())));
        assertEquals(Set.of("loss", "step-loss", "learning-rate"), charts.keySet());
        assertEquals(List.of("training"), key(charts.get("loss")), "no validation data");
    }

    @Test
    void scoresOfOneUnitShareAChart() {
        var charts =
                charts(
                        "{}",
                        List.of(),
                        List.of(epoch(1, Map.of("accuracy", 0.8, "f1", 0.7, "mse", 3.0))));
        assertEquals(Set.of("loss", "scores", "mse"), charts.keySet());
        assertEquals(Set.of("accuracy", "f1"), Set.copyOf(key(charts.get("scores"))));
        assertEquals(List.of("mse"), key(charts.get("mse")));
    }

    @Test
    void theEpochWhoseModelWasKeptIsMarked() {
        List<EpochMetrics> epochs =
                List.of(epoch(1, Map.of()), epoch(2, Map.of()), epoch(3, Map.of()));
        Pixels plain = Pixels.of(charts("{}", List.of(), epochs).get("loss"));
        Pixels marked = Pixels.of(charts("{\"bestEpoch\": 2}", List.of(), epochs).get("loss"));
        Rectangle body = plain.body();
        var middle = new Rectangle((int) body.getCenterX() - 4, body.y + 40, 9, 200);
        assertTrue(marked.differing(plain, middle) > 80, "a dashed line at 2 of 1 to 3");
    }

    @Test
    void manyStepsBecomeTheMeanAndRangeOfNeighbours() {
        Chart few = charts("{}", steps(400), List.of()).get("step-loss");
        Chart many = charts("{}", steps(401), List.of()).get("step-loss");
        // Losses alternate between 0 and 1: each pair has the mean 0.5 and reaches from 0 to 1.
        Rectangle swinging = Pixels.of(few).bounds(Palette.color(0), Pixels.of(few).body());
        Rectangle mean = Pixels.of(many).bounds(Palette.color(0), Pixels.of(many).body());
        assertTrue(swinging.height > 300, swinging.toString());
        assertTrue(mean.height < swinging.height * 0.6, "but for the last, a lone 1: " + mean);
        Pixels noted = Pixels.of(many);
        assertTrue(
                noted.count(Palette.FAINT_INK, new Rectangle(200, 42, 500, 16)) > 50,
                "says what the area is");
    }

    @Test
    void aConfusionMatrixNamesItsClassesOrCountsThem() {
        var file =
                new RunFile(
                        "a",
                        JsonParser.parseString(
                                        "{\"confusion\": [[1, 0], [0, 2]], \"labels\": [\"甲\","
                                                + " \"乙\"]}")
                                .getAsJsonObject());
        assertEquals(List.of("甲", "乙"), file.labels(2));
        assertEquals(List.of("0", "1", "2"), file.labels(3), "not one for each");
        var charts = charts("{\"confusion\": [[1, 0], [0, 2]]}", List.of(), List.of());
        assertEquals(Set.of("confusion"), charts.keySet());
        assertEquals("Confusion matrix", charts.get("confusion").title());
    }
}
