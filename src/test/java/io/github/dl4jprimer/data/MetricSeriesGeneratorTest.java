package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.MetricSeries.Anomaly;
import io.github.dl4jprimer.data.MetricSeries.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MetricSeriesGeneratorTest {
    private static final List<Point> POINTS =
            MetricSeriesGenerator.points(MetricSeriesGenerator.SEED);

    private static double mean(Predicate<Point> which) {
        return POINTS.stream()
                .filter(point -> point.anomaly() == Anomaly.NONE)
                .filter(which)
                .mapToDouble(Point::value)
                .average()
                .orElseThrow();
    }

    @Test
    void theShippedFileIsWhatTheGeneratorMakes() throws IOException {
        var shipped = Datasets.folder().resolve("metric-series/requests.csv");
        assertEquals(
                MetricSeriesGenerator.file(MetricSeriesGenerator.SEED),
                Files.readString(shipped),
                "run MetricSeriesGenerator's main to write the file anew");
        assertNotEquals(MetricSeriesGenerator.file(1), MetricSeriesGenerator.file(2));
    }

    @Test
    void nightsAndWeekendsAreQuieterAndTheLoadRises() {
        assertTrue(
                mean(point -> point.time().getHour() == 11)
                        > 2 * mean(point -> point.time().getHour() == 2));
        assertTrue(
                mean(point -> point.time().getDayOfWeek().getValue() >= 6)
                        < 0.8 * mean(point -> point.time().getDayOfWeek().getValue() < 6));
        var february = POINTS.get(0).time().plusWeeks(6);
        assertTrue(
                mean(point -> point.time().isAfter(february))
                        > 1.08 * mean(point -> point.time().isBefore(february.minusWeeks(4))));
    }

    @Test
    void everyKindOfAnomalyOccursButAnomaliesAreRare() {
        for (var anomaly : Anomaly.values()) {
            assertTrue(POINTS.stream().anyMatch(point -> point.anomaly() == anomaly), "" + anomaly);
        }
        long normal = POINTS.stream().filter(point -> point.anomaly() == Anomaly.NONE).count();
        assertTrue(normal > 0.97 * POINTS.size() && normal < 0.99 * POINTS.size(), "" + normal);
        assertTrue(POINTS.stream().allMatch(point -> point.value() >= 0));
    }
}
