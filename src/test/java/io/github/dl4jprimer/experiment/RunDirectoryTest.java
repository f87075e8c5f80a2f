package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0, 5);

    @TempDir Path root;

    @Test
    void idsAreTheTimeAndANumberAndSortByTime() {
        var first = RunDirectory.create(root, "iris", NOON).path();
        var second = RunDirectory.create(root, "iris", NOON).path();
        var later = RunDirectory.create(root, "iris", NOON.plusSeconds(1)).path();
        assertEquals(root.resolve("iris/20260131-120005-01"), first);
        assertEquals(root.resolve("iris/20260131-120005-02"), second);
        assertEquals(root.resolve("iris/20260131-120006-01"), later);
    }

    @Test
    void runsStartedInTheSameSecondNeverShareAFolder() {
        List<Path> paths =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> RunDirectory.create(root, "iris", NOON).path())
                        .distinct()
                        .toList();
        assertEquals(40, paths.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "sgd-0.1_a", "告警分类", "2x"})
    void ordinaryNamesAreAllowed(String name) {
        assertDoesNotThrow(() -> RunDirectory.checkName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "a/b", "a\\b", "a b", "-x", "a\n"})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> RunDirectory.checkName(name));
    }
}
