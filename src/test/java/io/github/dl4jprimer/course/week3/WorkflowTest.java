package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.ClassReport;
import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.experiment.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowTest {
    @TempDir private Path folder;

    private static ClassReport report(double accuracy) {
        var confusion = new ConfusionMatrix(new long[][] {{3, 1}, {2, 4}});
        return new ClassReport(
                "alarms",
                "alarms",
                List.of("disk", "cpu"),
                new EvaluationResult(0.5, Map.of("accuracy", accuracy), confusion));
    }

    private static List<Boolean> claim(ClassReport report, boolean same) {
        return claims(lab -> Workflow.conclude(lab, report, same));
    }

    /** Of two classes two thirds must be right. */
    @Test
    void theLoadedModelMustPredictTheSameAndTheTestBeBetterThanGuessing() {
        assertEquals(List.of(true, true), claim(report(0.7), true));
        assertEquals(List.of(false, true), claim(report(0.7), false));
        assertEquals(List.of(true, false), claim(report(0.66), true));
    }

    @Test
    void theWeakestClassIsNamedWithItsF1() {
        var claim =
                LabBench.found(lab -> Workflow.conclude(lab, report(0.7), true)).claims().get(1);
        assertEquals(
                "alarms: test accuracy 70.0%, the class of the lowest F1 is disk (0.667)",
                claim.text());
    }

    @Test
    void modelAndVocabularyAreLeftInTheRunsFolderAndPredictTheNewAlarms() {
        var experiment = new Workflow();
        var settings = experiment.quick().with("linesPerClass", 5).with("features", 50);
        var found = LabBench.run(experiment, settings.with("epochs", 1), folder);
        var alarms = found.directory().resolve("alarms");
        assertTrue(Files.isRegularFile(alarms.resolve("vocabulary.txt")));
        assertTrue(Files.isDirectory(alarms.resolve("model")));
        var predictions = found.tables().get(2).table();
        assertEquals(List.of("new alarm", "predicted", "probability"), predictions.head());
        assertEquals(5, predictions.rows().size());
        assertTrue(found.claims().get(0).holds() && found.claims().get(2).holds());
    }
}
