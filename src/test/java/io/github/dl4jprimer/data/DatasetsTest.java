package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
    private static int[] counts(NumberDataset data) {
        int[] counts = new int[data.labels().size()];
        Arrays.stream(data.classes()).forEach(index -> counts[index]++);
        return counts;
    }

    @Test
    void theTablesHaveTheShapesAndClassCountsOfTheirOrigin() {
        assertArrayEquals(new long[] {150, 4}, Datasets.iris().features().shape());
        assertArrayEquals(new int[] {50, 50, 50}, counts(Datasets.iris()));
        assertArrayEquals(new long[] {178, 13}, Datasets.wine().features().shape());
        assertArrayEquals(new int[] {59, 71, 48}, counts(Datasets.wine()));
        assertArrayEquals(new long[] {569, 30}, Datasets.breastCancer().features().shape());
        assertArrayEquals(new int[] {212, 357}, counts(Datasets.breastCancer()));
        assertArrayEquals(new long[] {1797, 64}, Datasets.digits().features().shape());
        assertArrayEquals(
                new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180},
                counts(Datasets.digits()));
    }

    @Test
    void valuesAreThoseOfTheFirstAndLastRowsOfTheOrigin() {
        assertEquals(5.1, Datasets.iris().features().getDouble(0, 0), 1e-6);
        assertEquals(1.8, Datasets.iris().features().getDouble(149, 3), 1e-6);
        assertEquals(1065, Datasets.wine().features().getDouble(0, 12), 1e-6);
        assertEquals(0.006193, Datasets.breastCancer().features().getDouble(0, 19), 1e-9);
        assertEquals(16, Datasets.digits().features().maxNumber().intValue());
        assertEquals("iris", Datasets.iris().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iris",
                "wine",
                "breast-cancer",
                "digits",
                "metric-series",
                "alarm-logs-zh",
                "bert-alarms-zh"
            })
    void everySetTellsItsOriginAndLicenceAndListsEveryFile(String set) throws IOException {
        var folder = Datasets.folder().resolve(set);
        var readme = Files.readString(folder.resolve("README.md"));
        assertTrue(readme.contains("Origin:"), "origin of " + set);
        assertTrue(readme.contains("CC BY 4.0") || readme.contains("Apache-2.0"), "licence");
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.map(file -> file.getFileName().toString()).toList()) {
                if (!List.of("README.md", DatasetFolder.CHECKSUMS).contains(file)) {
                    new DatasetFolder(folder).file(file);
                }
            }
        }
    }

    @Test
    void theMetricSeriesIsComplete() {
        assertEquals(5376, Datasets.metricSeries().points().size());
        assertEquals(64, Datasets.metricSeries().checksum().length());
    }
}
