package io.github.dl4jprimer.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import io.github.dl4jprimer.data.TokenBatches;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One small encoder, trained once on which of two components failed first. */
class EncoderClassifierTest {
    private static final TransformerPlan PLAN =
            TransformerPlan.fromScratch().withEpochs(12).withLearningRate(0.005).withBatchSize(8);
    private static final EncoderArchitecture SIZE = new EncoderArchitecture(1, 2, 16, 32, 0.1);

    @TempDir private static Path folder;
    private static Trained<EncoderClassifier> trained;

    /** The same characters in either class: only their order tells them apart. */
    private static TextDataset order() {
        var examples = new ArrayList<TextExample>();
        for (var minute = 10; minute < 40; minute++) {
            examples.add(new TextExample("磁盘告警，" + minute + "分后网络告警", "disk"));
            examples.add(new TextExample("网络告警，" + minute + "分后磁盘告警", "network"));
        }
        return TextDataset.of("order", examples, "none");
    }

    private static Trained<EncoderClassifier> train(TransformerPlan plan) {
        var runner = new ExperimentRunner(folder.resolve("runs"));
        return EncoderClassifier.train(order(), order(), SIZE, plan, runner);
    }

    @BeforeAll
    static void trainOnce() {
        trained = train(PLAN);
    }

    private static EncoderClassifier classifier() {
        return trained.classifier();
    }

    @Test
    void itLearnsFromTheOrderOfTheTokens() {
        assertEquals(1.0, classifier().evaluate(order()).score("accuracy"));
        var answers = classifier().predict(List.of("网络告警，45分后磁盘告警", "磁盘告警，45分后网络告警"));
        assertEquals(List.of("network", "disk"), answers.stream().map(Prediction::label).toList());
    }

    @Test
    void logitsAreWhatTheSoftmaxOfTheNetworkIsTakenOf() {
        var texts = order().texts().subList(0, 3);
        var batch =
                TokenBatches.byLength(
                        text -> classifier().tokenizer().encode(text).ids(),
                        order().rows(0, 1, 2),
                        3);
        var data = batch.next();
        var output =
                classifier()
                        .model()
                        .output(
                                false,
                                new INDArray[] {data.getFeatures()},
                                new INDArray[] {data.getFeaturesMaskArray()},
                                null)[0];
        var predictions = classifier().predict(texts);
        for (var i = 0; i < 3; i++) {
            assertEquals(
                    output.getDouble(i, 0), predictions.get(i).probabilities().get("disk"), 1e-6);
        }
    }

    @Test
    void aSavedClassifierGivesTheSameLogitsToTheLastBit() {
        classifier().save(folder.resolve("model"));
        var loaded = TextClassifier.load(folder.resolve("model"));
        var texts = List.of("网络告警", "磁盘", "unknown words 😀", "");
        assertEquals(classifier().logits(texts), loaded.logits(texts));
        assertEquals(classifier().labels(), loaded.labels());
        assertEquals(classifier().maxLength(), ((EncoderClassifier) loaded).maxLength());
        var data = order();
        assertEquals(classifier().evaluate(data).loss(), loaded.evaluate(data).loss());
    }

    @Test
    void theOthersOfABatchAndItsPaddingDoNotChangeAnAnswer() {
        var texts = new ArrayList<String>();
        for (var i = 0; i < 150; i++) {
            texts.add("网络".repeat(i % 7) + "磁盘告警" + i);
        }
        var together = classifier().logits(texts);
        var reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        var backwards = classifier().logits(reversed);
        for (var i = 0; i < texts.size(); i++) {
            var row = together.getRow(i);
            assertTrue(row.equalsWithEps(backwards.getRow(texts.size() - 1 - i), 1e-6), "" + i);
            if (i % 10 == 0) {
                var alone = classifier().logits(texts.subList(i, i + 1));
                assertTrue(row.equalsWithEps(alone.getRow(0), 1e-6), row + " " + alone);
            }
        }
    }

    @Test
    void aTextIsCutBehindTheLongestThatWasTrainedOn() {
        assertEquals(order().texts().get(0).length() + 1, classifier().maxLength(), "30 is a word");
        var whole = order().texts().get(0);
        var logits = classifier().logits(List.of(whole, whole + "再加很多字", whole.repeat(500)));
        assertEquals(logits.getRow(0), logits.getRow(1));
        assertEquals(logits.getRow(0), logits.getRow(2));
        assertNotEquals(logits.getRow(0), classifier().logits(List.of("网络")).getRow(0));
    }

    @Test
    void emptyTextsAndUnknownCharactersHaveAnAnswerToo() {
        for (var prediction : classifier().predict(List.of("", "   ", "\u0000", "未知字", "🙂"))) {
            assertTrue(Double.isFinite(prediction.probability()), prediction.toString());
        }
        assertEquals(0, classifier().logits(List.of()).size(0));
        assertEquals(List.of(), classifier().predict(List.of()));
    }

    @Test
    void theSeedDecidesEverything() {
        var plan = PLAN.withEpochs(1);
        var texts = List.of("磁盘", "网络");
        var first = train(plan).classifier().logits(texts);
        assertEquals(first, train(plan).classifier().logits(texts));
        assertNotEquals(first, train(plan.withSeed(2)).classifier().logits(texts));
    }

    @Test
    void theLearningRateClimbsAndThenFallsToZero() {
        var rates = trained.run().steps().stream().map(step -> step.learningRate()).toList();
        assertEquals(12 * 8, rates.size(), "60 examples are 8 batches");
        assertEquals(0, rates.get(0));
        assertEquals(0.005, rates.get(9), 1e-9);
        assertEquals(0.005 / 87, rates.get(95), 1e-9);
    }

    @Test
    void aLearningRateThatDivergesIsNamed() {
        var error = assertThrows(BadInput.class, () -> train(PLAN.withLearningRate(1e30)));
        assertTrue(
                error.getMessage()
                        .startsWith("learningRate must be small enough to learn, got 1.0E30: the"),
                error.getMessage());
    }

    @Test
    void aDamagedFolderIsRefusedInOneLine() throws IOException {
        var model = folder.resolve("damaged");
        classifier().save(model);
        var header = model.resolve("model.json");
        Files.writeString(header, Files.readString(header).replaceAll("\"\\d+\"", "\"many\""));
        assertEquals(
                "maxLength must be a number of tokens, got many (%s). Save the model again."
                        .formatted(header),
                refused(model));
        Files.delete(model.resolve("vocab.txt"));
        classifier().save(model);
        Files.writeString(model.resolve("vocab.txt"), "[PAD]\n");
        assertTrue(refused(model).startsWith("vocabulary must hold [UNK], got 1 tokens"));
    }

    private static String refused(Path model) {
        var error = assertThrows(BadInput.class, () -> TextClassifier.load(model));
        assertEquals(1, error.getMessage().lines().count());
        return error.getMessage();
    }
}
