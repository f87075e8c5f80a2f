package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricSeriesTest {
    private static final String FOUR =
            """
            time,requests_per_second,anomaly
            2026-01-05T00:00,1.50,none
            2026-01-05T00:15,2.00,spike
            2026-01-05T00:30,3.00,none
            2026-01-05T00:45,4.25,drop
            """;

    @TempDir Path folder;

    private MetricSeries read(String text) {
        return MetricSeries.read(new ReaderFiles(folder).write("m.csv", text));
    }

    @Test
    void windowsPredictTheNextValueFromTheOnesBefore() {
        var windows = read(FOUR).windows(2);
        assertArrayEquals(new float[][] {{1.5f, 2}, {2, 3}}, windows.features().toFloatMatrix());
        assertArrayEquals(new float[][] {{3}, {4.25f}}, windows.targets().toFloatMatrix());
        assertEquals(List.of("t-2", "t-1"), windows.featureNames());
    }

    @Test
    void anomaliesGoWithTheTargets() {
        assertEquals(
                List.of(MetricSeries.Anomaly.NONE, MetricSeries.Anomaly.DROP),
                read(FOUR).targetAnomalies(2));
    }

    @Test
    void aPointIsWrittenAsItIsRead() {
        var line = read(FOUR).points().get(3).toLine();
        assertEquals("2026-01-05T00:45,4.25,drop", line);
    }

    @Test
    void badRowsAndWidthsAreRejected() {
        new ReaderFiles(folder)
                .assertBadInput(
                        "row must be time,requests_per_second,anomaly, got [today, 1, none]"
                                + " (@/m.csv:2). Write it as 2026-01-05T00:15,412.50,none.",
                        () -> read("time,value,anomaly\ntoday,1,none\n"));
        var width = assertThrows(IllegalArgumentException.class, () -> read(FOUR).windows(4));
        assertEquals(
                "width must be in 1..3, got 4. 32 (eight hours) is a good start.",
                width.getMessage());
    }
}
