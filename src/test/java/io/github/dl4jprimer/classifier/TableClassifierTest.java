package io.github.dl4jprimer.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableClassifierTest {
    private static final Split<NumberDataset> IRIS =
            Splits.stratified(Datasets.iris(), 0.2, 0.2, 1);

    @TempDir private Path folder;

    private TableClassifier trained() {
        var runner = new ExperimentRunner(folder.resolve("runs"));
        var plan = TrainingPlan.forTable();
        return TableClassifier.train(IRIS.train(), IRIS.dev(), plan, runner).classifier();
    }

    @Test
    void itLearnsIris() {
        var accuracy = trained().evaluate(IRIS.test()).score("accuracy");
        assertTrue(accuracy >= 0.9, "accuracy " + accuracy);
    }

    @Test
    void aSavedClassifierPredictsTheSame() {
        var classifier = trained();
        classifier.save(folder.resolve("model"));
        var loaded = (TableClassifier) SavedClassifier.load(folder.resolve("model"));
        var rows = List.of(new double[] {5.1, 3.5, 1.4, 0.2}, new double[] {6.3, 3.3, 6.0, 2.5});
        assertEquals(classifier.predict(rows), loaded.predict(rows));
        assertEquals("setosa", loaded.predict(rows).get(0).label());
        assertEquals("virginica", loaded.predict(rows).get(1).label());
    }

    @Test
    void itIsNoClassifierOfText() {
        var model = folder.resolve("model");
        trained().save(model);
        assertEquals(
                "model must be a classifier of text, got one of numbers (%s). Load it with SavedClassifier."
                        .formatted(model),
                assertThrows(BadInput.class, () -> TextClassifier.load(model)).getMessage());
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        var classifier = trained();
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> classifier.predict(List.of(new double[] {1, 2})));
        assertTrue(error.getMessage().startsWith("row must have 4 numbers ["));
    }

    @Test
    void brokenColumnsAreNamed() throws IOException {
        trained().save(folder.resolve("model"));
        var columns = folder.resolve("model").resolve("columns.tsv");
        Files.writeString(columns, "column\tmean\tstandard deviation\nlength\tfive\t1\n");
        var error =
                assertThrows(BadInput.class, () -> SavedClassifier.load(folder.resolve("model")));
        assertTrue(error.getMessage().startsWith("columns.tsv must hold"), error.getMessage());
    }
}
