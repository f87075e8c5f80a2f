package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.classifier.MadeUpBert;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BertCommandsTest {
    private static final String FRESH =
            "the checkpoint has no layer for these 2 classes: a fresh one is trained from random"
                    + " weights";

    @TempDir private Path folder;
    private CliSession cli;
    private String examples;

    @BeforeEach
    void open() {
        cli = new CliSession(folder);
        examples = cli.write("train.tsv", CliSession.alarms());
    }

    private String checkpoint(String... labels) {
        var directory = folder.resolve("checkpoint");
        var texts = CliSession.alarms().lines().map(line -> line.split("\t")[0]).toList();
        return (labels.length == 0
                        ? MadeUpBert.withoutHead(directory, texts)
                        : MadeUpBert.withHead(directory, texts, List.of(labels)))
                .toString();
    }

    /** The words of a fine-tuning, with further ones behind. */
    private String[] words(String checkpoint, String... further) {
        var words = new ArrayList<>(List.of("train", "--data", examples, "--model", "bert"));
        words.addAll(List.of("--checkpoint", checkpoint, "--out", cli.path("model")));
        words.addAll(List.of("--runs", cli.path("runs")));
        words.addAll(List.of(further));
        return words.toArray(String[]::new);
    }

    @Test
    void aCheckpointIsFineTunedMeasuredAndAsked() {
        var pace = "--epochs 6 --learning-rate 0.01 --batch-size 8".split(" ");
        var report = cli.done(words(checkpoint(), pace));
        assertTrue(report.startsWith(FRESH + System.lineSeparator()), report);
        assertTrue(report.contains("accuracy 1.0000"), report);
        var model = cli.path("model");
        assertTrue(
                cli.done("evaluate", "--model", model, "--data", examples)
                        .contains("accuracy 1.0000"));
        var out = cli.done("predict", "--model", model, "--text", "磁盘85%", "--json", "--logits");
        var json = JsonParser.parseString(out).getAsJsonObject();
        assertEquals("磁盘", json.get("label").getAsString());
        assertEquals(Set.of("磁盘", "网络"), json.getAsJsonObject("logits").keySet());
    }

    @Test
    void withoutACheckpointTheShippedBertIsFineTuned() throws IOException {
        var command = "train --model bert --epochs 1 --data %s --out %s --runs %s";
        var words = command.formatted(examples, cli.path("model"), cli.path("runs")).split(" ");
        assertTrue(cli.done(words).startsWith(FRESH), cli.out());
        var vocabulary = Path.of(cli.path("model")).resolve("vocab.txt");
        assertEquals(-1, Files.mismatch(vocabulary, Datasets.bert().resolve("vocab.txt")));
    }

    @Test
    void aHeadThatFitsIsKeptWithoutAWordAndAnOlderModelReplaced() {
        var words = words(checkpoint("网络", "磁盘"), "--epochs", "1");
        assertTrue(cli.done(words).startsWith("class "), cli.out());
        assertTrue(cli.done(words).startsWith("class "), cli.out());
        assertEquals(List.of("checkpoint", "model", "runs", "train.tsv"), cli.names());
    }

    @Test
    void aFreshHeadIsToldInBothLanguages() {
        var words = words(checkpoint("a", "b"), "--epochs", "1", "--new-head");
        assertEquals(0, cli.run(Language.ZH, words), cli.error());
        assertEquals(
                "检查点没有这 2 个类别的分类层：新建一个，从随机权重开始训练", cli.out().lines().findFirst().orElseThrow());
        assertEquals(0, cli.run(Language.EN, words), cli.error());
        assertEquals(FRESH, cli.out().lines().findFirst().orElseThrow());
    }

    @Test
    void aHuggingFaceDirectoryWithAHeadIsAskedDirectly() {
        var model = checkpoint("网络", "磁盘");
        var answer = cli.done("predict", "--model", model, "--text", "磁盘85%", "--logits");
        assertTrue(answer.matches("(网络|磁盘)\t0\\.\\d{4}\t-?\\d\\.\\d{4} -?\\d\\.\\d{4}\t磁盘85%\\R"));
        var json = cli.done("evaluate", "--model", model, "--data", examples, "--json");
        assertEquals(
                Set.of("网络", "磁盘"),
                JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("classes").keySet());
    }

    @Test
    void whatCannotBeFineTunedOrAskedIsRefusedInOneLine() {
        var headless = checkpoint();
        cli.refused(
                "checkpoint must have a classifier (tensor 'classifier.weight'), got none (%s). Fine-tune it on labelled texts first."
                        .formatted(headless),
                "predict",
                "--model",
                headless,
                "--text",
                "a");
        cli.refused(
                "--out must be another folder than --checkpoint, got %s. Choose another name."
                        .formatted(cli.path("model")),
                words(cli.path("x/../model")));
        cli.refused(
                "checkpoint must be a directory, got nothing (%s). Pass a HuggingFace directory."
                        .formatted(cli.path("none")),
                words(cli.path("none")));
        cli.refused(
                "--dropout must be left out with --model bert, got 0.1. It belongs to --model bag"
                        + " or mlp or encoder.",
                words(headless, "--dropout", "0.1"));
        cli.refused(
                "--checkpoint must be left out with --model encoder, got c. It belongs to --model"
                        + " bert.",
                "train",
                "--data",
                examples,
                "--model",
                "encoder",
                "--checkpoint",
                "c",
                "--out",
                cli.path("model"));
    }

    @Test
    void labelsThatTheHeadLacksAreRefused() {
        var other = checkpoint("网络", "内存");
        cli.refused(
                "labels must be among the checkpoint's [网络, 内存], got [磁盘, 网络] (%s). Correct them, or ask for a new head (--new-head)."
                        .formatted(other),
                words(other));
    }

    @Test
    void aDirectoryWithFilesOfTheUsersIsNotReplaced() {
        var mine = checkpoint("网络", "磁盘");
        cli.write("checkpoint/README.md", "precious");
        cli.refused(
                "--out must be a new folder or an older model's, got %s. Choose another name."
                        .formatted(mine),
                "train",
                "--data",
                examples,
                "--model",
                "bag",
                "--out",
                mine);
    }
}
