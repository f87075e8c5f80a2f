package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrimerTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @BeforeEach
    void writeExamples() throws IOException {
        var lines = new StringBuilder();
        for (var percent = 80; percent < 100; percent++) {
            lines.append("磁盘使用率").append(percent).append("%\t磁盘\n");
            lines.append("网络丢包率").append(percent).append("%\t网络\n");
        }
        Files.writeString(folder.resolve("train.tsv"), lines);
        Files.writeString(folder.resolve("gbk.tsv"), lines, Charset.forName("GBK"));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        return Primer.run(new PrintWriter(out), new PrintWriter(error), arguments);
    }

    private int train(String data, String... further) {
        var arguments =
                new String[] {
                    "train",
                    "--data",
                    path(data),
                    "--model",
                    "bag",
                    "--out",
                    path("model"),
                    "--runs",
                    path("runs"),
                    "--learning-rate",
                    "0.05"
                };
        var all = Arrays.copyOf(arguments, arguments.length + further.length);
        System.arraycopy(further, 0, all, arguments.length, further.length);
        return run(all);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void assertOneLine(int expectedStatus, int status, String... parts) {
        assertEquals(expectedStatus, status, error.toString());
        assertEquals(1, error.toString().strip().lines().count(), error.toString());
        for (var part : parts) {
            assertTrue(error.toString().contains(part), error.toString());
        }
    }

    @Test
    void aClassifierIsTrainedMeasuredAndAsked() {
        assertEquals(0, train("train.tsv"), error.toString());
        assertTrue(Files.exists(folder.resolve("model").resolve("model.safetensors")));

        assertEquals(
                0,
                run("evaluate", "--model", path("model"), "--data", path("train.tsv"), "--json"));
        var result = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(1.0, result.get("accuracy").getAsDouble());
        assertEquals(
                20,
                result.getAsJsonObject("classes").getAsJsonObject("磁盘").get("examples").getAsInt());

        assertEquals(0, run("predict", "--model", path("model"), "--text", "磁盘满了", "--json"));
        var prediction = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals("磁盘", prediction.get("label").getAsString());

        assertEquals(0, run("runs", "--runs", path("runs")));
        assertTrue(out.toString().contains("train-bag/"), out.toString());
        var run =
                folder.resolve("runs")
                        .resolve(out.toString().lines().skip(2).toList().get(0).split(" ")[0]);
        assertTrue(Files.exists(run.resolve("report.html")), run.toString());
        assertTrue(Files.exists(run.resolve("charts")), run.toString());
    }

    @Test
    void twoRunsAreDrawnIntoOnePage() throws IOException {
        train("train.tsv");
        train("train.tsv", "--seed", "2");
        run("runs", "--runs", path("runs"));
        var names = out.toString().lines().filter(line -> line.startsWith("train-bag")).toList();
        assertEquals(2, names.size());
        var status =
                run(
                        "compare",
                        "--runs",
                        path("runs"),
                        "--out",
                        path("both.html"),
                        names.get(0).split(" ")[0],
                        names.get(1).split(" ")[0]);
        assertEquals(0, status, error.toString());
        assertTrue(Files.readString(folder.resolve("both.html")).contains("data:image/png"));
    }

    @Test
    void gbkIsReadWhereItIsNamed() {
        assertEquals(0, train("gbk.tsv", "--charset", "GBK"), error.toString());
        assertOneLine(2, train("gbk.tsv"), "gbk.tsv");
        assertOneLine(2, train("gbk.tsv", "--charset", "klingon"), "charset must be");
    }

    @Test
    void badInputIsAnsweredInOneLineWithStatusTwo() throws IOException {
        assertOneLine(2, run("conjugate"), "conjugate", "primer --help");
        assertOneLine(2, train("missing.tsv"), "missing.tsv");
        assertOneLine(2, train("train.tsv", "--epochs", "0"), "epochs must be at least 1, got 0");
        assertOneLine(2, run("week", "9"), "week must be 1 to 4, got 9");
        assertOneLine(2, run("run", "w9-magic"), "w9-magic");
        assertOneLine(2, run("run", "w1-softmax", "--set", "oops"), "name=value");
        Files.writeString(folder.resolve("one.tsv"), "磁盘满\t磁盘\n断网\t网络\t多余\n");
        assertOneLine(2, train("one.tsv"), "one.tsv:2");
        assertOneLine(2, run("predict", "--model", path("runs"), "--text", "x"), "model.json");
        assertOneLine(2, run("compare", "--runs", path("runs"), "a", "b"), "run must be");
    }

    @Test
    void aFolderThatIsNotAModelIsNotOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("model"));
        Files.writeString(folder.resolve("model").resolve("thesis.txt"), "precious");
        assertOneLine(2, train("train.tsv"), "out must be a new folder");
        assertEquals("precious", Files.readString(folder.resolve("model").resolve("thesis.txt")));
    }

    @Test
    void theStackTraceIsShownOnRequestOnly() {
        assertOneLine(2, run("week", "9"), "week must be");
        assertEquals(2, run("week", "9", "--debug"));
        assertTrue(error.toString().contains("at io.github.dl4jprimer"), error.toString());
    }

    @Test
    void helpNamesEveryCommand() {
        assertEquals(0, run("--help"));
        for (var command : new String[] {"doctor", "week", "run", "runs", "compare", "train"}) {
            assertTrue(out.toString().contains(command), command);
        }
        assertFalse(out.toString().contains("Exception"));
    }

    @Test
    void theCatalogueListsSettings() {
        assertEquals(0, run("experiments"));
        assertTrue(out.toString().contains("w1-two-layer-accuracy"), out.toString());
    }
}
