package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One Transformer encoder, trained once on the command line, measured and asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncoderCommandsTest {
    private CliSession cli;
    private String model;
    private String examples;
    private String report;

    @BeforeAll
    void train(@TempDir Path folder) {
        cli = new CliSession(folder);
        model = cli.path("model");
        examples = cli.write("train.tsv", CliSession.alarms());
        var size = "--layers 1 --heads 2 --embedding-size 16 --feed-forward 32 --max-length 20";
        var pace = "--epochs 6 --learning-rate 0.01 --batch-size 8 --warmup 0.2 --dropout 0";
        report = cli.done(words("encoder", (size + " " + pace).split(" ")));
    }

    /** The words of a training, with further ones behind. */
    private String[] words(String kind, String... further) {
        var words = new ArrayList<>(List.of("train", "--data", examples, "--model", kind));
        words.addAll(List.of("--out", model, "--runs", cli.path("runs")));
        words.addAll(List.of(further));
        return words.toArray(String[]::new);
    }

    @Test
    void trainingSaysWhatWasMeasuredAndTheModelLiesOpen() {
        assertTrue(report.contains("accuracy 1.0000"), report);
        assertTrue(report.contains("model saved: " + model), report);
        for (var file :
                List.of(
                        "model.json",
                        "configuration.json",
                        "model.safetensors",
                        "labels.txt",
                        "vocab.txt",
                        "tokenizer_config.json")) {
            assertTrue(Files.exists(Path.of(model, file)), file);
        }
    }

    @Test
    void evaluationSpeaksBothLanguages() {
        assertEquals(0, cli.run(Language.ZH, "evaluate", "--model", model, "--data", examples));
        assertTrue(cli.out().contains("准确率 1.0000"), cli.out());
        assertEquals(0, cli.run(Language.EN, "evaluate", "--model", model, "--data", examples));
        assertTrue(cli.out().contains("accuracy 1.0000"), cli.out());
    }

    @Test
    void predictionsOfAFileComeInItsOrder() {
        var lines = "磁盘使用率97%\n\n网络丢包率97%，" + "很长".repeat(300) + "\n未知 unknown\n";
        var file = cli.write("in.txt", lines);
        var answers = cli.done("predict", "--model", model, "--file", file).lines().toList();
        assertEquals(4, answers.size());
        assertTrue(answers.get(0).matches("磁盘\t[01]\\.\\d{4}\t磁盘使用率97%"), answers.get(0));
        assertTrue(answers.get(1).matches("\\S+\t[01]\\.\\d{4}\t"), "an empty line");
        assertTrue(answers.get(2).startsWith("网络\t"), "one that is cut");
    }

    @Test
    void logitsAreToldOnRequest() {
        var text = "磁盘使用率97%";
        var plain = cli.done("predict", "--model", model, "--text", text, "--logits").strip();
        assertTrue(plain.matches("磁盘\t[01]\\.\\d{4}\t-?\\d+\\.\\d{4} -?\\d+\\.\\d{4}\t" + text));
        var out = cli.done("predict", "--model", model, "--text", text, "--logits", "--json");
        var json = JsonParser.parseString(out).getAsJsonObject();
        assertEquals(
                Set.of("text", "label", "probability", "probabilities", "logits"), json.keySet());
        var logits = json.getAsJsonObject("logits");
        var probabilities = json.getAsJsonObject("probabilities");
        assertEquals(List.of("磁盘", "网络"), List.copyOf(logits.keySet()));
        double difference = logits.get("磁盘").getAsDouble() - logits.get("网络").getAsDouble();
        double odds = probabilities.get("磁盘").getAsDouble() / probabilities.get("网络").getAsDouble();
        assertEquals(Math.log(odds), difference, 1e-9);
    }

    @Test
    void optionsOfAnotherModelAreRefused() {
        cli.refused(
                "--hidden must be left out with --model encoder, got 8,4. It belongs to --model bag"
                        + " or mlp.",
                words("encoder", "--hidden", "8,4"));
        cli.refused(
                "--layers must be left out with --model bag, got 2. It belongs to --model encoder.",
                words("bag", "--epochs", "3", "--layers", "2"));
        cli.refused(
                "--warmup must be left out with --model mlp, got 0.1. It belongs to --model encoder"
                        + " or bert.",
                words("mlp", "--warmup", "0.1"));
        cli.refused(
                "--model must be bag or mlp or encoder or bert, got lstm. Try: primer train --help",
                words("lstm"));
    }

    @Test
    void settingsOutOfRangeAreRefusedBeforeTraining() {
        cli.refused(
                "numHeads must be a divisor of embeddingSize 64, got 7. Choose one that leaves no"
                        + " rest.",
                words("encoder", "--heads", "7"));
        cli.refused(
                "numLayers must be at least 1, got 0. 2 is a start.",
                words("encoder", "--layers", "0"));
        cli.refused(
                "warmup must be in [0, 1), got 1.5. 0.1 is usual.",
                words("encoder", "--warmup", "1.5"));
        cli.refused(
                "maxLength must be at least 3, got 2. 128 is usual.",
                words("encoder", "--max-length", "2"));
        cli.refused(
                "--layers must be a whole number, got two. Try: primer train --help",
                words("encoder", "--layers", "two"));
    }
}
