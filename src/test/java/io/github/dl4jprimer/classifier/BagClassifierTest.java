package io.github.dl4jprimer.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagClassifierTest {
    private static final TrainingPlan PLAN = TrainingPlan.forText().withLearningRate(0.05);

    @TempDir private Path folder;

    private static TextDataset alarms() {
        var examples = new ArrayList<TextExample>();
        for (var percent = 80; percent < 100; percent++) {
            examples.add(new TextExample("磁盘使用率" + percent + "%，空间不足", "disk"));
            examples.add(new TextExample("网络丢包率" + percent + "%，链路抖动", "network"));
        }
        return TextDataset.of("alarms", examples, "none");
    }

    private BagClassifier trained(TrainingPlan plan) {
        var runner = new ExperimentRunner(folder.resolve("runs"));
        return BagClassifier.train(alarms(), alarms(), plan, runner).classifier();
    }

    @Test
    void itLearnsToTellTwoComponentsApart() {
        var classifier = trained(PLAN);
        assertEquals(1.0, classifier.evaluate(alarms()).score("accuracy"));
        var prediction = classifier.predict(List.of("磁盘满了", "链路丢包")).get(1);
        assertEquals("network", prediction.label());
        assertEquals(List.of("disk", "network"), List.copyOf(prediction.probabilities().keySet()));
        var sum = prediction.probabilities().values().stream().mapToDouble(p -> p).sum();
        assertEquals(1, sum, 1e-6);
        assertEquals(prediction.probability(), prediction.probabilities().get("network"));
    }

    @Test
    void aSavedClassifierPredictsTheSame() {
        var classifier = trained(PLAN);
        classifier.save(folder.resolve("model"));
        var loaded = TextClassifier.load(folder.resolve("model"));
        var texts = List.of("磁盘空间", "链路", "unknown words");
        assertEquals(classifier.predict(texts), loaded.predict(texts));
        assertEquals(classifier.labels(), loaded.labels());
    }

    @Test
    void logitsAreWhatTheSoftmaxOfTheNetworkIsTakenOf() {
        var texts = List.of("磁盘空间", "链路", "磁盘");
        for (var sizes : List.of(List.<Integer>of(), List.of(6, 4))) {
            var classifier = trained(PLAN.withEpochs(2).withHiddenSizes(sizes));
            var output = classifier.model().output(classifier.ngrams().transform(texts));
            var predictions = classifier.predict(texts);
            for (var i = 0; i < texts.size(); i++) {
                var prediction = predictions.get(i);
                assertEquals(
                        output.getDouble(i, 1),
                        prediction.probabilities().get("network"),
                        1e-6,
                        "hidden " + sizes);
                assertEquals(
                        classifier.logits(texts).getDouble(i, 1),
                        prediction.logits().get("network"));
            }
        }
        assertEquals(0, trained(PLAN.withEpochs(1)).logits(List.of()).size(0));
    }

    @Test
    void labelsInAnotherOrderAreMeasuredTheSame() {
        var classifier = trained(PLAN);
        var turned = alarms().withLabels(List.of("network", "disk", "cpu"));
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> classifier.evaluate(turned.withLabels(List.of("network", "cpu"))));
        assertEquals(
                "label must be one of [network, cpu], got \"disk\". Correct it or add the class.",
                error.getMessage());
        assertEquals(1.0, classifier.evaluate(turned).score("accuracy"));
    }

    @Test
    void theSameSeedGivesTheSameClassifier() {
        var texts = List.of("磁盘", "网络");
        assertEquals(trained(PLAN).predict(texts), trained(PLAN).predict(texts));
    }

    @Test
    void noTextsGiveNoPredictions() {
        assertEquals(List.of(), trained(PLAN.withEpochs(1)).predict(List.of()));
    }

    @Test
    void aLearningRateThatDivergesIsNamed() {
        var error =
                assertThrows(
                        BadInput.class,
                        () -> trained(PLAN.withLearningRate(1e38).withHiddenSizes(List.of(8))));
        assertTrue(
                error.getMessage()
                        .matches(
                                "learningRate must be small enough to learn, got 1.0E38:"
                                        + " .*tenth.*"),
                error.getMessage());
    }

    @Test
    void aFolderWithoutItsVocabularyIsRefusedInOneLine() throws IOException {
        trained(PLAN.withEpochs(1)).save(folder.resolve("model"));
        Files.delete(folder.resolve("model").resolve("vocab.txt"));
        var error =
                assertThrows(BadInput.class, () -> SavedClassifier.load(folder.resolve("model")));
        assertEquals(1, error.getMessage().lines().count());
        assertTrue(error.getMessage().contains("vocab.txt"), error.getMessage());
    }

    @Test
    void aFolderThatHoldsNoModelIsRefusedInOneLine() {
        var error = assertThrows(BadInput.class, () -> SavedClassifier.load(folder));
        assertTrue(error.getMessage().contains("model.json"), error.getMessage());
    }

    @Test
    void aPlanOutOfRangeIsRefused() {
        assertEquals(
                "epochs must be at least 1, got 0. 10 is a start.",
                assertThrows(IllegalArgumentException.class, () -> PLAN.withEpochs(0))
                        .getMessage());
        assertEquals(
                "dropoutRate must be in [0, 1), got 1.0. 0 drops nothing.",
                assertThrows(IllegalArgumentException.class, () -> PLAN.withRegularization(1, 0))
                        .getMessage());
    }
}
