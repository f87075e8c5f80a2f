package io.github.dl4jprimer.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.bench.Ceiling;
import io.github.dl4jprimer.bench.Spread;
import io.github.dl4jprimer.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTableTest {
    private static final List<GrowthPoint> POINTS = GrowthAxis.BATCH.points(2);

    /** Two rounds of the first two batches on a machine of 100 GFLOP/s and 10 GB/s. */
    private static GrowthResults twoPoints() {
        var results = new GrowthResults(Map.of("processor", "P", "rounds", "2", "date", "D"));
        for (int round = 1; round <= 2; round++) {
            results.add(2, new Ceiling(50 * round + 25, 10)); // 75 and 125
            results.add(GrowthAxis.BATCH, POINTS.get(0), measured(POINTS.get(0), 10 * round));
            results.add(GrowthAxis.BATCH, POINTS.get(1), measured(POINTS.get(1), 30));
        }
        return results;
    }

    private static GrowthMeasured measured(GrowthPoint point, double train) {
        long parameters = new TransformerCost(point).parameters();
        return new GrowthMeasured(
                parameters, train, 2, 100_000_000, 110_000_000, 140_000_000 + point.batch());
    }

    /**
     * The smallest batch: 2 · 3 · 64 · 2 · (4 · 128² + 2 · 128 · 512 + 2 · 64 · 128) and the
     * classifier are 163.6 million operations, 1.64 ms; 14 · 4 bytes of each of 1046282 parameters
     * are 5.86 ms.
     */
    @Test
    void aRowHasTheMeasuredTimesBesideTheory() {
        var lines = GrowthTable.markdown(twoPoints(), Language.EN).lines().toList();
        assertEquals(
                "Measured on P; rounds: 2; D. Sizes that stay: B=16 T=64 D=128 H=4 L=2 V=5000.",
                lines.get(2));
        assertEquals(
                "Ceiling with threads=2: matrix product 100 (75.0–125) GFLOP/s, memory 10.0"
                        + " (10.0–10.0) GB/s.",
                lines.get(4));
        assertEquals("## batch B", lines.get(8));
        assertEquals(
                "| batch B | train (ms) | theory (ms) | ratio | infer (ms) | theory (ms) | ratio |"
                        + " train tokens/s | train of the ceiling |",
                lines.get(10));
        assertEquals(
                "| 1 | 15.0 (10.0–20.0) | 7.50 | 2.00 | 2.00 (2.00–2.00) | 0.545 | 3.67 | 4267 |"
                        + " 10.9% |",
                lines.get(12));
        assertEquals(
                "From 1 to 2 a training step takes 2.00 times as long, in theory 1.22 times.",
                lines.get(15));
    }

    @Test
    void memoryIsWhatWasAddedBesideTheWholeProcess() {
        var lines = GrowthTable.markdown(twoPoints(), Language.EN).lines().toList();
        assertEquals("![batch B: time](growth/batch-time.png)", lines.get(17));
        assertEquals(
                "| batch B | train (MB) | theory (MB) | ratio | infer (MB) | theory (MB) | ratio |"
                        + " whole process (MB) |",
                lines.get(19));
        assertEquals(
                "| 1 | 40.0 (40.0–40.0) | 18.5 | 2.16 | 10.0 (10.0–10.0) | 4.71 | 2.12 |"
                        + " 140 (140–140) |",
                lines.get(21));
        assertEquals("![batch B: memory](growth/batch-memory.png)", lines.get(24));
        assertEquals(25, lines.size());
    }

    @Test
    void bothLanguagesShowTheSameFigures() {
        var english = rows(Language.EN);
        assertEquals(4, english.size());
        assertEquals(english, rows(Language.ZH));
        var chinese = GrowthTable.markdown(twoPoints(), Language.ZH);
        assertTrue(chinese.contains("从 1 到 2，训练一步的时间变为 2.00 倍，理论上是 1.22 倍。"), chinese);
        assertTrue(chinese.contains("![批大小 B: 内存](growth/batch-memory.zh-CN.png)"), chinese);
    }

    private static List<String> rows(Language language) {
        return GrowthTable.markdown(twoPoints(), language)
                .lines()
                .filter(line -> line.matches("[|] [0-9].*"))
                .toList();
    }

    @Test
    void onePointHasNoGrowth() {
        var results = new GrowthResults(Map.of());
        results.add(2, new Ceiling(1, 1));
        results.add(GrowthAxis.BATCH, POINTS.get(0), measured(POINTS.get(0), 1));
        assertFalse(GrowthTable.markdown(results, Language.EN).contains("times as long"));
    }

    @Test
    void anotherNetworkThanTheFormulasIsRejected() {
        var results = new GrowthResults(Map.of());
        var other = measured(POINTS.get(0), 1);
        assertEquals(
                "parameters must be 1055498, got 1046282. Mend the formula before comparing times.",
                assertThrows(
                                IllegalStateException.class,
                                () ->
                                        results.add(
                                                GrowthAxis.LENGTH,
                                                new GrowthPoint(16, 136, 128, 2, 5000, 2),
                                                other))
                        .getMessage());
    }

    @Test
    void jsonHasEveryRound() {
        var json = JsonParser.parseString(twoPoints().json()).getAsJsonObject();
        var rounds = json.getAsJsonObject("axes").getAsJsonObject("batch").getAsJsonArray("1");
        assertEquals(2, rounds.size());
        assertEquals(20, rounds.get(1).getAsJsonObject().get("train").getAsDouble());
        var ceilings = json.getAsJsonObject("ceilings").getAsJsonArray("2");
        assertEquals(125, ceilings.get(1).getAsJsonObject().get("gigaflops").getAsDouble());
        assertEquals("P", json.getAsJsonObject("facts").get("processor").getAsString());
    }

    @Test
    void aSpreadHasTheMiddleAndBothEnds() {
        assertEquals(new Spread(2, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0)));
        assertEquals(new Spread(2.5, 1, 4), Spread.of(List.of(4.0, 3.0, 1.0, 2.0)));
        assertEquals("1230 (0.00123–12.3)", new Spread(1234, 0.001234, 12.34).text());
        assertEquals(
                "values must be at least 1, got 0. Measure a round first.",
                assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()))
                        .getMessage());
    }
}
