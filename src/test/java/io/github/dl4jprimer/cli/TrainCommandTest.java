package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir private Path folder;

    private CliSession cli;

    @BeforeEach
    void open() {
        cli = new CliSession(folder);
    }

    /** The words of a training on {@code data}, with further ones behind. */
    private String[] words(String data, String kind, String... further) {
        var words = new ArrayList<>(List.of("train", "--data", data, "--model", kind));
        words.addAll(List.of("--out", cli.path("model"), "--runs", cli.path("runs")));
        words.addAll(List.of(further));
        return words.toArray(String[]::new);
    }

    private void refused(String line, String data, String... further) {
        cli.refused(line, words(data, "bag", further));
        assertEquals(List.of(), cli.names().stream().filter(n -> n.matches("model|runs")).toList());
    }

    @Test
    void numbersAreTrainedOnMeasuredAndAsked() {
        var data = cli.write("train.csv", CliSession.numbers());
        assertEquals(
                0,
                cli.run(
                        Language.ZH,
                        words(
                                data,
                                "mlp",
                                "--epochs",
                                "20",
                                "--learning-rate",
                                "0.05",
                                "--hidden",
                                "8,4",
                                "--dev",
                                data)),
                cli.error());
        assertTrue(cli.out().contains("模型已保存：" + cli.path("model")), cli.out());
        var answer = cli.done("predict", "--model", cli.path("model"), "--text", "1,1.2");
        assertTrue(answer.matches("high\t[01]\\.\\d{4}\t1,1\\.2\\R"), answer);
        var json = cli.done("evaluate", "--model", cli.path("model"), "--data", data, "--json");
        assertEquals(
                20,
                JsonParser.parseString(json)
                        .getAsJsonObject()
                        .getAsJsonObject("classes")
                        .getAsJsonObject("low")
                        .get("examples")
                        .getAsInt());
        cli.refused(
                "column 2 must be a number, got \"x\" (input:1). Separate numbers by commas.",
                "predict",
                "--model",
                cli.path("model"),
                "--text",
                "1,x");
        cli.refused(
                "row must have 2 numbers [x1, x2], got 3.",
                "predict",
                "--model",
                cli.path("model"),
                "--text",
                "1,2,3");
    }

    @Test
    void whatCannotBeReadIsRefusedAndNothingIsLeft() {
        refused(
                "file must be readable, got %s. Check the path.".formatted(cli.path("none.tsv")),
                cli.path("none.tsv"));
        refused(
                "file must be a file, got the folder %s. Name a file in it.".formatted(folder),
                folder.toString());
        var empty = cli.write("empty.tsv", " \n");
        refused(empty + " must have at least one row, got an empty file. Check the path.", empty);
        var gbk = cli.write("gbk.tsv", CliSession.alarms(), Charset.forName("GBK"));
        refused(
                "text must be UTF-8, got the byte 0xB4 (%s:1). If it was saved on Chinese Windows, read it as GBK (--charset GBK)."
                        .formatted(gbk),
                gbk);
        var text = cli.write("train.tsv", CliSession.alarms());
        cli.refused(
                "x1 must be a finite number, got \"磁盘使用率80%%\" (%s:1). If the first line names the columns, say so (--header)."
                        .formatted(text),
                words(text, "mlp"));
    }

    @Test
    void settingsOutOfRangeAreRefusedBeforeTraining() {
        var data = cli.write("train.tsv", CliSession.alarms());
        refused("epochs must be at least 1, got 0.", data, "--epochs", "0");
        refused(
                "learningRate must be above 0, got -0.1.",
                data,
                "--epochs",
                "20",
                "--learning-rate",
                "-0.1");
        refused("batchSize must be at least 1, got -3.", data, "--batch-size", "-3");
        refused("hiddenSizes must be numbers from 1, got [8, 0].", data, "--hidden", "8,0");
        refused("dropoutRate must be in [0, 1), got 1.0.", data, "--dropout", "1");
        refused("weightDecay must be 0 or more, got -1.0.", data, "--weight-decay", "-1");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
        var data = cli.write("train.tsv", CliSession.alarms());
        var below = Path.of(data, "model").toString();
        cli.refused(
                "--out must be in a folder that can be written, got %s. Choose another place."
                        .formatted(below),
                "train",
                "--data",
                data,
                "--model",
                "bag",
                "--out",
                below);
        cli.refused(
                "--out must be a folder, got the file %s. Choose another name.".formatted(data),
                "train",
                "--data",
                data,
                "--model",
                "bag",
                "--out",
                data);
        cli.refused(
                "--runs must be a folder, got the file %s. Choose another name.".formatted(data),
                "train",
                "--data",
                data,
                "--model",
                "bag",
                "--out",
                cli.path("m"),
                "--runs",
                data);
        cli.write("thesis/chapter1.txt", "precious");
        cli.refused(
                "--out must be a new folder or an older model's, got %s. Choose another name."
                        .formatted(cli.path("thesis")),
                "train",
                "--data",
                data,
                "--model",
                "bag",
                "--out",
                cli.path("thesis"));
        assertEquals("precious", Files.readString(folder.resolve("thesis/chapter1.txt")));
        assertEquals(List.of("thesis", "train.tsv"), cli.names());
    }

    @Test
    void anOlderModelIsReplacedAndTheSeedDecidesItsWeights() throws IOException {
        var data = cli.write("train.csv", CliSession.numbers());
        var first = weightsAfterTraining(data, "3");
        var other = weightsAfterTraining(data, "4");
        assertEquals(first.length, other.length);
        assertFalse(Arrays.equals(first, other), "another seed, other weights");
        assertEquals(List.of("model", "runs", "train.csv"), cli.names());
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.getFileName().toString().matches("\\..*|.*\\.part"))
                            .toList());
        }
    }

    private byte[] weightsAfterTraining(String data, String seed) throws IOException {
        cli.done(words(data, "mlp", "--epochs", "1", "--seed", seed));
        return Files.readAllBytes(folder.resolve("model").resolve("model.safetensors"));
    }
}
