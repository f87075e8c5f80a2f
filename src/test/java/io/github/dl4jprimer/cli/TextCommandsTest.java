package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.language.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One text classifier, trained once, measured and asked in every way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextCommandsTest {
    private static final Charset GBK = Charset.forName("GBK");

    private CliSession cli;
    private String model;
    private String examples;
    private String report;

    @BeforeAll
    void train(@TempDir Path folder) {
        cli = new CliSession(folder);
        model = cli.path("model");
        examples = cli.write("train.tsv", CliSession.alarms());
        report =
                cli.done(
                        "train",
                        "--data",
                        examples,
                        "--model",
                        "bag",
                        "--out",
                        model,
                        "--runs",
                        cli.path("runs"),
                        "--learning-rate",
                        "0.05");
    }

    private String predictFromInput(byte[] input, String... further) {
        var before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            var words = new String[3 + further.length];
            System.arraycopy(new String[] {"predict", "--model", model}, 0, words, 0, 3);
            System.arraycopy(further, 0, words, 3, further.length);
            return cli.run(words) + "\n" + cli.out() + cli.error();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void trainingSaysWhatWasMeasuredAndWhereModelAndReportAre() {
        assertTrue(report.contains("accuracy 1.0000"), report);
        assertTrue(report.contains("model saved: " + model), report);
        var page =
                report.lines().filter(line -> line.startsWith("report of the training")).toList();
        assertTrue(Files.exists(Path.of(page.get(0).split(": ")[1])), report);
        assertEquals(
                Set.of("model", "runs", "train.tsv"),
                Set.copyOf(cli.names().stream().filter(name -> !name.startsWith("in")).toList()));
    }

    @Test
    void evaluationSpeaksBothLanguages() {
        assertEquals(0, cli.run(Language.ZH, "evaluate", "--model", model, "--data", examples));
        assertTrue(cli.out().startsWith("类别  精确率  召回率"), cli.out());
        var chinese = cli.out().lines().filter(line -> line.startsWith("准确率 ")).toList();
        assertEquals(0, cli.run(Language.EN, "evaluate", "--model", model, "--data", examples));
        var english = cli.out().lines().filter(line -> line.startsWith("accuracy ")).toList();
        assertEquals(
                chinese.get(0).replaceAll("[^0-9.]+", " ").replace(" 1 ", " "),
                english.get(0).replaceAll("[^0-9.]+", " ").replace(" 1 ", " "));
    }

    @Test
    void evaluationForProgramsIsOneJsonObject() {
        var out = cli.done("evaluate", "--model", model, "--data", examples, "--json");
        assertEquals(1, out.lines().count());
        var json = JsonParser.parseString(out).getAsJsonObject();
        assertEquals(
                Set.of("loss", "accuracy", "precision", "recall", "f1", "classes"), json.keySet());
        assertEquals(1.0, json.get("accuracy").getAsDouble());
        assertEquals(Set.of("磁盘", "网络"), json.getAsJsonObject("classes").keySet());
    }

    @Test
    void predictionsOfStandardInputComeInItsOrder() {
        var input = "网络丢包率97%\n磁盘使用率97%\n".getBytes(StandardCharsets.UTF_8);
        var lines = predictFromInput(input).lines().toList();
        assertEquals("0", lines.get(0));
        assertTrue(lines.get(1).matches("网络\t0\\.\\d{4}\t网络丢包率97%"), lines.get(1));
        assertTrue(lines.get(2).matches("磁盘\t0\\.\\d{4}\t磁盘使用率97%"), lines.get(2));
        assertEquals(3, lines.size());
        assertEquals("0\n", predictFromInput(new byte[0]), "no lines, no predictions");
    }

    @Test
    void moreLinesThanOneBatchAreAllAnswered() {
        var input = cli.write("in-many.txt", "磁盘使用率97%\n网络丢包率97%\n".repeat(300));
        var lines = cli.done("predict", "--model", model, "--file", input).lines().toList();
        assertEquals(600, lines.size());
        assertTrue(lines.get(598).startsWith("磁盘") && lines.get(599).startsWith("网络"));
    }

    @Test
    void predictionsForProgramsAreAJsonObjectALine() {
        var text = "磁盘 <&\"'\\ 满";
        var out = cli.done("predict", "--model", model, "--text", text, "--json");
        assertEquals(1, out.lines().count());
        var json = JsonParser.parseString(out).getAsJsonObject();
        assertEquals(Set.of("text", "label", "probability", "probabilities"), json.keySet());
        assertEquals(text, json.get("text").getAsString());
        assertEquals("磁盘", json.get("label").getAsString());
        var probabilities = json.getAsJsonObject("probabilities");
        assertEquals(Set.of("磁盘", "网络"), probabilities.keySet());
        assertEquals(json.get("probability").getAsDouble(), probabilities.get("磁盘").getAsDouble());
        var sum = probabilities.get("磁盘").getAsDouble() + probabilities.get("网络").getAsDouble();
        assertEquals(1, sum, 1e-6);
    }

    @Test
    void gbkIsReadWhereItIsNamedAndRefusedElsewhere() {
        var file = cli.write("in-gbk.txt", "磁盘使用率97%\n", GBK);
        var out = cli.done("predict", "--model", model, "--file", file, "--charset", "GBK");
        assertTrue(out.startsWith("磁盘\t") && out.contains("磁盘使用率97%"), out);
        var refused =
                "text must be UTF-8, got other bytes (%s). Name its encoding, for example"
                        + " --charset GBK";
        cli.refused(refused.formatted(file), "predict", "--model", model, "--file", file);
        assertEquals(
                "2\n" + refused.formatted("input") + System.lineSeparator(),
                predictFromInput("磁盘".getBytes(GBK)));
        cli.refused(
                "charset must be an encoding Java knows, got \"klingon\". Try UTF-8 or GBK.",
                "predict",
                "--model",
                model,
                "--text",
                "a",
                "--charset",
                "klingon");
    }

    @Test
    void filesThatAreMissingOrFoldersOrEmptyAreRefused() {
        var missing = cli.path("in-none.tsv");
        for (var command : new String[] {"evaluate --data", "predict --file"}) {
            var words = command.split(" ");
            cli.refused(
                    "file must be readable, got " + missing + ". Check the path.",
                    words[0],
                    "--model",
                    model,
                    words[1],
                    missing);
            cli.refused(
                    "file must be a file, got the folder " + model + ". Name a file in it.",
                    words[0],
                    "--model",
                    model,
                    words[1],
                    model);
        }
        var empty = cli.write("in-empty.tsv", "");
        cli.refused(
                empty + " must have at least one row, got an empty file. Check the path.",
                "evaluate",
                "--model",
                model,
                "--data",
                empty);
        assertEquals(0, cli.run("predict", "--model", model, "--file", empty));
        assertEquals("", cli.out() + cli.error());
    }

    @Test
    void aFolderWithoutAModelOrWithADamagedOneIsRefused() throws IOException {
        var none = cli.path("in-nowhere");
        cli.refused(
                "model folder must have model.json, got none (%s). Pass the folder that a model was saved in."
                        .formatted(Path.of(none, "model.json")),
                "predict",
                "--model",
                none,
                "--text",
                "a");
        var damaged = Path.of(cli.write("in-damaged/model.json", "{\"format\": 3"));
        assertEquals(2, cli.run("predict", "--model", damaged.getParent().toString()));
        assertEquals(1, cli.error().lines().count(), cli.error());
        assertFalse(cli.error().contains("\tat "), cli.error());
        Files.delete(damaged);
        assertEquals(2, cli.run("predict", "--debug", "--model", damaged.getParent().toString()));
        assertTrue(cli.error().contains("\tat io.github.dl4jprimer.cli.Primer"), cli.error());
    }

    @Test
    void aLabelTheModelDoesNotKnowIsNamedWithItsLine() {
        var other = cli.write("in-other.tsv", "磁盘满\t磁盘\n内存满\t内存\n");
        cli.refused(
                "label must be one of [磁盘, 网络], got \"内存\" (%s:2). Correct the label, or add examples of this class to the training file."
                        .formatted(other),
                "evaluate",
                "--model",
                model,
                "--data",
                other);
    }
}
