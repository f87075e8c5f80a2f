package io.github.dl4jprimer.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
     * classifier are 163.6 million operations, 1.64 ms; 14 · 4 bytes of each of 1046538 parameters
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
}
