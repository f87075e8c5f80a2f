package io.github.dl4jprimer.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.report.Chart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    /** A run of given validation losses; the training loss is half of them. */
    private static RunResult run(double accuracy, double... losses) {
        var epochs =
                IntStream.range(0, losses.length)
                        .mapToObj(
                                i ->
                                        new EpochMetrics(
                                                i + 1, i + 1, losses[i] / 2, losses[i], Map.of()))
                        .toList();
        return new RunResult(
                Path.of("run"),
                new Outcome(Outcome.Kind.COMPLETED, "completed"),
                List.of(),
                epochs,
                losses.length,
                new EvaluationResult(1, Map.of("accuracy", accuracy), null),
                null);
    }

    private static Comparison<Integer> twoSizes() {
        var runs = new LinkedHashMap<Integer, List<RunResult>>();
        runs.put(16, List.of(run(0.5, 4, 2), run(0.7, 6, 4)));
        runs.put(1, List.of(run(0.1, 8, 8), run(0.1, 8, 8)));
        return new Comparison<>(runs);
    }

    @Test
    void theCurveOfAVariantIsTheMeanOfItsSeedsEpochByEpoch() {
        var band = twoSizes().byEpoch(16, EpochMetrics::validationLoss);
        assertArrayEquals(new double[] {5, 3}, band.mean());
        assertArrayEquals(new double[] {5 - Math.sqrt(2), 3 - Math.sqrt(2)}, band.low(), 1e-12);
    }

    @Test
    void theSweepIsTheLastEpochVariantByVariant() {
        var band = twoSizes().byVariant(EpochMetrics::trainLoss);
        assertArrayEquals(new double[] {1.5, 4}, band.mean());
        assertArrayEquals(new double[] {1.5 + Math.sqrt(0.5), 4}, band.high(), 1e-12);
    }

    @Test
    void aMeasureOfTheRunsHasMeanAndSpread() {
        var summary = twoSizes().summary(16, run -> run.evaluation().score("accuracy"));
        assertEquals(0.6, summary.mean(), 1e-12);
        assertEquals(2, summary.count());
        assertEquals(3, twoSizes().last(16, EpochMetrics::validationLoss));
    }

    @Test
    void aRunWithoutAnEpochHasNoLastLoss() {
        var diverged = new Comparison<>(Map.of("SGD", List.of(run(0))));
        assertTrue(Double.isNaN(diverged.last("SGD", EpochMetrics::validationLoss)));
    }

    @Test
    void theTableHasARowForEachVariantInTheirOrder() {
        var table = twoSizes().table("size", "accuracy");
        assertEquals(4, table.head().size());
        assertEquals("16", table.rows().get(0).get(0));
        assertEquals("1.50 ± 0.71", table.rows().get(0).get(1));
        assertEquals("1", table.rows().get(1).get(0));
        assertEquals("8.000 ± 0", table.rows().get(1).get(2));
        assertEquals("0.1000 ± 0", table.rows().get(1).get(3));
    }

    @Test
    void everyVariantIsTrainedFromEverySeedUnderANameOfItsOwn(@TempDir Path folder) {
        var asked = new ArrayList<String>();
        var comparison =
                Comparison.of(
                        List.of("有", "b c"),
                        2,
                        (variant, seed) -> {
                            asked.add(variant + seed);
                            return moons(seed);
                        },
                        new ExperimentRunner(folder));
        assertEquals(List.of("有1", "有2", "b c1", "b c2"), asked);
        var names =
                comparison.of("b c").stream().map(run -> run.directory().getParent().getFileName());
        assertEquals(
                List.of("moons-b-c-seed1", "moons-b-c-seed2"), names.map(Path::toString).toList());
        assertTrue(Files.isDirectory(folder.resolve("moons-seed2")));
        var losses =
                comparison.of("有").stream().map(run -> run.epochs().get(0).trainLoss()).distinct();
        assertEquals(2, losses.count()); // each seed has weights of its own
    }

    private static Experiment moons(long seed) {
        var moons = Synthetic.moons(20, 0.1, 1);
        var network = MultilayerPerceptron.classifier(2, List.of(2), 2, seed);
        return Experiment.classification(
                "moons", network.configuration(), Batches.inOrder(moons, 20), null);
    }

    @Test
    void nothingToCompareIsRefused() {
        assertEquals(
                "variants must be at least one, got none. Name what is to be compared.",
                assertThrows(IllegalArgumentException.class, () -> new Comparison<>(Map.of()))
                        .getMessage());
        assertEquals(
                "seeds must be at least 1, got 0. Use 3 to see a spread.",
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        Comparison.of(
                                                List.of(1), 0, (size, seed) -> moons(seed), null))
                        .getMessage());
    }

    @Test
    void curvesAndSweepAreDrawn() {
        var curves =
                Pictures.lossByEpoch("损失", twoSizes(), EpochMetrics::validationLoss).scale(0.5);
        var sweep = Pictures.lossByVariant("容量", "size", twoSizes()).scale(0.5);
        assertEquals("损失", curves.title());
        assertTrue(coloured(curves) > 20);
        assertTrue(coloured(sweep) > 20);
    }

    private static int coloured(Chart chart) {
        var image = chart.image();
        return (int)
                IntStream.range(0, image.getWidth() * image.getHeight())
                        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                        .distinct()
                        .count();
    }
}
