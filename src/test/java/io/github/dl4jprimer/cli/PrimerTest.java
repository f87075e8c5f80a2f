package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimerTest {
    @TempDir private Path folder;

    private CliSession cli;

    @BeforeEach
    void open() {
        cli = new CliSession(folder);
    }

    @Test
    void aClassifierOfGbkLinesIsTrainedListedAndReported() {
        var data = cli.write("gbk.tsv", CliSession.alarms(), Charset.forName("GBK"));
        var runs = cli.path("runs");
        cli.done(
                "train",
                "--data",
                data,
                "--charset",
                "GBK",
                "--model",
                "bag",
                "--epochs",
                "2",
                "--out",
                cli.path("model"),
                "--runs",
                runs);
        assertTrue(Files.exists(folder.resolve("model").resolve("model.safetensors")));
        var row = cli.done("runs", "--runs", runs).lines().skip(2).findFirst().orElseThrow();
        assertTrue(row.startsWith("train-bag/"), row);
        var run = Path.of(runs, row.split(" ")[0]);
        assertTrue(Files.exists(run.resolve("report.html")), run.toString());
        assertTrue(Files.exists(run.resolve("charts").resolve("loss.png")), run.toString());
    }

    @Test
    void theStackTraceIsShownOnRequestOnly() {
        cli.refused("week must be 1 to 4, got 9.", "week", "9");
        for (var words : new String[] {"week 9 --debug", "--debug week 9"}) {
            assertEquals(2, cli.run(words.split(" ")));
            assertTrue(cli.error().contains("\tat io.github.dl4jprimer"), cli.error());
            assertTrue(cli.error().contains("week must be 1 to 4, got 9."), cli.error());
        }
    }

    @Test
    void helpNamesEveryCommandAndIsNoError() {
        var help = cli.done("--help");
        for (var command :
                new String[] {
                    "doctor",
                    "week",
                    "experiments",
                    "run",
                    "runs",
                    "compare",
                    "train",
                    "evaluate",
                    "predict"
                }) {
            assertTrue(help.lines().anyMatch(line -> line.strip().startsWith(command)), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "evaluate", "predict", "runs", "compare", "run", "week"})
    void everyCommandExplainsItsOptions(String command) {
        var help = cli.done(command, "--help");
        assertTrue(help.contains("Usage: primer " + command), help);
        assertTrue(help.contains("--debug") && !help.contains("Exception"), help);
        assertFalse(help.contains("${"), "a default that was not filled in");
    }

    @Test
    void theVersionIsOneLine() {
        assertTrue(cli.done("--version").strip().matches("dl4j-primer \\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void aFailureThatIsNotTheUsersFaultHasStatusOne() throws Exception {
        // What is in the way is neither usage nor input.
        cli.write("runs/iris/a/run.json", "{\"outcome\": \"completed\"}");
        Files.createDirectories(folder.resolve(".page.html.part").resolve("in the way"));
        cli.write("runs/iris/a/metrics.jsonl", "");
        cli.fails(
                1,
                "files must be readable and writable, got DirectoryNotEmptyException (%s). Check the disk and the permissions."
                        .formatted(folder.resolve(".page.html.part")),
                "compare",
                "--runs",
                cli.path("runs"),
                "--out",
                cli.path("page.html"),
                "a",
                "a");
    }
}
