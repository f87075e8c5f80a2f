package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.MetricSeries;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hand-computable parts of the lessons on losses. */
class LossChoiceTest {
    /** Cross-entropy: p - 1. Squared error over two classes: -4 p (1 - p)^2. */
    @Test
    void gradientsOfTheTwoLossesAreThoseOfTheFormulas() {
        for (double p : new double[] {0.9, 0.5, 0.1, 0.001}) {
            assertEquals(p - 1, CrossEntropyOrMse.gradient(true, p), 1e-9);
            double squared = -4 * p * (1 - p) * (1 - p);
            assertEquals(squared, CrossEntropyOrMse.gradient(false, p), 1e-9);
        }
    }

    /** 30 lines in 2 classes: 30 / (2 * 20) and 30 / (2 * 10). */
    @Test
    void aClassWeightIsTheInverseOfItsShare() {
        assertEquals(List.of(0.75, 1.5), ClassWeights.weights(List.of(20, 10)));
        assertEquals(List.of(1.0, 1.0, 1.0), ClassWeights.weights(List.of(7, 7, 7)));
    }

    @Test
    void aSampleHasAsManyLinesOfEachClassAsAskedForInTheirOrder() {
        var lines =
                TextDataset.of(
                        "lines",
                        List.of(
                                new TextExample("1", "a"),
                                new TextExample("2", "b"),
                                new TextExample("3", "a"),
                                new TextExample("4", "b"),
                                new TextExample("5", "a")),
                        "none");
        var sample = AlarmClassifier.sample(lines, List.of(2, 1), 5);
        assertEquals(3, sample.size());
        assertEquals(2, sample.texts().stream().filter(text -> "135".contains(text)).count());
        assertEquals(sample.texts().stream().sorted().toList(), sample.texts());
        assertEquals(sample, AlarmClassifier.sample(lines, List.of(2, 1), 5));
    }

    @Test
    void spikesAreAddedToTheTrainingStretchOnly() {
        var plain = SpikedSeries.of(8, 0, 3);
        var spiked = SpikedSeries.of(8, 0.2, 3);
        assertArrayEquals(plain.measured(), spiked.measured());
        double[] before = plain.raw().train().targets().data().asDouble();
        double[] after = spiked.raw().train().targets().data().asDouble();
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += before[i] == after[i] ? 0 : 1;
            assertTrue(after[i] >= before[i]);
        }
        assertEquals(0.2, (double) changed / before.length, 0.03);
    }

    @Test
    void quietRowsSeeNoAnomaly() {
        var series = SpikedSeries.of(8, 0, 3);
        var anomalies = Datasets.metricSeries().targetAnomalies(8);
        int first = anomalies.size() - series.raw().test().size();
        for (int row : series.quiet()) {
            for (int back = 0; back <= 8; back++) {
                assertEquals(MetricSeries.Anomaly.NONE, anomalies.get(first + row - back));
            }
        }
        for (int row : series.spiked()) {
            assertEquals(MetricSeries.Anomaly.SPIKE, anomalies.get(first + row));
        }
        assertEquals(96, series.dayWithSpike().length);
    }
}
