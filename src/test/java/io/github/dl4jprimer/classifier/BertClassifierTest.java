package io.github.dl4jprimer.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class BertClassifierTest {
    private static final TransformerPlan PLAN =
            TransformerPlan.fineTuning()
                    .withEpochs(6)
                    .withLearningRate(0.01)
                    .withBatchSize(8)
                    .withMaxLength(16);

    @TempDir private Path folder;

    private static TextDataset alarms() {
        var examples = new ArrayList<TextExample>();
        for (var percent = 80; percent < 100; percent++) {
            examples.add(new TextExample("磁盘使用率" + percent + "%", "磁盘"));
            examples.add(new TextExample("网络丢包率" + percent + "%", "网络"));
        }
        return TextDataset.of("alarms", examples, "none");
    }

    private Path checkpoint(String... labels) {
        var texts = alarms().texts();
        var directory = folder.resolve("checkpoint");
        return labels.length == 0
                ? MadeUpBert.withoutHead(directory, texts)
                : MadeUpBert.withHead(directory, texts, List.of(labels));
    }

    private Trained<BertClassifier> train(Path checkpoint, BertHead head, TransformerPlan plan) {
        var runner = new ExperimentRunner(folder.resolve("runs"));
        return BertClassifier.train(checkpoint, head, alarms(), alarms(), plan, runner);
    }

    private static String refused(Runnable read) {
        var message = assertThrows(BadInput.class, read::run).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    /** Rows 0, 1 and 3 of the golden batch are single texts, row 2 is a pair. */
    @Test
    void aHuggingFaceDirectoryGivesPythonsLogits() {
        var directory = Path.of("src", "test", "resources", "golden", "bert-tiny", "classifier");
        var expected = Golden.read("bert-tiny/classifier/expected/expected");
        var logits = Golden.tensor(expected.getAsJsonObject("outputs").get("logits"));
        var texts = List.of("磁盘使用率超过95%", "cpu 使用率 88.5%，服务器温度过高！", "正好");
        var answers = TextClassifier.load(directory).logits(texts).castTo(DataType.DOUBLE);
        int[] rows = {0, 1, 3};
        for (var i = 0; i < rows.length; i++) {
            var row = logits.getRow(rows[i]);
            assertTrue(row.equalsWithEps(answers.getRow(i), 1e-5), row + " " + answers.getRow(i));
        }
        assertEquals(List.of("告警", "正常", "未知"), TextClassifier.load(directory).labels());
    }

    @Test
    void aCheckpointWithoutAHeadIsGivenOneAndLearns() throws IOException {
        var checkpoint = checkpoint();
        var before = Files.readAllBytes(checkpoint.resolve("model.safetensors"));
        var head = BertHead.of(checkpoint, alarms().labels(), false);
        assertEquals(new BertHead(List.of("磁盘", "网络"), true), head);
        var classifier = train(checkpoint, head, PLAN).classifier();
        assertEquals(1.0, classifier.evaluate(alarms()).score("accuracy"));
        assertEquals("网络", classifier.predict(List.of("网络丢包率85%")).get(0).label());
        assertArrayEquals(before, Files.readAllBytes(checkpoint.resolve("model.safetensors")));
    }

    @Test
    void aSavedClassifierGivesTheSameLogitsToTheLastBit() {
        var checkpoint = checkpoint();
        var head = BertHead.of(checkpoint, alarms().labels(), false);
        var classifier = train(checkpoint, head, PLAN.withEpochs(1)).classifier();
        classifier.save(folder.resolve("tuned"));
        var loaded = TextClassifier.load(folder.resolve("tuned"));
        assertInstanceOf(BertClassifier.class, loaded);
        var texts = List.of("磁盘使用率85%", "", "未知字 🙂", "磁盘".repeat(300));
        assertEquals(classifier.logits(texts), loaded.logits(texts));
        assertEquals(List.of("磁盘", "网络"), loaded.labels());
        assertEquals(0, loaded.logits(List.of()).size(0));
    }

    @Test
    void aHeadThatKnowsAllLabelsKeepsItsWeightsAndItsOrder() {
        var checkpoint = checkpoint("网络", "内存", "磁盘");
        var head = BertHead.of(checkpoint, alarms().labels(), true);
        assertEquals(new BertHead(List.of("网络", "内存", "磁盘"), false), head);
        // So small a step cannot turn a random head into another one.
        var slow = train(checkpoint, head, PLAN.withEpochs(1).withLearningRate(1e-9)).classifier();
        var before = TextClassifier.load(checkpoint);
        var texts = List.of("磁盘使用率85%", "网络");
        assertTrue(before.logits(texts).equalsWithEps(slow.logits(texts), 1e-6));
        var tuned = train(checkpoint, head, PLAN).classifier();
        assertEquals(1.0, tuned.evaluate(alarms()).score("accuracy"));
        assertEquals("网络", tuned.predict(List.of("网络丢包率85%")).get(0).label());
        assertEquals(List.of("网络", "内存", "磁盘"), tuned.labels());
    }

    @Test
    void aHeadOfOtherLabelsStaysUnlessItMayBeReplaced() {
        var checkpoint = checkpoint("网络", "内存");
        var labels = List.of("磁盘", "网络");
        assertEquals(
                "labels must be among the checkpoint's [网络, 内存], got [磁盘, 网络] (%s). Correct them, or ask for a new head (--new-head)."
                        .formatted(checkpoint),
                refused(() -> BertHead.of(checkpoint, labels, false)));
        assertEquals(new BertHead(labels, true), BertHead.of(checkpoint, labels, true));
    }

    @Test
    void whatHasNoHeadAnswersNothing() {
        var checkpoint = checkpoint();
        assertEquals(
                "checkpoint must have a classifier (tensor 'classifier.weight'), got none (%s). Fine-tune it on labelled texts first."
                        .formatted(checkpoint),
                refused(() -> TextClassifier.load(checkpoint)));
    }

    @Test
    void theSeedDecidesTheNewHeadAndTheOrder() {
        var checkpoint = checkpoint();
        var head = BertHead.of(checkpoint, alarms().labels(), false);
        var plan = PLAN.withEpochs(1);
        var texts = List.of("磁盘", "网络");
        var first = train(checkpoint, head, plan).classifier().logits(texts);
        assertEquals(first, train(checkpoint, head, plan).classifier().logits(texts));
        var other = train(checkpoint, head, plan.withSeed(2)).classifier().logits(texts);
        assertTrue(!first.equalsWithEps(other, 1e-3));
    }
}
