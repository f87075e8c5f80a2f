package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCatalogueTest {
    private static final String RECORD =
            """
            {"task":"CLASSIFICATION","start":"%s","durationSeconds":1.5,
             "outcome":"completed","outcomeKind":"COMPLETED","final":{"accuracy":0.75}}
            """;

    @TempDir Path root;

    @Test
    void listsRunsAndThoseOfGroupsOldestFirst() throws IOException {
        record("iris/b", RECORD.formatted("2026-01-02T00:00:00+08:00"));
        record("iris/a", RECORD.formatted("2026-01-01T20:00:00Z"));
        record("optimizers/g/sgd", RECORD.formatted("2026-01-01T00:00:00Z"));
        record("optimizers/g/adam", RECORD.formatted("2026-01-01T00:00:00Z"));
        assertEquals(List.of("optimizers/g/adam", "optimizers/g/sgd", "iris/b", "iris/a"), names());
        var run = new RunCatalogue(root).runs().get(3);
        assertEquals(Instant.parse("2026-01-01T20:00:00Z"), run.start());
        assertEquals(Duration.ofMillis(1500), run.duration());
        assertEquals(Outcome.completed(), run.outcome());
        assertEquals("accuracy", run.metric());
        assertEquals(0.75, run.value());
        assertEquals(root.resolve("iris/a"), run.directory());
    }

    @Test
    void brokenRunsAreListedAndHideNoOther() throws IOException {
        record("iris/cut", "{\"task\":\"CLASSIF");
        record("iris/strange", "[1]");
        record("iris/poor", "{}");
        record("iris/task", RECORD.replace("CLASSIFICATION", "COOKING").formatted("x"));
        record("iris/good", RECORD.formatted("2026-01-01T00:00:00Z"));
        Files.createDirectories(root.resolve("iris/empty/model"));
        Files.writeString(root.resolve("iris/note.txt"), "no run");
        Files.createDirectories(root.resolve("iris/.aside"));
        var outcomes =
                new RunCatalogue(root)
                        .runs().stream()
                                .map(run -> run.name() + ": " + run.outcome().text())
                                .toList();
        assertEquals(
                List.of(
                        "iris/cut: unreadable: run.json is broken",
                        "iris/empty: unreadable: no run.json",
                        "iris/poor: unreadable: run.json is broken",
                        "iris/strange: unreadable: run.json is broken",
                        "iris/task: unreadable: run.json is broken",
                        "iris/good: completed"),
                outcomes);
    }

    @Test
    void aRunThatHasNotEndedHasNoMetricYet() throws IOException {
        record(
                "iris/a",
                """
                {"task":"REGRESSION","start":"2026-01-01T00:00:00Z","durationSeconds":0,
                 "outcome":"running","outcomeKind":"RUNNING"}
                """);
        var run = new RunCatalogue(root).runs().get(0);
        assertEquals(Outcome.Kind.RUNNING, run.outcome().kind());
        assertEquals("mse", run.metric());
        assertEquals(Double.NaN, run.value());
    }

    @Test
    void aFolderThatIsNotThereHasNoRuns() {
        assertEquals(List.of(), new RunCatalogue(root.resolve("none")).runs());
    }

    @Test
    void findsARunByFolderNameOrEndOfName() throws IOException {
        record("iris/a", RECORD.formatted("2026-01-01T00:00:00Z"));
        record("wine/a", RECORD.formatted("2026-01-01T00:00:00Z"));
        record("wine/ba", RECORD.formatted("2026-01-01T00:00:00Z"));
        var catalogue = new RunCatalogue(root);
        assertEquals("iris/a", catalogue.find("iris/a").name());
        assertEquals("wine/ba", catalogue.find("ba").name());
        assertEquals("iris/a", catalogue.find(root.resolve("iris/a") + "/").name());
        var error = assertThrows(BadInput.class, () -> catalogue.find("a"));
        assertEquals(
                "run must be the name of one run, got 'a', which fits 2 (%s). List the runs first."
                        .formatted(root),
                error.getMessage());
        assertThrows(BadInput.class, () -> catalogue.find("nothing"));
    }

    private List<String> names() {
        return new RunCatalogue(root).runs().stream().map(RunSummary::name).toList();
    }

    private void record(String run, String json) throws IOException {
        var folder = Files.createDirectories(root.resolve(run));
        Files.writeString(folder.resolve("run.json"), json);
    }
}
