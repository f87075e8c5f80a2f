package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code primer runs} and {@code primer compare} on folders written by hand. */
class RunsCommandTest {
    private static final String JSON =
            """
            {"experiment": "iris", "task": "CLASSIFICATION", "seed": %d, "start": "2026-01-%02dT10:00:00Z",
             "durationSeconds": 1.5, "outcomeKind": "COMPLETED", "outcome": "completed",
             "final": {"loss": 0.5, "accuracy": 0.%d}}
            """;
    private static final String EPOCHS =
            """
            {"kind":"epoch","epoch":1,"step":9,"trainLoss":0.9,"validationLoss":0.8,"accuracy":0.7}
            {"kind":"epoch","epoch":2,"step":18,"trainLoss":0.6,"validationLoss":null,"accuracy":0.8}
            """;

    @TempDir private Path folder;

    private CliSession cli;
    private String root;

    @BeforeEach
    void open() {
        cli = new CliSession(folder);
        root = cli.path("runs");
    }

    private void run(String name, int day) {
        cli.write("runs/" + name + "/run.json", JSON.formatted(day, day, 80 + day));
        cli.write("runs/" + name + "/metrics.jsonl", EPOCHS);
    }

    private List<String> rows(String... further) {
        var words = new String[3 + further.length];
        System.arraycopy(new String[] {"runs", "--runs", root}, 0, words, 0, 3);
        System.arraycopy(further, 0, words, 3, further.length);
        return cli.done(words).lines().skip(2).toList();
    }

    @Test
    void runsAreListedWithTheLatestLast() {
        run("iris/b", 1);
        run("iris/a", 2);
        var rows = rows();
        assertEquals(2, rows.size());
        assertTrue(
                rows.get(0)
                        .matches(
                                "iris/b +2026-01-\\d\\d [0-9:]{8} +1\\.500 +completed +accuracy"
                                        + " 0\\.8100"),
                rows.get(0));
        assertTrue(rows.get(1).startsWith("iris/a"), rows.get(1));
    }

    @Test
    void onlyTheLastAreListedAndTheOthersCounted() {
        for (var day = 1; day <= 3; day++) {
            run("iris/" + day, day);
        }
        assertEquals("2 earlier ones; all of them: --last 0", rows("--last", "1").get(1));
        assertEquals(3, rows("--last", "0").size());
        assertEquals(0, cli.run(Language.ZH, "runs", "--runs", root, "--last", "2"));
        assertTrue(cli.out().contains("还有更早的 1 次；全部列出：--last 0"), cli.out());
        cli.refused(
                "--last must be 0 or more, got -1. 0 shows all.",
                "runs",
                "--runs",
                root,
                "--last",
                "-1");
    }

    @Test
    void trainingsInsideAnExperimentAreListedOnRequest() {
        run("w1-lines/a", 1);
        run("w1-lines/a/adam", 2);
        assertEquals(1, rows().size());
        assertEquals(2, rows("--all").size());
    }

    @Test
    void noRunsAreNoError() {
        assertEquals("no runs yet in " + root, cli.done("runs", "--runs", root).strip());
        assertFalse(Files.exists(Path.of(root)), "a list makes no folder");
        assertEquals(0, cli.run(Language.ZH, "runs", "--runs", root));
        assertEquals("还没有运行：" + root, cli.out().strip());
        var file = cli.write("file", "");
        cli.refused(
                "--runs must be a folder, got the file " + file + ". Choose another name.",
                "runs",
                "--runs",
                file);
    }

    @Test
    void aDamagedRunIsListedAsSuchAndHidesNoOther() {
        run("iris/a", 2);
        cli.write("runs/iris/b/run.json", "{\"experiment\": ");
        cli.write("runs/iris/c/notes.txt", "no run");
        var rows = rows();
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).matches("iris/b +0 +unreadable: run.json is broken"), rows.get(0));
        assertTrue(rows.get(1).matches("iris/c +0 +unreadable: no run.json"), rows.get(1));
        assertTrue(rows.get(2).startsWith("iris/a"), rows.get(2));
    }

    @Test
    void comparedRunsStandInOneTableAndOnOnePage() throws Exception {
        run("iris/a", 1);
        run("iris/b", 2);
        var page = cli.path("new/both.html");
        var out = cli.done("compare", "--runs", root, "--out", page, "iris/a", "b");
        assertEquals(
                """
                run     seed  epochs  outcome      loss  accuracy
                ──────  ────  ──────  ─────────  ──────  ────────
                iris/a  1          2  completed  0.5000    0.8100
                iris/b  2          2  completed  0.5000    0.8200
                chart: %s
                """
                        .formatted(page),
                out.replace(System.lineSeparator(), "\n"));
        var html = Files.readString(Path.of(page));
        assertTrue(
                html.contains("<td style=\"text-align: left\">iris/b</td>")
                        && html.contains("data:image/png;base64,"));
        assertEquals(0, cli.run(Language.ZH, "compare", "--runs", root, "--out", page, "a", "b"));
        assertTrue(cli.out().contains("图表：" + page), cli.out());
        assertTrue(Files.readString(Path.of(page)).contains("<html lang=\"zh-CN\">"));
    }

    @Test
    void whatIsNoRunIsNotComparedAndNoPageIsLeft() {
        run("iris/a", 1);
        cli.write("runs/iris/b/run.json", "[]");
        cli.write("runs/iris/c/run.json", "{\"final\": {\"loss\": \"high\"}}");
        var page = cli.path("both.html");
        cli.refused(
                "run must be the name of one run, got 'x', which fits 0 (%s). List the runs first."
                        .formatted(root),
                "compare",
                "--runs",
                root,
                "--out",
                page,
                "iris/a",
                "x");
        for (var damaged : new String[] {"b", "c"}) {
            cli.refused(
                    "run.json must be a JSON object as a run writes it, got something else (%s). Run the experiment again."
                            .formatted(Path.of(root, "iris", damaged, "run.json")),
                    "compare",
                    "--runs",
                    root,
                    "--out",
                    page,
                    "iris/a",
                    damaged);
        }
        assertEquals(List.of("runs"), cli.names());
    }

    @Test
    void aPageThatCannotBeWrittenIsRefused() {
        run("iris/a", 1);
        var file = cli.write("file", "");
        cli.refused(
                "--out must be a file, got the folder " + root + ". Add a file name.",
                "compare",
                "--runs",
                root,
                "--out",
                root,
                "a",
                "a");
        var below = Path.of(file, "page.html").toString();
        cli.refused(
                "--out must be in a folder that can be written, got %s. Choose another place."
                        .formatted(below),
                "compare",
                "--runs",
                root,
                "--out",
                below,
                "a",
                "a");
    }
}
